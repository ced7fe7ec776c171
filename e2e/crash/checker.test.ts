import { describe, expect, it } from 'vitest'
import { type RuleName, verdict } from './checker.ts'
import { type Content, ENDED_ACTIVITY, FORCED_ACTIVITY, OPEN_ACTIVITY } from './content.ts'
import type { Evidence } from './evidence.ts'
import type { Answer, Call } from './history.ts'
import type { Line, Snapshot } from './store.ts'

const plain: Content = {
  activity_id: OPEN_ACTIVITY,
  tb_user_id: 1,
  charity_timestamp: '2024-03-01 12:00:00',
  charity_type_sub_code: 'WALK_ONCE',
  fore_reg_activity: false,
  ori_content: '{}',
}
const forced: Content = {
  ...plain,
  activity_id: FORCED_ACTIVITY,
  tb_user_id: 2,
  charity_type_sub_code: 'TREE_SINGLE',
  fore_reg_activity: true,
}
const ended: Content = { ...plain, activity_id: ENDED_ACTIVITY }
const unanswered: Answer = { kind: 'unknown', why: 'timeout' }

function success(event_id: string, charity_hours: string): Answer {
  return { kind: 'success', msg: '成功', code: 200, event_id, charity_hours }
}

function call(event_id: string, content: Content, answer: Answer, more: Partial<Call> = {}): Call {
  const operation = 'fresh'
  return {
    client: 0,
    node: 0,
    start_ms: 10,
    end_ms: 20,
    operation,
    event_id,
    content,
    answer,
    ...more,
  }
}

function line(id: string, event_id: string, more: Partial<Line> = {}): Line {
  return {
    position: id,
    id,
    event_id,
    content_hash: 'aa',
    account: 'u:one',
    activity_id: String(OPEN_ACTIVITY),
    sub_code: 'WALK_ONCE',
    happened_ms: String(Date.UTC(2024, 2, 1, 4)),
    minutes: 6,
    ...more,
  }
}

const forcedLine = line('2', 'forced', {
  content_hash: 'bb',
  account: 'u:two',
  activity_id: String(FORCED_ACTIVITY),
  sub_code: 'TREE_SINGLE',
  minutes: 60,
})

/** Five ids: acknowledged, by force, with an unknown outcome, refused, and in two contents. */
function soundEvidence(): Evidence {
  const capped = success('twice', '0.0')
  const calls = [
    call('walk', plain, success('walk', '0.1')),
    call('forced', forced, success('forced', '1.0')),
    call('unknown', plain, unanswered),
    call('refused', ended, { kind: 'final', code: '410' }),
    call('twice', plain, capped),
    call('twice', { ...plain, tb_user_id: 9 }, { kind: 'conflict' }),
  ]
  const lines = [line('1', 'walk'), forcedLine, line('3', 'twice', { minutes: 0 })]
  const before: Snapshot = {
    lines,
    wrongSums: [],
    caps: [{ account: 'u:one', sub_code: 'WALK_ONCE', period: '2024-03-01', minutes: 6 }],
    registrations: [{ account: 'u:two', activity_id: String(FORCED_ACTIVITY), status: 'FORCED' }],
  }
  const after = { ...before, lines: [...lines, line('4', 'unknown', { minutes: 0 })] }
  const again = calls.filter(({ answer }) => answer.kind === 'success')
  const resends = [...again, call('unknown', plain, success('unknown', '0.0'))]
  return {
    calls,
    resends,
    before,
    after,
    met: after.lines,
    wrongSums: [],
    damage: [],
    kills: [{ node: 0, at_ms: 5, starved_ms: 0 }],
  }
}

function withCall(changed: Call): Partial<Evidence> {
  return { calls: [...soundEvidence().calls, changed] }
}

/** The same lines before and after, with one changed; undefined takes it away. */
function withLine(id: string, change: Partial<Line> | undefined): Partial<Evidence> {
  const { before, after } = soundEvidence()
  const changed = (snapshot: Snapshot): Snapshot => ({
    ...snapshot,
    lines: snapshot.lines.flatMap((line) =>
      line.id !== id ? [line] : change === undefined ? [] : [{ ...line, ...change }],
    ),
  })
  return { before: changed(before), after: changed(after), met: changed(after).lines }
}

function withExtra(...lines: Line[]): Partial<Evidence> {
  const { before, after } = soundEvidence()
  const all = [...after.lines, ...lines]
  return {
    before: { ...before, lines: [...before.lines, ...lines] },
    after: { ...after, lines: all },
    met: all,
  }
}

function withBoth(change: Partial<Snapshot>): Partial<Evidence> {
  const { before, after } = soundEvidence()
  return { before: { ...before, ...change }, after: { ...after, ...change } }
}

