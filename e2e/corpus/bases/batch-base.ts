import type { BaseRequest, Case, Corpus } from '../case.ts'
import { type BatchElement, draftOf } from '../draft.ts'
import type { Exchange, HttpAnswer } from '../exchange.ts'
import { BASE_EVENT_ID } from '../fixtures.ts'
import { judgeEach } from '../judge.ts'
import { readAnswer } from '../read-answer.ts'
import type { Base } from './base.ts'

export const SEPARATOR = '\r\n-S-\r\n'
const ELEMENTS = 3

/** Three good deeds in one request. */
export function batchBase({ base_requests: { charity, followup } }: Corpus): Base {
  return {
    isSeveral: true,
    judge: judgeBatch,
    draft({ clock }, eventId) {
      const draft = draftOf(clock.nowMs())
      draft.path = '/router/batch'
      draft.batch = {
        elements: [],
        element: (index) => elementOf(charity, `${eventId}_${index}`),
        chat: elementOf(followup),
      }
      const { elements, element } = draft.batch
      for (let index = 0; index < ELEMENTS; index += 1) elements.push(element(index))
      draft.signedBody = {
        contentType: 'text/plain;charset=UTF-8',
        text: () => elements.map(encode).join(SEPARATOR),
      }
      return draft
    },
  }
}

function elementOf(request: Partial<BaseRequest> = {}, eventId = BASE_EVENT_ID): BatchElement {
  const pairs = Object.entries(request.params ?? {}).map(([name, value]): [string, string] => [
    name,
    value.replace(BASE_EVENT_ID, eventId),
  ])
  return new Map([['method', request.method ?? ''], ...pairs])
}

function encode(element: BatchElement): string {
  if (typeof element === 'string') return element
  return [...element].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')
}

/** The answers to the single calls, in their order. */
export function answersOf({ answers: [whole] }: Exchange): HttpAnswer[] {
  if (whole === undefined) return []
  return whole.body.split(SEPARATOR).map((body) => ({ ...whole, body }))
}

/**
 * The expected error is told once, for the whole or for the calls that it concerns. Of an accepted
 * batch single calls may be refused: what is promised of those stands with the other promises.
 */
function judgeBatch(item: Case, exchange: Exchange): string | undefined {
  if (exchange.answers.length !== 1) return `${exchange.answers.length} answers`
  const answers = answersOf(exchange)
  const isError = (answer: HttpAnswer) => readAnswer(answer).isError
  const [errors, successes] = [answers.filter(isError), answers.filter((each) => !isError(each))]
  if (item.outcome === 'accept') {
    return successes.length === 0 ? 'nothing succeeded' : judgeEach(item, successes)
  }
  if (errors.length === 0) return `expected error ${item.expected_code}`
  return judgeEach(item, errors) ?? judgeEach({ ...item, outcome: 'accept' }, successes)
}
