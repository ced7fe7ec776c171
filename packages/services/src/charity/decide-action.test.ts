import type { Decision } from '@topgate/engine'
import { describe, expect, it } from 'vitest'
import type { ActionAnswer } from './action-answers.ts'
import type { ActionCall, UserAction } from './action-claim.ts'
import { loadActionFacts } from './action-facts.ts'
import {
  actionCall,
  at,
  type CallOptions,
  json,
  memoryTransaction,
  NOW_MS,
  onSiteAction,
  plainAction,
  sampleAction,
  seed,
  seedInto,
  success,
  vault,
} from './charity-testing.ts'
import { decideAction } from './decide-action.ts'
import { type LedgerChange, saveLedger } from './ledger-store.ts'
import type { CharitySeed } from './seed.ts'

type ActionDecision = Decision<ActionAnswer, LedgerChange>

/** A seeded store in memory that decides batches. */
async function platform() {
  const tx = memoryTransaction()
  await seedInto(tx, seed)
  const decideAll = async (calls: readonly ActionCall[]): Promise<ActionDecision[]> => {
    const facts = await loadActionFacts(tx, calls, vault)
    const decisions = calls.map((call) => decideAction(facts, call))
    const changes = decisions.flatMap((one) => (one.kind === 'accept' ? [one.change] : []))
    await saveLedger(tx, changes, vault)
    return decisions
  }
  return {
    tx,
    decideAll,
    change: (data: CharitySeed) => seedInto(tx, data, 'replace'),
    /** Codes, hours and messages of a batch. */
    async send(...actions: readonly Partial<UserAction>[]) {
      return (await decideAll(actions.map((action) => callWith(action)))).map(brief)
    },
    async one(action: Partial<UserAction>, options: CallOptions = {}) {
      const [decision] = await decideAll([callWith(action, options)])
      if (decision === undefined) throw new Error('nothing decided')
      return decision
    },
  }
}

let events = 0
/** A plain action with an event id of its own unless given. */
function callWith(changes: Partial<UserAction>, options: CallOptions = {}): ActionCall {
  events += 1
  return actionCall({ ...plainAction, event_id: `E${events}`, ...changes }, options)
}

function brief(decision: ActionDecision | undefined): string {
  if (decision === undefined || decision.kind === 'refuse') return 'refused'
  const { code, msg, data } = decision.answer.result
  return data === undefined ? `${code} ${msg}` : `${data.charity_hours} ${msg}`
}

function lineOf(decision: ActionDecision) {
  const line = decision.kind === 'accept' ? decision.change.lines[0] : undefined
  if (line === undefined) throw new Error('nothing was accepted')
  return line.row
}

const noUser = { tb_user_id: undefined }

describe('the documented sample', () => {
  it('answers 0.1', async () => {
    const decision = await (await platform()).one(sampleAction)
    expect(decision).toMatchObject({ kind: 'accept', answer: success('UNI_9901', '0.1') })
  })

  it('becomes one line with every fact that a reader needs', async () => {
    const row = lineOf(await (await platform()).one(sampleAction))
    expect(row).toEqual({
      id: expect.any(BigInt),
      channel: 'CH_A',
      event_id: 'UNI_9901',
      kind: 'ACTION',
      content_hash: expect.any(Uint8Array),
      account: expect.stringMatching(/^u:/),
      activity_id: 12345n,
      sub_code: 'SUB_CODE',
      type: 'PAN_PUBLIC_WELFARE',
      year: 2019,
      happened_ms: sampleAction.charity_timestamp,
      received_ms: NOW_MS,
      app_key: '10000001',
      minutes: 6,
      status: 'AWARDED',
      cap: '',
      flags: 'TS_NOT_MS',
    })
  })
})

