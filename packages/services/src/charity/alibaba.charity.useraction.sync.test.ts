import { BatchQueue, type Outcome } from '@topgate/engine'
import { eachDatabase, followUntil } from '@topgate/storage/testing'
import { expect, it } from 'vitest'
import type { UserAction } from './action-claim.ts'
import {
  actionCall,
  at,
  json,
  NOW_MS,
  onSiteAction,
  openPlatform,
  type Platform,
  plainAction,
  platformOn,
  sampleAction,
  seed,
  success,
  sumsOf,
  vault,
} from './charity-testing.ts'
import { sealContext } from './ledger-store.ts'
import { charityAction } from './tables.ts'

/** The answers to one action after the other, each in a batch of its own. */
async function each(platform: Platform, ...actions: readonly UserAction[]) {
  const answers = []
  for (const action of actions) answers.push(...(await platform.send(actionCall(action))))
  return answers
}

const codeOf = (answer: { result: { code: bigint } }) => answer.result.code

eachDatabase('a reported action', (open, dialect) => {
  it('1: the documented sample gives 0.1', async () => {
    const platform = await openPlatform(await open())
    expect(await each(platform, sampleAction)).toEqual([success('UNI_9901', '0.1')])
  })

  it('2 and 3: 125 minutes on site give 2.0, again 2.0, and 185 give 409', async () => {
    const platform = await openPlatform(await open())
    const longer = { ...onSiteAction, ori_content: json('{"durationMinutes":185}') }
    const answers = await each(platform, onSiteAction, onSiteAction, longer, onSiteAction)
    expect(answers.map(codeOf)).toEqual([200n, 200n, 409n, 200n])
    expect(answers[3]).toEqual(success(onSiteAction.event_id, '2.0'))
    const { ledger, totals } = await sumsOf(platform.db)
    expect(totals.map(({ minutes }) => minutes)).toEqual([120])
    expect(ledger).toEqual(totals)
  })

  it('4: a key that nobody bound collects pending hours', async () => {
    const platform = await openPlatform(await open())
    const byKey = { ...plainAction, tb_user_id: undefined, third_user_key: 'bank-张三-01' }
    expect(await each(platform, byKey)).toEqual([success('PLAIN_1', '0.1')])
    const [row] = await followUntil(platform.db, charityAction, 1)
    expect(row).toMatchObject({ status: 'PENDING', account: expect.stringMatching(/^k:/) })
  })

  it('5: force registers for a full activity, once', async () => {
    const platform = await openPlatform(await open())
    const before = await platform.count('charity_registration')
    const need = { ...plainAction, activity_id: 12346n }
    const answers = await each(
      platform,
      need,
      { ...need, fore_reg_activity: true },
      { ...need, event_id: 'PLAIN_2', fore_reg_activity: true },
      { ...need, event_id: 'PLAIN_3' },
    )
    expect(answers.map(codeOf)).toEqual([412n, 200n, 200n, 200n])
    expect(await platform.count('charity_registration')).toBe(before + 1)
  })

  it('6 and 8: a quantity that is no integer, or encoded twice, gives 400 and stores nothing', async () => {
    const platform = await openPlatform(await open())
    const answers = await each(
      platform,
      { ...onSiteAction, ori_content: json('{"durationMinutes":"1e3"}') },
      { ...onSiteAction, ori_content: json('"{\\"durationMinutes\\":125}"') },
    )
    expect(answers.map(codeOf)).toEqual([400n, 400n])
    expect(await platform.count('charity_action')).toBe(0)
    expect(await each(platform, onSiteAction)).toEqual([success(onSiteAction.event_id, '2.0')])
  })

  it('9: what happened last year counts against the cap of last year', async () => {
    const platform = await openPlatform(await open())
    const share = (event_id: string, time: string) =>
      actionCall(
        {
          ...plainAction,
          event_id,
          charity_type_sub_code: 'SHARE_ONCE',
          charity_timestamp: at(time),
        },
        { received_ms: at('2023-01-03 09:00:00') },
      )
    const ten = Array.from({ length: 10 }, (_, n) => share(`S${n}`, '2022-12-31 23:59:59'))
    await platform.send(...ten)
    const [old, fresh] = await platform.send(
      share('S10', '2022-12-31 23:59:59'),
      share('S11', '2023-01-01 00:00:00'),
    )
    expect(old).toEqual(success('S10', '0.0', '成功（已达上限）'))
    expect(fresh).toEqual(success('S11', '0.1'))
  })

  it('10: 1,000 copies of one event, from all nodes at once, become one row with equal answers', async () => {
    const platform = await openPlatform(await open('shared'))
    // A SQLite file has one writer.
    const other = dialect === 'postgres' ? platformOn(await open('shared')) : undefined
    const copies = (count: number) => Array.from({ length: count }, () => actionCall(sampleAction))
    const answers = []
    for (let round = 0; round < 5; round += 1) {
      const mine = platform.send(...copies(other === undefined ? 200 : 100))
      const theirs = other?.send(...copies(100)) ?? []
      answers.push(...(await mine), ...(await theirs))
    }
    expect(answers).toHaveLength(1000)
    for (const answer of answers) expect(answer).toEqual(success('UNI_9901', '0.1'))
    expect(await platform.count('charity_action')).toBe(1)
    expect((await sumsOf(platform.db)).totals.map(({ minutes }) => minutes)).toEqual([6])
  })

  it('is answered again after its activity was withdrawn and its rule changed', async () => {
    const platform = await openPlatform(await open())
    await each(platform, onSiteAction)
    await platform.seed(
      {
        activities: (seed.activities ?? []).map((one) => ({ ...one, status: 'OFFLINE' })),
        rules: [{ sub_code: 'OFFLINE_SERVICE', type: 'X', formula: 'FIXED', minutes: 6 }],
      },
      'replace',
    )
    const answers = await each(platform, onSiteAction, { ...onSiteAction, event_id: 'NEW' })
    expect(answers[0]).toEqual(success(onSiteAction.event_id, '2.0'))
    expect(answers.map(codeOf)).toEqual([200n, 404n])
  })

  it('sees inside a batch what the calls before it decided', async () => {
    const platform = await openPlatform(await open())
    const walk = (event_id: string) =>
      actionCall({ ...plainAction, event_id, charity_type_sub_code: 'WALK_ONCE' })
    const answers = await platform.send(walk('W1'), walk('W2'), walk('W1'), walk('W3'))
    const full = '成功（已达上限）'
    expect(answers).toEqual([
      success('W1', '0.1'),
      success('W2', '0.0', full),
      success('W1', '0.1'),
      success('W3', '0.0', full),
    ])
    expect(await platform.send(walk('W4'))).toEqual([success('W4', '0.0', full)])
    expect(await platform.count('charity_action')).toBe(4)
  })

  it('keeps what names a person sealed, and opens for its own row', async () => {
    const platform = await openPlatform(await open())
    await each(platform, { ...onSiteAction, third_user_key: 'bank-张三-01' })
    const [row] = await followUntil(platform.db, charityAction, 1)
    if (row === undefined) throw new Error('no row')
    const { sealed, ...columns } = row
    const readable = JSON.stringify(columns, (_name, value) =>
      typeof value === 'bigint' ? value.toString() : value,
    )
    expect(readable).not.toMatch(/2201234567890|张三|杭州|开心/)
    expect(JSON.parse(vault.open(sealContext('CH_A', onSiteAction.event_id), sealed))).toEqual({
      tb_user_id: '2201234567890',
      third_user_key: 'bank-张三-01',
      feeling: onSiteAction.feeling,
      ori_content: onSiteAction.ori_content?.text,
    })
    expect(() => vault.open(sealContext('CH_A', 'other'), sealed)).toThrow()
  })

  it('meets no trouble with the largest and the oddest values', async () => {
    const platform = await openPlatform(await open())
    const most = 2n ** 63n - 1n
    const answers = await each(platform, {
      ...plainAction,
      event_id: 'UNI_%',
      tb_user_id: most,
      timestamp_long: -(2n ** 63n),
      feeling: '善'.repeat(1300),
      charity_timestamp: at('2022-09-05 09:00:00'),
    })
    expect(answers.map(codeOf)).toEqual([200n])
    expect(await each(platform, { ...plainAction, event_id: 'UNI_X' })).toHaveLength(1)
    expect(await platform.count('charity_action')).toBe(2)
  })

  it('alone fails when it cannot be stored, and the others of its batch do not', async () => {
    const platform = await openPlatform(await open())
    const nobody = { ...plainAction, event_id: 'BAD', tb_user_id: undefined }
    const outcomes = await platform.run([
      actionCall(plainAction),
      actionCall(nobody),
      actionCall(sampleAction),
    ])
    expect(outcomes.map(({ kind }) => kind)).toEqual(['answered', 'failed', 'answered'])
    expect(await platform.count('charity_action')).toBe(2)
  })

  const nodes = dialect === 'postgres' ? 2 : 1
  it(`from ${nodes} queue(s) at once is counted once, within its caps`, async () => {
    const platforms = [await openPlatform(await open('shared'))]
    while (platforms.length < nodes) platforms.push(platformOn(await open('shared')))
    const queues = platforms.map(
      ({ run }) =>
        new BatchQueue({
          run,
          batchMax: 32,
          inFlightMax: dialect === 'postgres' ? 2 : 1,
          aheadMax: 0,
          queueMax: 10_000,
          waitMsMax: 500,
          elapsedMs: () => performance.now(),
          nowMs: () => NOW_MS,
          defer: setImmediate,
          onBroken: (cause) => {
            throw cause
          },
        }),
    )
    // 60 events of 5 users with a day cap; the second half comes in the opposite order.
    const actions = Array.from(
      { length: 60 },
      (_, n): UserAction => ({
        ...plainAction,
        event_id: `EVENT_${n}`,
        tb_user_id: BigInt(1 + (n % 5)),
        charity_type_sub_code: 'WALK_ONCE',
      }),
    )
    const sent: { event: string; outcome: Promise<Outcome> }[] = []
    for (let copy = 0; copy < 8; copy += 1) {
      queues.forEach((queue, node) => {
        const ordered = (copy + node) % 2 === 0 ? actions : actions.toReversed()
        for (const action of ordered) {
          sent.push({ event: action.event_id, outcome: queue.submit(actionCall(action)) })
        }
      })
    }
    const answers = new Map<string, Set<string>>()
    for (const { event, outcome } of sent) {
      const seen = answers.get(event) ?? new Set()
      const settled = await outcome
      seen.add(JSON.stringify(settled.kind === 'answered' ? hoursOf(settled.answer) : settled))
      answers.set(event, seen)
    }
    expect(answers.size).toBe(60)
    for (const seen of answers.values()) expect(seen.size).toBe(1)
    const hours = [...answers.values()].flatMap((seen) => [...seen])
    expect(hours.filter((text) => text === '"0.1"')).toHaveLength(5)
    expect(hours.filter((text) => text === '"0.0"')).toHaveLength(55)
    const [first] = platforms
    if (first === undefined) throw new Error('no platform')
    expect(await first.count('charity_action')).toBe(60)
    const { ledger, totals } = await sumsOf(first.db)
    expect(totals.map(({ minutes }) => minutes)).toEqual([6, 6, 6, 6, 6])
    expect(ledger).toEqual(totals)
  })
})

function hoursOf(answer: unknown): string | undefined {
  return (answer as ReturnType<typeof success>).result.data?.charity_hours
}
