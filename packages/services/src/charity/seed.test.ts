import { int, text } from '@topgate/storage'
import { eachDatabase } from '@topgate/storage/testing'
import { describe, expect, it } from 'vitest'
import {
  actionCall,
  json,
  memoryTransaction,
  openPlatform,
  type Platform,
  plainAction,
  seed,
  seedInto,
  success,
  sumsOf,
} from './charity-testing.ts'
import type { CharitySeed, SeedRule } from './seed.ts'
import { starterRules } from './starter-rules.ts'

const tables = ['account', 'activity', 'binding', 'channel', 'registration', 'rule', 'total']

async function contents(platform: Platform) {
  const counts = []
  for (const table of tables) counts.push(await platform.count(`charity_${table}`))
  const states = await platform.db.all(
    `SELECT channel AS name, status, known_users_only AS flag FROM charity_channel
    UNION ALL SELECT name, status, need_registration FROM charity_activity
    UNION ALL SELECT sub_code, formula, minutes FROM charity_rule
    UNION ALL SELECT account, status, 0 FROM charity_account
    UNION ALL SELECT key_tag, status, 0 FROM charity_binding
    ORDER BY name, status, flag`,
    [],
    { name: text, status: text, flag: int },
  )
  return { counts, states }
}

eachDatabase('seedCharity', (open) => {
  it('changes nothing the second time', async () => {
    const platform = await openPlatform(await open())
    const before = await contents(platform)
    await platform.seed(seed, 'keep')
    expect(await contents(platform)).toEqual(before)
    await platform.seed(seed, 'replace')
    expect(await contents(platform)).toEqual(before)
  })

  it('keeps what is there, or replaces it', async () => {
    const platform = await openPlatform(await open())
    const closed: CharitySeed = { channels: [{ channel: 'CH_A', status: 'CLOSED' }] }
    const codeNow = async (event_id: string) => {
      const [answer] = await platform.send(actionCall({ ...plainAction, event_id }))
      return answer?.result.code
    }
    await platform.seed(closed, 'keep')
    expect(await codeNow('A')).toBe(200n)
    await platform.seed(closed, 'replace')
    expect(await codeNow('B')).toBe(403n)
    await platform.seed(seed, 'keep')
    expect(await codeNow('B')).toBe(403n)
  })

  it('does not bind again what was unbound', async () => {
    const platform = await openPlatform(await open())
    await platform.unbind('123')
    await platform.seed(seed, 'replace')
    const byKey = { ...plainAction, tb_user_id: undefined, third_user_key: '123' }
    const [answer] = await platform.send(actionCall(byKey))
    expect(answer?.result.code).toBe(403n)
  })

  it('moves the pending hours of a key that it binds', async () => {
    const platform = await openPlatform(await open())
    const byKey = { ...plainAction, tb_user_id: undefined, third_user_key: 'later' }
    await platform.send(actionCall(byKey))
    const bindings = [{ channel: 'CH_A', third_user_key: 'later' }]
    await platform.seed({ users: [{ tb_user_id: 5n, bindings }] })
    const { ledger, totals } = await sumsOf(platform.db)
    expect(totals).toMatchObject([{ account: expect.stringMatching(/^u:/), minutes: 6 }])
    expect(ledger).toEqual(totals)
  })

  it.each([
    ['SUB_CODE', '{}', '0.1'],
    ['OFFLINE_SERVICE', '{"durationMinutes":125}', '2.0'],
    ['OFFLINE_SERVICE', '{"durationMinutes":100000}', '24.0'],
    ['BLOOD_200ML', '{"quantityMl":200}', '4.0'],
    ['BLOOD_200ML', '{"quantityMl":400}', '8.0'],
    ['TREE_SINGLE', '{}', '1.0'],
    ['WALK_ONCE', '{}', '0.1'],
    ['DONATE_ONCE', '{}', '0.1'],
    ['SHARE_ONCE', '{}', '0.1'],
    ['JURY_20', '{"taskCount":19}', '0.0'],
    ['JURY_20', '{"taskCount":45}', '0.2'],
  ])('has a starter rule %s that gives for %s %s hours', async (sub_code, content, hours) => {
    const platform = await openPlatform(await open())
    const action = {
      ...plainAction,
      charity_type_sub_code: sub_code,
      ori_content: json(content),
    }
    expect(await platform.send(actionCall(action))).toEqual([success('PLAIN_1', hours)])
  })
})

describe('the starter rules', () => {
  it('cap a walk by day, donations and shares by year', () => {
    const caps = starterRules.filter(({ day_cap, year_cap }) => day_cap ?? year_cap)
    expect(caps.map(({ sub_code, day_cap, year_cap }) => [sub_code, day_cap, year_cap])).toEqual([
      ['WALK_ONCE', 6, undefined],
      ['DONATE_ONCE', undefined, 180],
      ['SHARE_ONCE', undefined, 60],
    ])
  })
})

describe('a seed with a mistake', () => {
  const rule: SeedRule = { sub_code: 'X', type: 'T', formula: 'FIXED', minutes: 6 }

  it.each<[string, CharitySeed]>([
    ['a space in a channel', { channels: [{ channel: 'CH A' }] }],
    ['a channel without a name', { channels: [{ channel: '' }] }],
    ['a sub code in lower case', { rules: [{ ...rule, sub_code: 'x' }] }],
    ['half a minute', { rules: [{ ...rule, minutes: 0.5 }] }],
    ['negative minutes', { rules: [{ ...rule, minutes: -6 }] }],
    ['a unit of nothing', { rules: [{ ...rule, unit: 0 }] }],
    ['a quantity without a path', { rules: [{ ...rule, formula: 'PER_QUANTITY' }] }],
    ['a path that nothing reads', { rules: [{ ...rule, quantity_path: 'n' }] }],
  ])('is refused: %s', async (_name, mistaken) => {
    await expect(seedInto(memoryTransaction(), mistaken)).rejects.toThrow(RangeError)
  })
})