describe('a repeated event', () => {
  it('gets its first answer and has no second effect', async () => {
    const { one } = await platform()
    const first = await one(onSiteAction)
    const again = await one({ ...onSiteAction, feeling: 'other words' })
    expect(again).toEqual({
      kind: 'settle',
      first: false,
      answer: success(onSiteAction.event_id, '2.0'),
    })
    expect(first).toMatchObject({ kind: 'accept', answer: again.kind === 'settle' && again.answer })
  })

  it('gets 409 with other content, and the first stays', async () => {
    const { send } = await platform()
    const longer = { ...onSiteAction, ori_content: json('{"durationMinutes":185}') }
    expect(await send(onSiteAction)).toEqual(['2.0 成功'])
    expect(await send(longer)).toEqual(['409 event_id 已用于其他内容'])
    expect(await send(onSiteAction)).toEqual(['2.0 成功'])
  })

  it('is recognised inside one batch, equal and conflicting', async () => {
    const { decideAll } = await platform()
    const conflicting = { ...onSiteAction, activity_id: 12346n }
    const decisions = await decideAll(
      [onSiteAction, onSiteAction, conflicting, onSiteAction].map((action) => actionCall(action)),
    )
    expect(decisions.map(brief)).toEqual([
      '2.0 成功',
      '2.0 成功',
      '409 event_id 已用于其他内容',
      '2.0 成功',
    ])
    expect(decisions.map(({ kind }) => kind)).toEqual(['accept', 'settle', 'settle', 'settle'])
  })

  it('answers before any other rule: withdrawn activity, closed channel, blocked user, new rule', async () => {
    const { send, change } = await platform()
    await send(onSiteAction)
    await change({
      channels: [{ channel: 'CH_A', status: 'CLOSED' }],
      activities: (seed.activities ?? []).map((one) => ({ ...one, status: 'OFFLINE' as const })),
      users: [{ tb_user_id: 2201234567890n, status: 'BLOCKED' }],
      rules: [{ sub_code: 'OFFLINE_SERVICE', type: 'X', formula: 'FIXED', minutes: 600 }],
    })
    expect(await send(onSiteAction)).toEqual(['2.0 成功'])
    expect(await send({ ...onSiteAction, version: '1' })).toEqual(['409 event_id 已用于其他内容'])
    expect(await send({ ...onSiteAction, event_id: 'NEW' })).toEqual(['403 渠道无权限'])
  })

  it('is decided anew after a decline, which does not use up the id', async () => {
    const { send } = await platform()
    expect(await send({ event_id: 'A', activity_id: 999n })).toEqual(['404 活动不存在'])
    expect(await send({ event_id: 'A' })).toEqual(['0.1 成功'])
  })

  it('is another event in another channel and in other letter case', async () => {
    const { one, send } = await platform()
    expect(await send({ event_id: 'SAME' }, { event_id: 'same' })).toEqual(['0.1 成功', '0.1 成功'])
    const other = await one({ event_id: 'SAME', activity_id: 22345n }, { channel: 'CH_B' })
    expect(other.kind).toBe('accept')
  })

  it('gets the answer of a capped award again, also when the cap would leave more today', async () => {
    const { send, change } = await platform()
    const walk = (event_id: string) => ({ event_id, charity_type_sub_code: 'WALK_ONCE' })
    await send(walk('W1'))
    expect(await send(walk('W2'))).toEqual(['0.0 成功（已达上限）'])
    await change({ rules: [{ sub_code: 'WALK_ONCE', type: 'X', formula: 'FIXED', minutes: 6 }] })
    expect(await send(walk('W2'))).toEqual(['0.0 成功（已达上限）'])
  })
})

describe('registration', () => {
  const need = { activity_id: 12346n }

  it.each<[string, Partial<UserAction>, string]>([
    ['no need, no flag', { tb_user_id: 1n }, '0.1 成功'],
    ['no need, flag', { tb_user_id: 1n, fore_reg_activity: true }, '0.1 成功'],
    ['registered, no flag', { ...need, tb_user_id: 700n }, '0.1 成功'],
    ['registered, flag', { ...need, tb_user_id: 700n, fore_reg_activity: true }, '0.1 成功'],
    ['forced before', { ...need, tb_user_id: 702n }, '0.1 成功'],
    ['not registered, no flag', { ...need }, '412 未报名活动'],
    ['not registered, flag false', { ...need, fore_reg_activity: false }, '412 未报名活动'],
    ['not registered, flag, full', { ...need, fore_reg_activity: true }, '0.1 成功'],
    [
      'cancelled by the user, flag',
      { ...need, tb_user_id: 701n, fore_reg_activity: true },
      '412 未报名活动：用户已取消报名',
    ],
    ['cancelled, no flag', { ...need, tb_user_id: 701n }, '412 未报名活动：用户已取消报名'],
    [
      'blocked user, flag',
      { ...need, tb_user_id: 666n, fore_reg_activity: true },
      '423 用户已被限制',
    ],
    ['ended activity, registered', { activity_id: 5n, tb_user_id: 700n }, '0.1 成功'],
    [
      'ended activity, flag',
      { activity_id: 5n, fore_reg_activity: true },
      '412 未报名活动：活动已结束，不能强制报名',
    ],
  ])('%s', async (_name, action, answer) => {
    expect(await (await platform()).send(action)).toEqual([answer])
  })

  it('by force is written once and lasts, also within a batch', async () => {
    const { decideAll, send } = await platform()
    const forced = { ...need, fore_reg_activity: true }
    const decisions = await decideAll([callWith(forced), callWith(forced), callWith(need)])
    expect(decisions.map(brief)).toEqual(['0.1 成功', '0.1 成功', '0.1 成功'])
    expect(
      decisions.map(
        (one) => one.kind === 'accept' && one.change.registrations.map((r) => r.status),
      ),
    ).toEqual([['FORCED'], [], []])
    expect(await send(need)).toEqual(['0.1 成功'])
  })

  it('is not written when the call fails for another reason', async () => {
    const { send } = await platform()
    const bad = { ...need, fore_reg_activity: true, charity_type_sub_code: 'OFFLINE_SERVICE' }
    expect((await send(bad))[0]).toMatch(/^400/)
    expect(await send(need)).toEqual(['412 未报名活动'])
  })

  it('is written without a flag or a need for it by nobody', async () => {
    const decision = await (await platform()).one({ fore_reg_activity: true })
    expect(decision).toMatchObject({ change: { registrations: [] } })
  })
})

