import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { runChild } from './run-child.cjs'

describe('runChild', () => {
  it.each([0, 1, 7])('gives exit code %i back', async (code) => {
    expect((await runScript(`process.exitCode = ${code}`)).status).toBe(code)
  })

  it('gives 128 + 9 for a child that was killed with SIGKILL', async () => {
    expect((await runScript("process.kill(process.pid, 'SIGKILL')")).status).toBe(137)
  })

  it('collects both outputs and keeps the end of a long one', async () => {
    const { output } = await runScript(
      "process.stdout.write('x'.repeat(100_000)); console.error('why it failed')",
    )
    expect(output).toHaveLength(64 * 1024)
    expect(output).toMatch(/why it failed/)
  })

  it('rejects when the program does not exist', async () => {
    await expect(runChild('/absent/program', [])).rejects.toThrow('ENOENT')
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('passes %s on to the child', async (signal) => {
    const wrapper = startWrapper([process.execPath, '-e', wrapperScript])
    await wrapper.sees('ready')
    wrapper.process.kill(signal)
    await wrapper.sees(`child got ${signal}`)
    await wrapper.sees(`status 5, interrupted by ${signal}`)
  })

  it('ends the child under npm when the shell between npm and us is gone', async () => {
    const shell = ['sh', '-c', '"$0" -e "$1"; true', process.execPath, wrapperScript]
    const wrapper = startWrapper(shell, { npm_lifecycle_event: 'start' })
    await wrapper.sees('ready')
    wrapper.process.kill('SIGKILL')
    await wrapper.sees('status 5, interrupted by SIGTERM')
  })
})

function runScript(script: string) {
  return runChild(process.execPath, ['-e', script], { collect: true })
}

const childScript = `
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      console.log('child got ' + signal)
      process.exit(5)
    })
  }
  setInterval(() => {}, 1000)
  console.log('ready')`

const wrapperScript = `
  const { runChild } = require(${JSON.stringify(fileURLToPath(new URL('run-child.cjs', import.meta.url)))})
  runChild(process.execPath, ['-e', ${JSON.stringify(childScript)}]).then((result) => {
    console.log('status ' + result.status + ', interrupted by ' + result.interruptedBy)
  })`

/** A process of its own, with the child below it: a signal to it cannot hit the tests. */
function startWrapper([command = '', ...args]: string[], env: NodeJS.ProcessEnv = {}) {
  const wrapper = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  let output = ''
  wrapper.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  return {
    process: wrapper,
    async sees(text: string): Promise<void> {
      while (!output.includes(text)) await once(wrapper.stdout, 'data')
    },
  }
}
