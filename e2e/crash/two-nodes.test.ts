import { postgresUrls } from '@topgate/storage/testing'
import { afterEach, describe, expect, it } from 'vitest'
import { verdict } from './checker.ts'
import { CrashRun } from './crash-run.ts'
import { planFaults } from './faults.ts'
import { Random } from './random.ts'
import { summaryOf } from './summary.ts'
import { kills, killsTimeoutMs, seed } from './test-settings.ts'

/** A third of the arrivals sends one id to both nodes at once. */
const TWIN_SHARE = 0.33

let run: CrashRun | undefined

afterEach(async ({ task }) => {
  await run?.close(task.result?.state === 'fail')
  run = undefined
})

describe('two nodes on one PostgreSQL', () => {
  const urlOf = postgresUrls()
  const count = Math.ceil(kills / 2)

  it(`give one id one effect and one answer, and lose nothing through ${count} kills (seed ${seed})`, {
    timeout: killsTimeoutMs,
  }, async () => {
    const databaseUrl = await urlOf('two nodes')
    run = await CrashRun.start({ seed, databaseUrl, twinShare: TWIN_SHARE })
    run.load.start()
    for (const [index, fault] of planFaults(new Random(seed), count).entries()) {
      await run.kill(index % 2, fault)
    }
    await Promise.all([run.recovered(0), run.recovered(1)])
    await run.load.stop()
    const evidence = await run.finish()
    console.log(summaryOf('PostgreSQL', evidence))
    expect(verdict(evidence)).toEqual({})
  })
})