describe('the channel', () => {
  it.each<[string, CallOptions]>([
    ['of an app that has none', { channel: null }],
    ['that nobody set up', { channel: 'CH_NEW' }],
    ['that is closed', { channel: 'CH_CLOSED' }],
  ])('%s gets 403', async (_name, options) => {
    const decision = await (await platform()).one({ activity_id: 6n }, options)
    expect(decision).toMatchObject({ kind: 'settle', first: true })
    expect(brief(decision)).toBe('403 渠道无权限')
  })

  it('may only report the types that it is allowed', async () => {
    const { one } = await platform()
    const walk = { activity_id: 8n, charity_type_sub_code: 'WALK_ONCE' }
    const tree = { activity_id: 8n, charity_type_sub_code: 'TREE_SINGLE' }
    expect(brief(await one(walk, { channel: 'CH_WALK' }))).toBe('0.1 成功')
    expect(brief(await one(tree, { channel: 'CH_WALK' }))).toBe('403 渠道无此公益类型的权限')
  })
})

describe('the activity', () => {
  it.each([
    ['unknown', 999_999_999n],
    ['of another channel', 22345n],
    ['not published', 1n],
    ['withdrawn', 2n],
  ])('%s gets the one 404', async (_name, activity_id) => {
    expect(await (await platform()).send({ activity_id })).toEqual(['404 活动不存在'])
  })

  const ended = '410 活动已结束'
  const tooLate = '410 活动已结束，且已超过补报期限'
  it.each<[string, bigint, string, string, string]>([
    [
      'a second before the start',
      12345n,
      '2018-12-31 23:59:59',
      '2022-10-01 12:00:00',
      '410 活动尚未开始',
    ],
    ['at the start', 12345n, '2019-01-01 00:00:00', '2022-10-01 12:00:00', '0.1 成功'],
    ['at the end', 12347n, '2019-12-31 23:59:59', '2019-12-31 23:59:59', '0.1 成功'],
    ['a second after the end', 12347n, '2020-01-01 00:00:00', '2020-01-01 00:00:00', ended],
    ['late, on the last second', 12347n, '2019-12-31 23:59:59', '2020-01-30 23:59:59', '0.1 成功'],
    ['late by a second too much', 12347n, '2019-12-31 23:59:59', '2020-01-31 00:00:00', tooLate],
    ['ended without a date', 3n, '2022-09-05 09:00:00', '2022-10-01 12:00:00', ended],
    ['settled', 4n, '2022-09-05 09:00:00', '2022-10-01 12:00:00', tooLate],
  ])('%s', async (_name, activity_id, happened, received, answer) => {
    const action = { activity_id, charity_timestamp: at(happened) }
    const decision = await (await platform()).one(action, { received_ms: at(received) })
    expect(brief(decision)).toBe(answer)
  })

  it('flags what came in the late period', async () => {
    const late = { activity_id: 12347n, charity_timestamp: at('2019-12-31 23:59:59') }
    const decision = await (await platform()).one(late, { received_ms: at('2020-01-01 00:00:00') })
    expect(lineOf(decision).flags).toBe('LATE')
  })
})

