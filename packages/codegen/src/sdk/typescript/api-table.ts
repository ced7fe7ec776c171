import type { SdkField, SdkType } from '../fields.ts'
import type { SdkApi, SdkError, SdkModel } from '../model.ts'
import { SdkRefusal } from '../sdk-refusal.ts'

/** What the client has to know of each API, as a module of plain data. */
export function apiTable({ version, apis, platformErrors }: SdkModel): string {
  const table = {
    version,
    errors: platformErrors.map(errorFacts),
    apis: Object.fromEntries(apis.map((api) => [api.method, apiFacts(api)])),
  }
  return `'use strict'\n\nexports.table = ${JSON.stringify(table, null, 2)}\n`
}

function apiFacts(api: SdkApi) {
  const { method, session, repeat, deadlineMs, outcome, request, response, errors } = api
  return {
    session,
    repeat,
    ...(deadlineMs === null ? {} : { deadlineMs }),
    ...(outcome === null ? {} : { outcome }),
    request: shapesOf(request, method),
    response: shapesOf(response, method),
    errors: errors.map(errorFacts),
  }
}

function shapesOf(fields: readonly SdkField[], method: string): Record<string, unknown> {
  return Object.fromEntries(
    fields.map(({ wireName, type, need }) => {
      // In a literal of JavaScript this one name sets the prototype instead of a member.
      if (wireName === '__proto__') throw new SdkRefusal(method, wireName, 'no name of a member')
      return [
        wireName,
        { ...shapeOf(type, method), ...(need === 'required' ? { required: true } : {}) },
      ]
    }),
  )
}

function shapeOf(type: SdkType, method: string): Record<string, unknown> {
  switch (type.kind) {
    case 'struct':
      return { kind: 'struct', fields: shapesOf(type.struct.fields, method) }
    case 'list':
      return { kind: 'list', item: shapeOf(type.item, method) }
    default:
      return { kind: type.kind }
  }
}

function errorFacts({ where, code, subCode, remedy, retry }: SdkError) {
  return {
    where,
    code,
    ...(subCode === null ? {} : { subCode }),
    zh: remedy.zh,
    en: remedy.en,
    retry,
  }
}
