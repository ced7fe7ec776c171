import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { afterEach, describe, expect, it } from 'vitest'

const module = new URL('./log.ts', import.meta.url)
let children: ReturnType<typeof spawn>[] = []
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  children = []
})

/** A process that logs and ends by itself. Gives its exit code. */
async function run(script: string, stdout: number | 'ignore'): Promise<number> {
  const source = `import { createLog } from ${JSON.stringify(module.href)}\n${script}`
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], {
    stdio: ['ignore', stdout, 'inherit'],
  })
  children.push(child)
  const [code] = await once(child, 'exit')
  return code
}

describe.skipIf(process.platform !== 'linux')('a log on a full disk', () => {
  it('loses lines and stops nothing', async () => {
    const script = `
      const log = createLog('info')
      for (let n = 0; n < 1_000; n += 1) log.report('warn', 'x'.repeat(100), { n })
      setTimeout(() => process.exit(7), 100)`
    expect(await run(script, openSync('/dev/full', 'w'))).toBe(7)
  })

  it('does not keep a process that has to end', async () => {
    const script = `
      createLog('info').fatal('a sync failed')
      process.exit(70)`
    expect(await run(script, openSync('/dev/full', 'w'))).toBe(70)
  })
})