describe('the sub code', () => {
  it('is the default of the activity when it is absent or empty', async () => {
    const { send } = await platform()
    const sub = (charity_type_sub_code: string | undefined) => ({ charity_type_sub_code })
    expect(await send(sub(undefined), sub(''))).toEqual(['0.1 成功', '0.1 成功'])
  })

  it('that is unknown gets 404', async () => {
    const { send } = await platform()
    expect(await send({ charity_type_sub_code: 'NOBODY' })).toEqual(['404 公益类型子代码不存在'])
  })

  it('has the newest rule that was in force when the good was done', async () => {
    const { send, change } = await platform()
    const rule = { sub_code: 'VERSIONED', type: 'X', formula: 'FIXED' as const }
    await change({
      rules: [
        { ...rule, version: 1, minutes: 6, valid_from_ms: at('2022-01-01 00:00:00') },
        { ...rule, version: 3, minutes: 18, valid_from_ms: at('2022-06-01 00:00:00') },
        {
          ...rule,
          version: 2,
          minutes: 12,
          valid_from_ms: at('2022-03-01 00:00:00'),
          valid_to_ms: at('2022-04-01 00:00:00'),
        },
      ],
    })
    const on = (time: string) => ({
      charity_type_sub_code: 'VERSIONED',
      charity_timestamp: at(time),
    })
    expect(
      await send(
        on('2021-12-31 23:59:59'),
        on('2022-01-01 00:00:00'),
        on('2022-03-31 23:59:59'),
        on('2022-04-01 00:00:00'),
        on('2022-06-01 00:00:00'),
      ),
    ).toEqual(['404 公益类型子代码不存在', '0.1 成功', '0.2 成功', '0.1 成功', '0.3 成功'])
  })
})

describe('the user', () => {
  it('without a row is fine, unless the channel may name known users only', async () => {
    const { send, one } = await platform()
    const known = { activity_id: 7n }
    const options = { channel: 'CH_KNOWN' }
    expect(await send({ tb_user_id: 987654321n })).toEqual(['0.1 成功'])
    expect(brief(await one({ ...known, tb_user_id: 987654321n }, options))).toBe('404 用户不存在')
    expect(brief(await one({ ...known, tb_user_id: 700n }, options))).toBe('0.1 成功')
    expect(brief(await one({ ...known, ...noUser, third_user_key: 'new' }, options))).toBe(
      '0.1 成功',
    )
  })

  it('that is blocked gets 423, also by the key that is bound to it', async () => {
    const { send, change } = await platform()
    expect(await send({ tb_user_id: 666n })).toEqual(['423 用户已被限制'])
    await change({ users: [{ tb_user_id: 12345n, status: 'BLOCKED' }] })
    expect(await send({ ...noUser, third_user_key: '123' })).toEqual(['423 用户已被限制'])
  })

  it('whose key was unbound gets 403', async () => {
    const { send } = await platform()
    const key = { third_user_key: 'key_cancelled' }
    expect(await send({ ...key, ...noUser }, { ...key, tb_user_id: 2201234567892n })).toEqual([
      '403 用户已取消授权',
      '403 用户已取消授权',
    ])
  })

  it('of id and key must be one person', async () => {
    const { send } = await platform()
    expect(
      await send(
        { tb_user_id: 12345n, third_user_key: '123' },
        { tb_user_id: 12345n, third_user_key: 'key_of_someone_else' },
        { tb_user_id: 12345n, third_user_key: 'nobody_bound_this' },
      ),
    ).toEqual(['0.1 成功', '409 tb_user_id 与 third_user_key 属于不同的用户', '0.1 成功'])
  })

  it('behind a bound key has one account with its id', async () => {
    const { one } = await platform()
    const byId = lineOf(await one({ tb_user_id: 12345n }))
    const byKey = lineOf(await one({ ...noUser, third_user_key: '123' }))
    expect(byKey.account).toBe(byId.account)
    expect(byKey.status).toBe('AWARDED')
  })

  it('behind an unbound key gets the hours as pending ones of the key', async () => {
    const { one } = await platform()
    const decision = await one({ ...noUser, third_user_key: 'bank-张三-01' })
    expect(brief(decision)).toBe('0.1 成功')
    expect(lineOf(decision)).toMatchObject({
      account: expect.stringMatching(/^k:/),
      status: 'PENDING',
      minutes: 6,
    })
  })
})

