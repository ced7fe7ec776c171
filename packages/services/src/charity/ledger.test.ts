import { text } from '@topgate/storage'
import { eachDatabase } from '@topgate/storage/testing'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  actionCall,
  at,
  json,
  openPlatform,
  type Platform,
  plainAction,
  sumsOf,
} from './charity-testing.ts'

/** Few of everything, so that events repeat, caps are met and keys are shared. */
const action = fc.record({
  event: fc.integer({ min: 0, max: 30 }),
  user: fc.option(fc.integer({ min: 1, max: 3 })),
  key: fc.integer({ min: 0, max: 2 }),
  sub: fc.constantFrom('SUB_CODE', 'WALK_ONCE', 'SHARE_ONCE', 'OFFLINE_SERVICE'),
  time: fc.constantFrom('2021-12-31 23:59:59', '2022-01-01 00:00:00', '2022-09-05 09:00:00'),
  minutes: fc.integer({ min: -1, max: 200 }),
  force: fc.boolean(),
})
const step = fc.oneof(
  fc.record({ kind: fc.constant('send' as const), actions: fc.array(action, { maxLength: 8 }) }),
  fc.record({
    kind: fc.constantFrom('bind' as const, 'unbind' as const),
    key: fc.integer({ min: 0, max: 2 }),
    user: fc.integer({ min: 1, max: 3 }),
  }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never

function callFor({ event, user, key, sub, time, minutes, force }: Action) {
  return actionCall({
    ...plainAction,
    event_id: `EVENT_${event}`,
    activity_id: force ? 12346n : 12345n,
    fore_reg_activity: force,
    tb_user_id: user === null ? undefined : BigInt(user),
    third_user_key: user === null ? `key-${key}` : undefined,
    charity_type_sub_code: sub,
    charity_timestamp: at(time),
    ori_content: json(`{"durationMinutes":${minutes}}`),
  })
}

async function take(platform: Platform, one: Step): Promise<void> {
  if (one.kind === 'send') await platform.send(...one.actions.map(callFor))
  else if (one.kind === 'bind') await platform.bind(`key-${one.key}`, BigInt(one.user))
  else await platform.unbind(`key-${one.key}`)
}

eachDatabase('the ledger', (open, dialect) => {
  it('adds up to the totals of every account after every step', async () => {
    const numRuns = dialect === 'sqlite' ? 15 : 8
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 15 }), async (steps) => {
        const platform = await openPlatform(await open())
        for (const one of steps) {
          await take(platform, one)
          const { ledger, totals } = await sumsOf(platform.db)
          expect(totals).toEqual(ledger)
          for (const { minutes } of totals) expect(minutes).toBeGreaterThan(0)
        }
        const events = await platform.db.all(
          'SELECT event_id FROM charity_action GROUP BY channel, event_id HAVING count(*) > 1',
          [],
          { event_id: text },
        )
        expect(events).toEqual([])
        expect(platform.events).toEqual([])
      }),
      { numRuns },
    )
  }, 60_000)
})
