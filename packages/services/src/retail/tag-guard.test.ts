import { Refusal } from '@topgate/contracts'
import type { WriteCall } from '@topgate/engine'
import { eachDatabase } from '@topgate/storage/testing'
import { expect, it } from 'vitest'
import { extParam, retailFixtures, tagCall } from '../testing/sample-tag.ts'
import { testPlatform, testVault } from '../testing/test-platform.ts'
import { appA, nowMs } from '../testing/write-call.ts'
import { type SeedSource, seedRetail } from './seed.ts'
import { retailLookupsMigration, retailMigration } from './tables.ts'
import { createTagGuard } from './tag-guard.ts'
import { addUserTag } from './taobao.retail.user.tag.mobile.add.ts'

eachDatabase('the guard of the tagging API', (open) => {
  /** A platform with a guard before it; `send` gives the outcome or the name of the refusal. */
  async function guarded(sources: readonly SeedSource[] = []) {
    const { db, run } = await testPlatform(
      await open(),
      [retailMigration, retailLookupsMigration],
      addUserTag,
      async (tx) => {
        await seedRetail(tx, testVault, retailFixtures, 'keep')
        await seedRetail(tx, testVault, { sources, tags: [], users: [] }, 'replace')
      },
    )
    const alerts: object[] = []
    const guard = createTagGuard({
      db,
      nowMs: () => nowMs,
      directory: (read) => ({ find: read }),
      alert: (_message, facts) => alerts.push(facts),
    })
    async function send(call: WriteCall): Promise<string> {
      try {
        const watch = await guard.admit(call)
        const [outcome] = await run(call)
        if (outcome?.kind !== 'answered') return String(outcome?.kind)
        watch(outcome.answer as Parameters<typeof watch>[0])
        return 'answered'
      } catch (refusal) {
        if (!(refusal instanceof Refusal)) throw refusal
        return `${refusal.name}, ${refusal.detail.retryAfterS} s`
      }
    }
    return { send, alerts }
  }

  const unknown = (n: number, other = {}) =>
    tagCall({ ext_param: extParam({ mobile: String(13_900_000_000 + 7 * n) }) }, other)
  const known = (other = {}) => tagCall({ alipay_user_id: '2088123412345678' }, other)

  /** Fewer than the default need less time; the share is what counts. */
  const cautious = { biz_code: 'BIZ_A', ttl_days: 395, miss_percent: 2 }

  it('stops a source that misses too often, tells the operators, and leaves the others alone', async () => {
    const { send, alerts } = await guarded([cautious])
    const outcomes = []
    for (let n = 0; n < 13; n += 1) outcomes.push(await send(unknown(n)))
    expect(outcomes).toEqual([
      ...Array(11).fill('answered'),
      ...Array(2).fill('probe-limited, 3600 s'),
    ])
    expect(await send(known())).toBe('probe-limited, 3600 s')
    expect(alerts).toEqual([{ app_key: '10000001', biz_code: 'BIZ_A', reason: 'misses' }])
    expect(await send(known({ app: { ...appA, key: '10000004' } }))).toBe('answered')
    const store = { biz_code: 'STORE_HZ01', alipay_user_id: '2088123412345678' }
    expect(await send(tagCall(store))).toBe('answered')
  })

  it('counts contradicting identifiers as a miss: they tell as much', async () => {
    const { send } = await guarded([{ ...cautious, miss_percent: 0 }])
    const members = { mobile: '13800138001' }
    const open_id = 'AAEsandboxopenid00000000000001'
    expect(await send(known())).toBe('answered')
    expect(await send(tagCall({ open_id, ext_param: extParam(members) }))).toBe('answered')
    expect(await send(known())).toBe('probe-limited, 3600 s')
  })

  it('lets a lenient app try what it likes', async () => {
    const { send } = await guarded([cautious])
    const app = { ...appA, profile: 'lenient' as const }
    const outcomes = []
    for (let n = 0; n < 20; n += 1) {
      const alipay_user_id = `2088${String(n).padStart(8, '0')}0000`
      outcomes.push(await send(tagCall({ alipay_user_id }, { app })))
    }
    expect(new Set(outcomes)).toEqual(new Set(['answered']))
  })

  it('does not count what looked nobody up', async () => {
    const { send } = await guarded([cautious])
    const outcomes = []
    for (let n = 0; n < 30; n += 1) {
      const ext_param = extParam({ tagCode: 'X', mobile: String(13_900_000_000 + 7 * n) })
      outcomes.push(await send(tagCall({ ext_param })))
      outcomes.push(
        await send(unknown(n, { app: { ...appA, biz_codes: ['NOT_MINE', 'NOR_THIS'] } })),
      )
    }
    expect(new Set(outcomes)).toEqual(new Set(['answered']))
  })

  it('keeps a source to the people in a minute that were agreed', async () => {
    const { send } = await guarded([{ ...cautious, miss_percent: 100, people_per_minute: 2 }])
    const calls = [unknown(1), unknown(2), unknown(2), unknown(3)]
    const outcomes = []
    for (const call of calls) outcomes.push(await send(call))
    expect(outcomes).toEqual(['answered', 'answered', 'answered', 'probe-limited, 60 s'])
  })
})