describe('the quantity', () => {
  const onSite = (content: string) => ({
    charity_type_sub_code: 'OFFLINE_SERVICE',
    ori_content: json(content),
  })

  it.each([
    ['{"durationMinutes":125}', '2.0 成功'],
    ['{"durationMinutes":5}', '0.0 成功'],
    ['{"durationMinutes":"1e3"}', '400 ori_content 里的数量不合规则：须为规则所指成员的正整数'],
    ['{}', '400 ori_content 里的数量不合规则：须为规则所指成员的正整数'],
    ['"{\\"durationMinutes\\":125}"', '400 ori_content 被编码了两次：请直接传 JSON 文本'],
  ])('%s gives %s', async (content, answer) => {
    expect(await (await platform()).send(onSite(content))).toEqual([answer])
  })

  it('may be encoded twice where the rule says so', async () => {
    const { send, change } = await platform()
    await change({
      rules: [
        {
          sub_code: 'OFFLINE_SERVICE',
          type: 'X',
          formula: 'PER_DURATION',
          quantity_path: 'durationMinutes',
          decode_once: true,
        },
      ],
    })
    expect(await send(onSite('"{\\"durationMinutes\\":125}"'))).toEqual(['2.0 成功'])
  })
})

describe('caps', () => {
  const walk = (time: string) => ({
    charity_type_sub_code: 'WALK_ONCE',
    charity_timestamp: at(time),
  })
  const share = (time: string) => ({
    charity_type_sub_code: 'SHARE_ONCE',
    charity_timestamp: at(time),
  })
  const full = '0.0 成功（已达上限）'

  it('end at Beijing midnight', async () => {
    const { send } = await platform()
    expect(
      await send(
        walk('2022-09-05 00:00:00'),
        walk('2022-09-05 23:59:59'),
        walk('2022-09-06 00:00:00'),
        walk('2022-09-05 12:00:00'),
      ),
    ).toEqual(['0.1 成功', full, '0.1 成功', full])
  })

  it('of last year count for what happened last year', async () => {
    const { one, send } = await platform()
    await send(...Array.from({ length: 10 }, () => share('2022-12-31 23:59:59')))
    const received_ms = at('2023-01-03 08:00:00')
    const late = await one(share('2022-12-31 23:59:59'), { received_ms })
    expect(lineOf(late)).toMatchObject({ year: 2022, minutes: 0, status: 'CAPPED', cap: 'YEAR' })
    const early = await one(share('2023-01-01 00:00:00'), { received_ms })
    expect(lineOf(early)).toMatchObject({ year: 2023, minutes: 6, status: 'AWARDED', cap: '' })
  })

  it('are counted within a batch and after it', async () => {
    const { send } = await platform()
    const twelve = Array.from({ length: 12 }, () => share('2022-05-01 00:00:00'))
    const answers = await send(...twelve)
    expect(answers.filter((answer) => answer === '0.1 成功')).toHaveLength(10)
    expect(answers.slice(10)).toEqual([full, full])
    expect(await send(share('2022-06-01 00:00:00'))).toEqual([full])
  })

  it('are of one user and one sub code', async () => {
    const { send } = await platform()
    const day = '2022-09-05 09:00:00'
    expect(
      await send(walk(day), { ...walk(day), tb_user_id: 2n }, { charity_timestamp: at(day) }),
    ).toEqual(['0.1 成功', '0.1 成功', '0.1 成功'])
  })

  it('leave what is left of them', async () => {
    const { one, change } = await platform()
    const rule = { sub_code: 'BIG', type: 'X', formula: 'FIXED' as const, minutes: 60 }
    await change({ rules: [{ ...rule, day_cap: 90 }] })
    const big = { charity_type_sub_code: 'BIG' }
    const awards = [lineOf(await one(big)), lineOf(await one(big)), lineOf(await one(big))]
    expect(awards.map(({ minutes, status, cap }) => [minutes, status, cap])).toEqual([
      [60, 'AWARDED', ''],
      [30, 'AWARDED', 'DAY'],
      [0, 'CAPPED', 'DAY'],
    ])
  })

  it('hold for the pending hours of a key as well', async () => {
    const { one } = await platform()
    const byKey = { ...walk('2022-09-05 00:00:00'), ...noUser, third_user_key: 'new' }
    expect(lineOf(await one(byKey)).status).toBe('PENDING')
    expect(lineOf(await one(byKey)).status).toBe('CAPPED')
  })
})

