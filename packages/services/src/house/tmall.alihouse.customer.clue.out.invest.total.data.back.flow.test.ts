import { describe, expect, it } from 'vitest'
import {
  boundUserTag,
  houseFixtures,
  otherUserTag,
  report,
  sampleData,
  statRow,
} from '../testing/sample-report.ts'
import { appA, appB, nowMs } from '../testing/write-call.ts'
import { type ReportCall, type ReportFacts, rowsByCall } from './report-facts.ts'
import type { PartnerRow, SubjectRow } from './tables.ts'
import { decideReport } from './tmall.alihouse.customer.clue.out.invest.total.data.back.flow.ts'

const DAY_MS = 24 * 60 * 60_000

function partnerRow(partner: string, bound_user_tag: string): PartnerRow {
  return { partner, bound_user_tag, days_back_max: null }
}

function factsOf(calls: readonly ReportCall[]): ReportFacts {
  const exclusive = new Map<string, SubjectRow[]>()
  for (const {
    partner,
    type,
    id,
    store_id = null,
    name = null,
    exclusive: is,
  } of houseFixtures.subjects) {
    if (!is) continue
    exclusive.set(`${type} ${id}`, [
      { partner, type, subject_id: id, store_id, name, exclusive: 1 },
    ])
  }
  return {
    rows: rowsByCall(calls),
    partners: new Map(
      [partnerRow('HOUSE_A', boundUserTag), partnerRow('HOUSE_B', otherUserTag)].map((row) => [
        row.partner,
        row,
      ]),
    ),
    repeated: new Map(),
    exclusive,
    heads: new Map(),
  }
}

function decideAll(...calls: ReportCall[]) {
  const facts = factsOf(calls)
  return calls.map((call) => decideReport(facts, call, nowMs))
}

function codeOf(call: ReportCall): string | undefined {
  const [decision] = decideAll(call)
  return decision?.kind === 'refuse' ? decision.refusal : decision?.answer.result.code
}

const success = { result: { code: 'success', msg: '成功', success: 'true' } }

