import { postgresUrls } from '@topgate/storage/testing'
import { afterEach, describe, expect, it } from 'vitest'
import { type RuleName, rules } from './checker.ts'
import { CrashRun } from './crash-run.ts'
import { seed } from './test-settings.ts'

/**
 * A checker that has never failed proves nothing: each of these builds breaks one promise, and the
 * rule named for it must say so.
 */
const CALLS_MAX = 5_000
const KILLS_MAX = 50
const ANSWERS_PER_LOOK = 150
const TIMEOUT_MS = 90_000

let run: CrashRun | undefined

afterEach(async () => {
  await run?.close()
  run = undefined
})

/** Loads, kills where it takes a kill, and looks, until the rule finds something. */
async function catchBuild(
  crashed: CrashRun,
  rule: RuleName,
  needsKill: boolean,
): Promise<string[]> {
  const { load } = crashed
  for (;;) {
    load.start()
    await load.acked(ANSWERS_PER_LOOK)
    if (needsKill) await crashed.kill(0, { kind: 'running', delay_ms: 0 })
    await load.stop()
    const violations = rules[rule](await crashed.evidence())
    if (violations.length > 0) {
      console.log(
        `${rule}: ${load.calls} calls, ${crashed.kills} kills, ${violations.length} violations, ` +
          `such as: ${violations[0]?.slice(0, 200)}`,
      )
      return violations
    }
    if (load.calls >= CALLS_MAX || crashed.kills >= KILLS_MAX) return []
  }
}

describe('the checker catches a build that', () => {
  const urlOf = postgresUrls()

  it.each<[string, string, RuleName, { kill?: boolean; log?: string }]>([
    [
      'answers before it commits',
      'answer-before-commit',
      'acknowledgedIsStoredOnce',
      { kill: true },
    ],
    ['forgets which ids it knows', 'forgets-ids', 'acknowledgedIsStoredOnce', {}],
    ['computes answers anew', 'recomputes-answers', 'repeatsGetTheFirstAnswer', {}],
    ['counts against caps in a second transaction', 'caps-apart', 'sumsAgree', {}],
    [
      'writes its log after the commit',
      'log-after-commit',
      'logIsComplete',
      { kill: true, log: 'late_log' },
    ],
  ])('%s', { timeout: TIMEOUT_MS }, async (_, build, rule, { kill = false, log }) => {
    run = await CrashRun.start({ seed, build, ...(log === undefined ? {} : { log }) })
    expect(await catchBuild(run, rule, kill)).not.toEqual([])
  })

  it('looks up and inserts without locks, on two nodes', { timeout: TIMEOUT_MS }, async () => {
    const databaseUrl = await urlOf('without locks')
    run = await CrashRun.start({ seed, build: 'no-locks', databaseUrl, twinShare: 0.3 })
    expect(await catchBuild(run, 'acknowledgedIsStoredOnce', false)).not.toEqual([])
  })
})
