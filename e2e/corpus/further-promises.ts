import { expect } from 'vitest'
import { answersOf } from './bases/batch-base.ts'
import type { Aftermath } from './corpus-server.ts'
import type { Exchange, HttpAnswer } from './exchange.ts'
import { isTree, readAnswer } from './read-answer.ts'
import type { Tree } from './read-xml.ts'

type Check = (after: Aftermath) => void | Promise<void>

/** What the notes of cases promise beyond the answer, by id of the case. */
export const furtherPromises: Readonly<Record<string, Check>> = {
  'HTTP-042': answersInOrder,
  'BAT-003': ({ grown }) => expect(grown).toEqual(new Map()),
  'BAT-005': ({ grown }) => expect(grown).toEqual(new Map()),
  'BAT-006': ({ grown }) => expect(grown).toEqual(new Map()),
  'BAT-007': (after) => expectBatch(after, ['good', '43', 'good']),
  'BAT-009': (after) => expectBatch(after, ['22', 'good', 'good']),
  'BAT-010': (after) => expectBatch(after, [...repeated('good', 5), ...repeated('7', 15)]),
  'BAT-011': ({ played }) => expect(outcomesOf(played.last)).toEqual(['good', 'good', 'good']),
  'BAT-012': (after) => expectBatch(after, ['good', '47', 'good']),
  'BAT-013': isOneDeedTwice,
  'SYS-008': (after) => expect(bodyOf(after)).not.toContain('a'.repeat(65)),
  'SYS-035': (after) => expect(formOf(after)).toBe('xml'),
  'SYS-036t': (after) => expect(formOf(after)).toBe('simplified'),
  'SYS-0361': (after) => expect(formOf(after)).toBe('simplified'),
  'SYS-039': (after) => expect(formOf(after)).toBe('xml'),
  'OUT-003': (after) => expect(formOf(after)).toBe('xml'),
  'FLOW-001': (after) => expectAdmitted(after, 19, 21),
  'FLOW-002': (after) => expectAdmitted(after, 20, 21),
  'FLOW-003': (after) => expectAdmitted(after, 20, 21),
  'FLOW-004': tellsBan,
  'FLOW-007': tellsBan,
  'FLOW-008': tellsBan,
  'FLOW-011': ({ played }) => expect(played.last.answers[0]?.headers.get('retry-after')).toBe('1'),
  'FLOW-010': (after) => expectAdmitted(after, 20, 20),
  'OUT-005': ({ alerts }) => expect(alerts).toContain('defect'),
  'OUT-007': ({ alerts }) => expect(alerts).toContain('batch: failed'),
  'RPL-003': isOneMessage,
  'RPL-004': isFirstAnswerAgain,
  'RPL-006': isFirstAnswerAgain,
  'RPL-007': isFirstAnswerAgain,
  'RPL-008': isFirstAnswerAgain,
  'RPL-009': isFirstAnswerAgain,
  'JSON-017': async ({ store }) =>
    expect(await store.text('charity_action')).not.toContain('is_admin'),
  'JSON-037': isStored('insurance_behavior', '1800001886002007961'),
  'INS-034': isFlagged('insurance_behavior'),
  'INS-035': isFlagged('insurance_behavior'),
  'INS-039': isFlagged('insurance_behavior'),
  'INS-040': isFlagged('insurance_behavior'),
  'INS-041': isFlagged('insurance_behavior'),
  'INS-044': isFirstAnswerAgain,
  'CHA-022': isFlagged('charity_action'),
  'CHA-034': isFlagged('charity_action'),
  'CHA-038': isFlagged('charity_action'),
  'CHA-043': isFirstAnswerAgain,
  'CHA-012b': (after) => expect(subMsgOf(after)).toContain('JSON'),
  'EST-026': isFlagged('house_report'),
  'EST-028': isStored('house_stat_version', '9007199254740993'),
  'EST-037': (after) => expect(subMsgOf(after)).toMatch(/\b99[89]\b/),
  'EST-039': ({ grownLast }) => expect([...grownLast.keys()]).toEqual(['house_report']),
  'OAU-011': tellsOperators,
  'OAU-014': isOneSession,
  'EST-041': async ({ store }) => {
    const heads = await store.text('house_stat_head')
    expect(heads).toContain(String(Date.UTC(2022, 3, 3, 2, 0, 1)))
    expect(heads).not.toContain(String(Date.UTC(2022, 3, 3, 2, 0, 0)))
  },
  'TAG-021': isOneTag,
  'TAG-023': isOneTag,
  'IM-031': tellsOperators,
  'IM-032': tellsOperators,
  'IM-040': hasDistinctStamps,

  'oauth-code-twice': tellsOperators,
  'http-pipeline': answersInOrder,
  'system-markup': (after) => expect(formOf(after)).toBe('xml'),
  'system-no-format': (after) => expect(formOf(after)).toBe('xml'),
  'json-exact': isStored('insurance_behavior', '1800001886002007963'),
  'charity-again': isFirstAnswerAgain,
  'house-older': ({ grownLast }) => expect([...grownLast.keys()]).toEqual(['house_report']),
  'tag-parallel': isOneTag,
  'followup-parallel': hasDistinctStamps,
  'followup-other-order': isFirstAnswerAgain,
}

