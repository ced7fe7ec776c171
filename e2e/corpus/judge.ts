import type { Case } from './case.ts'
import type { Exchange, HttpAnswer } from './exchange.ts'
import { readAnswer, type Told, verdictOf } from './read-answer.ts'

/** What differs between what a case expects and what it got, or undefined when all is well. */
export type Judge = (item: Case, exchange: Exchange) => string | undefined

/** Compares what a case got with what it expects: what differs, or undefined when all is well. */
export function judge(item: Case, exchange: Exchange): string | undefined {
  switch (item.outcome) {
    case 'close':
      return judgeClose(exchange)
    case 'http_error':
      return judgeStatus(item, exchange)
    case 'delivery_blocked':
      return 'deliveries are not watched'
    default:
      return judgeAnswers(item, exchange)
  }
}

function judgeClose({ answers: [answer], closed }: Exchange): string | undefined {
  if (answer !== undefined) return `expected no answer, got ${show(answer)}`
  return closed ? undefined : 'the connection stays open'
}

/** Nothing may follow on the connection: what stands behind the request could be smuggled. */
function judgeStatus(
  item: Case,
  { answers: [answer, more], closed }: Exchange,
): string | undefined {
  if (answer === undefined) return closed ? 'closed without an answer' : 'no answer'
  const other = /(\d{3}) is acceptable/.exec(item.note)?.[1]
  const isExpected = answer.status === item.expected_http || answer.status === Number(other)
  if (!isExpected) return `expected HTTP ${item.expected_http}, got ${show(answer)}`
  if (more !== undefined) return `answered once more: ${show(more)}`
  return closed ? undefined : `answered ${answer.status}, but the connection stays open`
}

function judgeAnswers(item: Case, { answers, closed }: Exchange): string | undefined {
  const counts = item.mutation.ops.map(({ target, action, count }) =>
    target === 'client' && !action.startsWith('enumerate_') ? count : 1,
  )
  const expected = Math.max(1, ...counts.map((count) => Number(count ?? 1)))
  if (answers.length !== expected) {
    return `${answers.length} of ${expected} answers${closed ? ', then closed' : ''}`
  }
  return judgeEach(item, answers)
}

/** Compares each answer with what the case expects of all of them. */
export function judgeEach(item: Case, answers: readonly HttpAnswer[]): string | undefined {
  return answers.map((answer) => judgeAnswer(item, answer)).find((why) => why !== undefined)
}

function judgeAnswer(item: Case, answer: HttpAnswer): string | undefined {
  if (answer.status !== 200) return `expected HTTP 200, got ${show(answer)}`
  if (answer.headers.get('x-content-type-options') !== 'nosniff') return 'nosniff is missing'
  try {
    const told = readAnswer(answer)
    const why =
      item.outcome === 'top_error' ? judgeError(item, told, answer) : judgeBusiness(item, told)
    return why === undefined ? undefined : `${why}, got ${show(answer)}`
  } catch (error) {
    return `unreadable, ${error}: ${show(answer)}`
  }
}

const requestIdForm = /^[0-9a-z]{13}$/

function judgeError(item: Case, { isError, form, fields }: Told, { body }: HttpAnswer) {
  const prefix = item.expected_sub_code_prefix ?? ''
  if (!isError) return `expected error ${item.expected_code}`
  if (String(fields.code) !== String(item.expected_code)) {
    return `expected code ${item.expected_code}`
  }
  if (!String(fields.sub_code ?? '').startsWith(prefix)) return `expected sub_code ${prefix}…`
  if (!requestIdForm.test(String(fields.request_id))) return 'expected a request_id'
  // One client finds errors by position.
  const begins = form === 'xml' || body.startsWith('{"error_response":{"code":')
  return begins ? undefined : 'expected {"error_response":{"code": in front'
}

function judgeBusiness(item: Case, { isError, fields }: Told) {
  const prefix = item.expected_sub_code_prefix ?? ''
  if (isError) return `expected ${item.outcome}`
  if (!requestIdForm.test(String(fields.request_id))) return 'expected a request_id'
  const { success, codes } = verdictOf(fields)
  if (item.outcome === 'accept') return success ? undefined : 'expected success'
  if (success) return 'expected a failure inside the answer'
  return codes.some((code) => code.startsWith(prefix)) ? undefined : `expected code ${prefix}…`
}

function show({ status, body }: HttpAnswer): string {
  return `HTTP ${status} ${body.slice(0, 400)}`
}