describe('the checker', () => {
  it('finds nothing wrong with sound evidence', () => {
    expect(verdict(soundEvidence())).toEqual({})
  })

  const { before, met, resends } = soundEvidence()

  it.each<[string, RuleName, Partial<Evidence>]>([
    ['a lost line', 'acknowledgedIsStoredOnce', withLine('3', undefined)],
    ['a doubled line', 'acknowledgedIsStoredOnce', withExtra(line('9', 'twice', { minutes: 0 }))],
    ['a line for another user', 'acknowledgedIsStoredOnce', withLine('3', { account: 'u:two' })],
    ['a line with another hash', 'acknowledgedIsStoredOnce', withLine('3', { content_hash: 'bb' })],
    ['a line of another time', 'acknowledgedIsStoredOnce', withLine('3', { happened_ms: '1' })],
    ['a line with other minutes', 'acknowledgedIsStoredOnce', withLine('2', { minutes: 66 })],
    [
      'two lines for an unknown id',
      'unknownIsStoredAtMostOnce',
      withExtra(line('8', 'unknown', { minutes: 0 }), line('9', 'unknown', { minutes: 0 })),
    ],
    [
      'a line with mixed content for an unknown id',
      'unknownIsStoredAtMostOnce',
      {
        before: {
          ...before,
          lines: [
            ...before.lines,
            { ...forcedLine, id: '4', event_id: 'unknown', account: 'u:one' },
          ],
        },
      },
    ],
    [
      'a line that nobody sent',
      'nothingElseIsStored',
      withExtra(line('9', 'stray', { minutes: 0 })),
    ],
    [
      'a line for a refused id',
      'nothingElseIsStored',
      withExtra(
        line('9', 'refused', {
          minutes: 0,
          activity_id: String(ENDED_ACTIVITY),
          content_hash: 'cc',
        }),
      ),
    ],
    [
      'a repeat with another answer',
      'repeatsGetTheFirstAnswer',
      withCall(call('walk', plain, success('walk', '0.0'))),
    ],
    [
      'a repeat that is refused',
      'repeatsGetTheFirstAnswer',
      withCall(call('walk', plain, { kind: 'final', code: '412' })),
    ],
    [
      'a resend without an answer',
      'repeatsGetTheFirstAnswer',
      { resends: [...resends, call('walk', plain, unanswered)] },
    ],
    [
      'two contents acknowledged',
      'oneContentWins',
      withCall(call('twice', { ...plain, tb_user_id: 9 }, success('twice', '0.0'))),
    ],
    [
      '409 without another content',
      'oneContentWins',
      withCall(call('walk', plain, { kind: 'conflict' })),
    ],
    ['409 against nothing', 'oneContentWins', withCall(call('none', plain, { kind: 'conflict' }))],
    ['a wrong sum', 'sumsAgree', withBoth({ wrongSums: ['u:one'] })],
    ['a wrong sum on the way', 'sumsAgree', { wrongSums: ['u:one'] }],
    ['a cap that was not counted', 'sumsAgree', withBoth({ caps: [] })],
    ['a cap exceeded', 'sumsAgree', withLine('1', { minutes: 12 })],
    ['a missing registration', 'sumsAgree', withBoth({ registrations: [] })],
    [
      'a registration twice',
      'sumsAgree',
      withBoth({ registrations: [...before.registrations, ...before.registrations] }),
    ],
    ['a line that the reader missed', 'logIsComplete', { met: met.slice(1) }],
    ['a line that the reader met twice', 'logIsComplete', { met: [...met, ...met.slice(0, 1)] }],
    [
      'a line that the reader met and nobody stored',
      'logIsComplete',
      { met: [...met, line('9', 'ghost')] },
    ],
    ['damage', 'databaseIsSound', { damage: ['integrity_check: row 1 missing from index'] }],
    ['a slow recovery', 'recoveryIsFast', { kills: [{ node: 0, at_ms: -6_000, starved_ms: 0 }] }],
    ['a node that stays away', 'recoveryIsFast', { kills: [{ node: 1, at_ms: 5, starved_ms: 0 }] }],
  ])('finds %s', (_, rule, change) => {
    expect(Object.keys(verdict({ ...soundEvidence(), ...change }))).toContain(rule)
  })

  it('counts a kill during a recovery once, and not the wait for a processor', () => {
    const kills = [
      { node: 0, at_ms: -9_000, starved_ms: 0 },
      { node: 0, at_ms: -6_000, starved_ms: 2_000 },
    ]
    expect(verdict({ ...soundEvidence(), kills })).toEqual({})
  })
})