describe('the decision on a report', () => {
  it('takes the documented sample', () => {
    expect(decideAll(report(sampleData))).toMatchObject([
      {
        kind: 'accept',
        answer: success,
        change: { partner: 'HOUSE_A', versions: [{ version: 1 }] },
      },
    ])
  })

  it('answers an empty array with success and keeps nothing', () => {
    expect(decideAll(report([]))).toMatchObject([{ kind: 'settle', answer: success }])
  })

  it.each<[string, ReportCall]>([
    ['a user of another partner', report(sampleData, { user_tag: otherUserTag })],
    ['no user', report(sampleData, { user_tag: null })],
    ['an app without a partner', report(sampleData, { app: { ...appA, owns: {} } })],
    [
      'a partner without a bound user',
      report(sampleData, { app: { ...appA, owns: { house_partner: 'X' } }, user_tag: null }),
    ],
    ['an empty report of a foreign user', report([], { user_tag: otherUserTag })],
  ])('gives no permission to %s', (_what, call) => {
    expect(codeOf(call)).toBe('NO_PERMISSION')
    expect(decideAll(call)).toMatchObject([{ answer: { result: { success: 'false' } } }])
  })

  it.each<[string, ReportCall]>([
    ['a broker in the shop of another partner', report([statRow({ store_id: 999 })])],
    ['the shop of another partner', report([statRow({ store_id: 999 })], { type: 2n })],
    [
      'a city row that names the shop of another partner',
      report([statRow({ store_id: '999' })], { type: 3n }),
    ],
    ['a broker of another partner', report([statRow({ id: 70, store_id: 7 })])],
    ['a broker of another partner, shop left out', report([statRow({ id: 70, store_id: null })])],
    [
      'a broker of another partner by his own id',
      report([statRow({ brokerId: 70, store_id: null })]),
    ],
    ['one such row among good ones', report([statRow(), statRow({ id: 65, store_id: 999 })])],
  ])('declines %s as a conflict', (_what, call) => {
    expect(codeOf(call)).toBe('SUBJECT_CONFLICT')
  })

  it.each<[string, ReportCall]>([
    ['its own exclusive shop', report([statRow({ store_id: 5 })], { type: 2n })],
    [
      'a shop that another partner has without exclusion',
      report([statRow()], { type: 2n, app: appB, user_tag: otherUserTag }),
    ],
    ['a broker with the number of a foreign one, of another shop', report([statRow({ id: 70 })])],
    ['a broker with the number of a foreign shop', report([statRow({ id: 999 })])],
  ])('takes %s', (_what, call) => {
    expect(codeOf(call)).toBe('success')
  })

  it('counts rows older than the version in force as stale and still succeeds', () => {
    const older = report([statRow({ updateTime: '2022-03-31 21:23:11', totalUv: 9 })])
    expect(decideAll(report([statRow()]), older)).toMatchObject([
      { kind: 'accept', change: { versions: [{ version: 1 }] } },
      { kind: 'accept', answer: success, change: { versions: [], stale: [{ position: 1 }] } },
    ])
  })

  it('lets the later of equal times win', () => {
    expect(decideAll(report([statRow()]), report([statRow({ aliUv: 2 })]))).toMatchObject([
      { change: { versions: [{ version: 1 }] } },
      {
        change: {
          versions: [{ version: 2, row: { update_ms: Date.UTC(2022, 2, 31, 13, 23, 12) } }],
        },
      },
    ])
  })

  it('takes a row without update time as older than any with one', () => {
    const silent = (aliUv: number) => report([statRow({ aliUv, updateTime: undefined })])
    const versions = decideAll(silent(1), silent(2), report([statRow()]), silent(3))
    expect(versions).toMatchObject(
      [[{ version: 1 }], [{ version: 2 }], [{ version: 3 }], []].map((versions) => ({
        change: { versions },
      })),
    )
  })

  it('keeps the rows of two partners with the same numbers apart', () => {
    const other = report([statRow()], { app: appB, user_tag: otherUserTag })
    expect(decideAll(report([statRow()]), other)).toMatchObject([
      { change: { versions: [{ version: 1 }] } },
      { change: { versions: [{ version: 1 }] } },
    ])
  })

  it('answers the same call within 7 days without work, later anew', () => {
    const at = (received_ms: number) => report(sampleData, { received_ms })
    const calls = [at(nowMs), at(nowMs + 7 * DAY_MS - 1), at(nowMs + 7 * DAY_MS)]
    expect(decideAll(...calls).map(({ kind }) => kind)).toEqual(['accept', 'settle', 'accept'])
  })

  it('refuses days older than the operator allows, and names the row', () => {
    const call = report([
      statRow({ statisticsDate: '2022-03-27' }),
      statRow({ statisticsDate: '2022-03-26' }),
    ])
    const limited = (days_back_max: number) => {
      const partner = { ...partnerRow('HOUSE_A', boundUserTag), days_back_max }
      return decideReport(
        { ...factsOf([call]), partners: new Map([['HOUSE_A', partner]]) },
        call,
        nowMs,
      )
    }
    expect(limited(8)).toMatchObject({ kind: 'accept' })
    expect(limited(7)).toMatchObject({
      kind: 'refuse',
      refusal: 'invalid-parameter',
      detail: { subMsg: expect.stringContaining('第2行 statisticsDate') },
    })
  })

  it('forgives a lenient app its account and a partner that nobody set up', () => {
    const lenient = { ...appA, profile: 'lenient' as const }
    expect(
      decideAll(
        report(sampleData, { app: lenient, user_tag: otherUserTag }),
        report(sampleData, { app: { ...lenient, owns: { house_partner: 'X' } } }),
        report(sampleData, { app: { ...lenient, owns: {} } }),
        report([statRow()], { app: lenient }),
        report([statRow({ store_id: 999 })], { app: lenient }),
      ),
    ).toMatchObject([
      { answer: success, forgiven: ['created-on-first-use:session'] },
      {
        answer: success,
        forgiven: ['created-on-first-use:house_partner'],
        change: { partner: 'X' },
      },
      { answer: success, change: { partner: 'app-10000001' } },
      { answer: success, forgiven: undefined },
      { answer: { result: { code: 'SUBJECT_CONFLICT' } } },
    ])
  })

  it('takes equal rows of another type as another call', () => {
    const kinds = decideAll(report(sampleData), report(sampleData, { type: 2n }))
    expect(kinds.map(({ kind }) => kind)).toEqual(['accept', 'accept'])
  })
})