describe('the order of the rules', () => {
  const everythingWrong: Partial<UserAction> = {
    activity_id: 999n,
    charity_type_sub_code: 'NOBODY',
    tb_user_id: 666n,
    third_user_key: 'key_of_someone_else',
    charity_timestamp: at('2018-01-01 00:00:00'),
    ori_content: json('{}'),
  }
  const steps: [string, Partial<UserAction>][] = [
    ['404 活动不存在', { activity_id: 12346n }],
    ['404 公益类型子代码不存在', { charity_type_sub_code: 'OFFLINE_SERVICE' }],
    ['423 用户已被限制', { tb_user_id: 12345n }],
    ['409 tb_user_id 与 third_user_key 属于不同的用户', { third_user_key: '123' }],
    ['410 活动尚未开始', { charity_timestamp: at('2022-09-05 09:00:00') }],
    ['412 未报名活动', { fore_reg_activity: true }],
    [
      '400 ori_content 里的数量不合规则：须为规则所指成员的正整数',
      { ori_content: json('{"durationMinutes":60}') },
    ],
    ['1.0 成功', {}],
  ]

  it('is channel, activity, sub code, user, two people, time, registration, quantity', async () => {
    const { one } = await platform()
    const closed = await one(everythingWrong, { channel: 'CH_CLOSED' })
    expect(brief(closed)).toBe('403 渠道无权限')
    let action = everythingWrong
    for (const [answer, repair] of steps) {
      expect(brief(await one(action))).toBe(answer)
      action = { ...action, ...repair }
    }
  })
})

describe('a lenient app', () => {
  const lenient = { profile: 'lenient', channel: 'CH_L' } as const

  it('meets an open activity and a sub code of 0.1 where a strict one meets 404', async () => {
    const { one } = await platform()
    expect(brief(await one({ ...sampleAction, event_id: 'L1' }, lenient))).toBe('0.1 成功')
    expect(brief(await one({ activity_id: 42n, charity_type_sub_code: 'MINE' }, lenient))).toBe(
      '0.1 成功',
    )
    expect(brief(await one({ activity_id: 42n }))).toBe('404 活动不存在')
  })

  it('is told what was taken as existing', async () => {
    const { one } = await platform()
    const made = ['channel', 'activity_id', 'charity_type_sub_code']
    expect(await one({ activity_id: 42n, charity_type_sub_code: 'MINE' }, lenient)).toMatchObject({
      forgiven: made.map((what) => `created-on-first-use:${what}`),
    })
  })

  it('rehearses a failure of our own side', async () => {
    const { one } = await platform()
    const failing = { event_id: 'SANDBOX_ISP_1' }
    expect(await one(failing, lenient)).toMatchObject({ kind: 'refuse', refusal: 'service-error' })
    expect((await one(failing)).kind).toBe('accept')
  })
})

describe('the lock', () => {
  it('covers events, accounts and keys, whatever the order of the calls', async () => {
    const calls = [
      callWith({ tb_user_id: 12345n, third_user_key: '123' }),
      callWith({ tb_user_id: 700n }),
      callWith({ ...noUser, third_user_key: 'new' }),
      callWith({ ...noUser, third_user_key: 'key_of_someone_else' }),
    ]
    const keysOf = async (ordered: readonly ActionCall[]) => {
      const tx = memoryTransaction()
      await seedInto(tx, seed)
      tx.locked.length = 0
      await loadActionFacts(tx, ordered, vault)
      return [...new Set(tx.locked)].sort()
    }
    const keys = await keysOf(calls)
    expect(keys.map((key) => key.split(' ')[1])).toEqual([
      'account',
      'account',
      'account',
      'event',
      'event',
      'event',
      'event',
      'key',
      'key',
      'key',
    ])
    expect(await keysOf(calls.toReversed())).toEqual(keys)
  })

  it('starts the batch again when a key was bound while it was awaited', async () => {
    const tx = memoryTransaction()
    await seedInto(tx, seed)
    const call = callWith({ ...noUser, third_user_key: 'new' })
    const bindMeanwhile = async () => {
      const bindings = [{ channel: 'CH_A', third_user_key: 'new' }]
      await seedInto(tx, { users: [{ tb_user_id: 12345n, bindings }] })
    }
    const racing = { ...tx, lock: bindMeanwhile }
    await expect(loadActionFacts(racing, [call], vault)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(loadActionFacts(tx, [call], vault)).resolves.toBeDefined()
  })
})