const ban = /^This ban will last for [1-9][0-9]* more seconds$/

function tellsBan(after: Aftermath): void {
  expect(subMsgOf(after)).toMatch(ban)
}

/** So many of the calls went through, and each of the others says how long to wait. */
function expectAdmitted({ played }: Aftermath, min: number, max: number): void {
  const refused = played.earlier.map(toldBy).filter(({ isError }) => isError)
  const admitted = played.earlier.length - refused.length
  expect(admitted).toBeGreaterThanOrEqual(min)
  expect(admitted).toBeLessThanOrEqual(max)
  for (const { fields } of refused) expect(fields.sub_msg).toMatch(ban)
}

function bodyOf({ played }: Aftermath): string {
  return played.last.answers[0]?.body ?? ''
}

function formOf({ played }: Aftermath): string {
  return toldBy(played.last.answers[0]).form
}

function subMsgOf({ played }: Aftermath): unknown {
  return toldBy(played.last.answers[0]).fields.sub_msg
}

function toldBy(answer: HttpAnswer | undefined) {
  if (answer === undefined) throw new Error('no answer')
  return readAnswer(answer)
}

/** What became of each call of a batch: `good`, or the code of its error. */
function outcomesOf(exchange: Exchange): string[] {
  return answersOf(exchange)
    .map(toldBy)
    .map(({ isError, fields }) => (isError ? String(fields.code) : 'good'))
}

/** Each good call has taken effect, and no other. */
function expectBatch({ played, grown }: Aftermath, outcomes: readonly string[]): void {
  expect(outcomesOf(played.last)).toEqual(outcomes)
  const good = outcomes.filter((outcome) => outcome === 'good')
  expect(grown.get('charity_action')).toBe(good.length)
}

function repeated(outcome: string, times: number): string[] {
  return Array.from({ length: times }, () => outcome)
}

function isOneDeedTwice({ played, grown }: Aftermath): void {
  const [first, second] = answersOf(played.last).map((answer) => {
    const { request_id: _, ...fields } = toldBy(answer).fields
    return fields
  })
  expect(first).toEqual(second)
  expect(grown.get('charity_action')).toBe(1)
}

function answersInOrder({ played }: Aftermath): void {
  const ids = played.last.answers.map((answer) => memberOf(toldBy(answer).fields, 'event_id'))
  expect(ids).toEqual(ids.toSorted())
  expect(new Set(ids).size).toBe(ids.length)
}

function isFirstAnswerAgain({ played, grownLast }: Aftermath): void {
  const { request_id: _, ...first } = toldBy(played.earlier[0]).fields
  expect(toldBy(played.last.answers[0]).fields).toMatchObject(first)
  expect(grownLast).toEqual(new Map())
}

/** A call that repeats an earlier one adds no row, and then there is nothing to flag. */
function isFlagged(table: string): Check {
  return async ({ grown, store }) => {
    if (!grown.has(table)) return
    expect(await store.newestFlags(table)).not.toBe('')
  }
}

function isStored(table: string, text: string): Check {
  return async ({ store }) => expect(await store.text(table)).toContain(text)
}

function isOneTag({ grown }: Aftermath): void {
  expect(grown.get('retail_user_tag') ?? 0).toBeLessThanOrEqual(1)
}

function isOneSession({ grownLast }: Aftermath): void {
  expect(grownLast).toEqual(new Map([['app_session', 1]]))
}

/** Every answer is the same, but for its own id, and they stand for one message. */
function isOneMessage({ played, grown }: Aftermath): void {
  const told = played.last.answers.map((answer) => {
    const { request_id: _, ...fields } = toldBy(answer).fields
    return fields
  })
  expect(told).toEqual(told.map(() => told[0]))
  expect(grown.get('followup_message')).toBe(1)
}

/** The security log that the note of the case asks for. */
function tellsOperators({ alerts }: Aftermath): void {
  expect(alerts).not.toEqual([])
}

function hasDistinctStamps({ played, grown }: Aftermath): void {
  const { answers } = played.last
  const stamps = answers.map((answer) => memberOf(toldBy(answer).fields, 'time_stamp'))
  expect(new Set(stamps).size).toBe(answers.length)
  expect(grown.get('followup_message')).toBe(answers.length)
}

/** The member of this name, however deep it lies. */
function memberOf(tree: Tree, name: string): unknown {
  if (name in tree) return tree[name]
  return Object.values(tree)
    .filter(isTree)
    .map((inner) => memberOf(inner, name))
    .find((found) => found !== undefined)
}
