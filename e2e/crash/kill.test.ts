import { afterEach, expect, it } from 'vitest'
import { verdict } from './checker.ts'
import { CrashRun } from './crash-run.ts'
import { planFaults } from './faults.ts'
import { Random } from './random.ts'
import { summaryOf } from './summary.ts'
import { kills, killsTimeoutMs, seed } from './test-settings.ts'

let run: CrashRun | undefined

afterEach(async ({ task }) => {
  await run?.close(task.result?.state === 'fail')
  run = undefined
})

it(
  `keeps what it acknowledged on SQLite, once, through ${kills} kills (seed ${seed})`,
  async () => {
    run = await CrashRun.start({ seed })
    run.load.start()
    for (const fault of planFaults(new Random(seed), kills)) await run.kill(0, fault)
    await run.recovered(0)
    await run.load.stop()
    const evidence = await run.finish()
    console.log(summaryOf('SQLite', evidence))
    expect(verdict(evidence)).toEqual({})
  },
  killsTimeoutMs,
)
