import { requestIdOf } from '@topgate/contracts'
import { eachDatabase, followUntil } from '@topgate/storage/testing'
import { expect, it } from 'vitest'
import type { UserAction } from './action-claim.ts'
import { bindUser } from './bind-user.ts'
import {
  actionCall,
  at,
  callOf,
  json,
  openPlatform,
  plainAction,
  platformOn,
  sumsOf,
} from './charity-testing.ts'
import { charityAction } from './tables.ts'
import { unbindUser } from './unbind-user.ts'

const USER = 2201234567890n
const KEY = 'bank-张三-01'
const bound = (moved_minutes: number) => ({ success: true, code: 200n, msg: '成功', moved_minutes })

function byKey(event_id: string, changes: Partial<UserAction> = {}) {
  return actionCall({
    ...plainAction,
    event_id,
    tb_user_id: undefined,
    third_user_key: KEY,
    ...changes,
  })
}

const codeOf = (answer: { result: { code: bigint } } | undefined) => answer?.result.code

eachDatabase('binding a key', (open, dialect) => {
  it('moves its pending hours to the user, once, as lines that add up', async () => {
    const platform = await openPlatform(await open())
    await platform.send(
      byKey('A', { charity_timestamp: at('2021-05-01 00:00:00') }),
      byKey('B'),
      byKey('C', { charity_type_sub_code: 'TREE_SINGLE' }),
      actionCall({ ...plainAction, event_id: 'D' }),
    )
    expect(await platform.bind(KEY, USER)).toEqual(bound(72))
    expect(await platform.bind(KEY, USER)).toEqual(bound(0))

    const { ledger, totals } = await sumsOf(platform.db)
    expect(ledger).toEqual(totals)
    expect(totals.map(({ account }) => account.slice(0, 2))).toEqual(['u:', 'u:', 'u:'])
    expect(totals.map(({ minutes }) => minutes).sort((a, b) => a - b)).toEqual([6, 12, 60])

    const rows = await followUntil(platform.db, charityAction, 10)
    const moves = rows.filter(({ kind }) => kind === 'MOVE')
    expect(moves).toHaveLength(6)
    expect(moves.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(0)
    for (const { event_id } of moves) expect(event_id).toContain(' ')
  })

  it('gives every line of a move an id of its own and names the call', async () => {
    const platform = await openPlatform(await open())
    await platform.send(byKey('A'), byKey('B', { charity_type_sub_code: 'TREE_SINGLE' }))
    const request = { channel: 'CH_A', third_user_key: KEY, tb_user_id: USER }
    const call = callOf(bindUser.method, request)
    await platform.run([call])
    const rows = await followUntil(platform.db, charityAction, 6)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(6)
    for (const { kind, id, event_id } of rows) {
      expect(id < 0n).toBe(kind === 'MOVE')
      if (kind === 'MOVE') expect(event_id).toContain(` ${requestIdOf(call.id)} `)
    }
  })

  it('leads later calls of the key to the user, and repeats still answer', async () => {
    const platform = await openPlatform(await open())
    const first = byKey('A')
    const before = await platform.send(first)
    await platform.bind(KEY, USER)
    const again = { ...byKey('A'), request: first.request }
    expect(await platform.send(again)).toEqual(before)
    await platform.send(byKey('B'), actionCall({ ...plainAction, event_id: 'C' }))
    const { ledger, totals } = await sumsOf(platform.db)
    expect(totals.map(({ minutes }) => minutes)).toEqual([18])
    expect(ledger).toEqual(totals)
  })

  it('counts what the key had against the caps of the user', async () => {
    const platform = await openPlatform(await open())
    const walk = { charity_type_sub_code: 'WALK_ONCE' }
    await platform.send(byKey('A', walk))
    await platform.bind(KEY, USER)
    const [answer] = await platform.send(actionCall({ ...plainAction, ...walk, event_id: 'B' }))
    expect(answer?.result.data?.charity_hours).toBe('0.0')
  })

  it('takes nothing back when the two together are past a cap', async () => {
    const platform = await openPlatform(await open())
    const walk = { charity_type_sub_code: 'WALK_ONCE' }
    await platform.send(byKey('A', walk), actionCall({ ...plainAction, ...walk, event_id: 'B' }))
    expect(await platform.bind(KEY, USER)).toEqual(bound(6))
    const [answer] = await platform.send(byKey('C', walk))
    expect(answer?.result.data?.charity_hours).toBe('0.0')
    expect((await sumsOf(platform.db)).totals.map(({ minutes }) => minutes)).toEqual([12])
  })

  it('gives what the key had to its first user alone', async () => {
    const platform = await openPlatform(await open())
    const walk = { charity_type_sub_code: 'WALK_ONCE' }
    const need = { activity_id: 12346n }
    await platform.send(byKey('A', { ...walk, ...need, fore_reg_activity: true }))
    await platform.bind(KEY, USER)
    await platform.unbind(KEY)
    await platform.bind(KEY, 2n)
    const [walked, unregistered] = await platform.send(byKey('B', walk), byKey('C', need))
    expect(walked?.result.data?.charity_hours).toBe('0.1')
    expect(codeOf(unregistered)).toBe(412n)
  })

  it('takes registrations along, but does not override a cancel of the user', async () => {
    const platform = await openPlatform(await open())
    const need = { activity_id: 12346n }
    await platform.send(byKey('A', { ...need, fore_reg_activity: true }))
    await platform.bind(KEY, USER)
    const [mine] = await platform.send(actionCall({ ...plainAction, ...need, event_id: 'B' }))
    expect(codeOf(mine)).toBe(200n)

    const other = { ...need, third_user_key: 'other' }
    await platform.send(byKey('C', { ...other, fore_reg_activity: true }))
    await platform.bind('other', 701n)
    const [cancelled] = await platform.send(byKey('D', other))
    expect(codeOf(cancelled)).toBe(412n)
  })

  it('refuses a second user while the key is bound', async () => {
    const platform = await openPlatform(await open())
    await platform.send(byKey('A'))
    await platform.bind(KEY, USER)
    expect(await platform.bind(KEY, 2n)).toMatchObject({ success: false, code: 409n })
    expect((await sumsOf(platform.db)).totals.map(({ minutes }) => minutes)).toEqual([6])
  })

  it('decides two users of one batch by arrival', async () => {
    const platform = await openPlatform(await open())
    await platform.send(byKey('A'))
    const calls = [USER, 2n, USER].map((tb_user_id) =>
      callOf(bindUser.method, { channel: 'CH_A', third_user_key: KEY, tb_user_id }),
    )
    expect(await platform.run(calls)).toMatchObject([
      { effect: 'new', answer: bound(6) },
      { effect: 'none', answer: { code: 409n } },
      { effect: 'none', answer: bound(0) },
    ])
  })

  it('ends with unbinding: past hours stay, calls get 403, another user may follow', async () => {
    const platform = await openPlatform(await open())
    await platform.send(byKey('A'))
    await platform.bind(KEY, USER)
    expect(await platform.unbind(KEY)).toEqual(bound(0))
    expect(await platform.unbind(KEY)).toEqual(bound(0))
    const [refused] = await platform.send(byKey('B'))
    expect(codeOf(refused)).toBe(403n)
    expect((await sumsOf(platform.db)).totals.map(({ minutes }) => minutes)).toEqual([6])

    expect(await platform.bind(KEY, 2n)).toEqual(bound(0))
    const [followed] = await platform.send(byKey('B'))
    expect(codeOf(followed)).toBe(200n)
    const { ledger, totals } = await sumsOf(platform.db)
    expect(totals.map(({ minutes }) => minutes)).toEqual([6, 6])
    expect(ledger).toEqual(totals)
  })

  it('cannot be undone where there is nothing: 404, and one batch cancels once', async () => {
    const platform = await openPlatform(await open())
    expect(await platform.unbind('nobody')).toMatchObject({ success: false, code: 404n })
    const request = { channel: 'CH_A', third_user_key: '123' }
    const calls = [callOf(unbindUser.method, request), callOf(unbindUser.method, request)]
    expect(await platform.run(calls)).toMatchObject([{ effect: 'new' }, { effect: 'none' }])
  })

  it('races with actions of the same key on two nodes without losing a minute', async () => {
    const platform = await openPlatform(await open('shared'))
    const other = dialect === 'postgres' ? platformOn(await open('shared')) : undefined
    for (let round = 0; round < 10; round += 1) {
      const key = { third_user_key: `key-${round}`, ori_content: json('{}') }
      const user = BigInt(1000 + round)
      const send = (node: typeof platform, from: number) =>
        node.send(...Array.from({ length: 20 }, (_, n) => byKey(`R${round}-${from + n}`, key)))
      const work: (() => Promise<unknown>)[] = [
        () => send(platform, 0),
        () => (other ?? platform).bind(key.third_user_key, user),
        () => send(other ?? platform, 20),
      ]
      if (other !== undefined) await Promise.all(work.map((run) => run()))
      else for (const run of work) await run()
    }
    const { ledger, totals } = await sumsOf(platform.db)
    expect(ledger).toEqual(totals)
    expect(totals).toHaveLength(10)
    for (const { account, minutes } of totals) {
      expect(account).toMatch(/^u:/)
      expect(minutes).toBe(240)
    }
  })
})
