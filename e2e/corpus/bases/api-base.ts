import type { BaseRequest } from '../case.ts'
import { draftOf, type Param } from '../draft.ts'
import { BASE_EVENT_ID } from '../fixtures.ts'
import type { Base } from './base.ts'

/** A call of one API. */
export function apiBase(request: BaseRequest): Base {
  return {
    draft({ clock }, eventId) {
      const draft = draftOf(clock.nowMs(), request)
      for (const [name, value] of Object.entries(request.params)) {
        draft.params.set(name, paramOf(value.replace(BASE_EVENT_ID, eventId)))
      }
      return draft
    },
  }
}

function paramOf(value: string): Param {
  return { value, raw: false }
}
