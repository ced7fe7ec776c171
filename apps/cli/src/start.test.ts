import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { runCli } from './index.ts'
import { testTerminal } from './testing/test-terminal.ts'

const STARTS_MS_MAX = 30_000

function start(...args: readonly string[]) {
  const directory = mkdtempSync(join(tmpdir(), 'topgate-start-'))
  const main = fileURLToPath(new URL('./main.ts', import.meta.url))
  const settings = ['--port', '0', '--admin-port', '0', '--data-dir', directory, ...args]
  const child = spawn(process.execPath, [main, 'start', ...settings])
  onTestFinished(() => {
    child.kill('SIGKILL')
    rmSync(directory, { recursive: true, force: true })
  })
  return { child, directory, written: collect(child), exited: exitOf(child) }
}

/** Waits until what was printed holds the text and returns all of it. */
function collect(child: ChildProcess): (text: string) => Promise<string> {
  let all = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      all += chunk
    })
  }
  return (text) =>
    new Promise((resolve, reject) => {
      const look = () => {
        if (all.includes(text)) resolve(all)
      }
      child.stdout?.on('data', look)
      child.stderr?.on('data', look)
      child.once('close', () => reject(new Error(`ended without "${text}": ${all}`)))
      look()
    })
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('close', resolve))
}

describe('topgate start', { timeout: STARTS_MS_MAX }, () => {
  it('serves the call that it prints, keeps it, and stops with 0 at a signal and its echo', async () => {
    const { child, directory, written, exited } = start()
    const greeting = await written('Ctrl-C stops the server.')
    const url = /http:\/\/\S+\/router\/rest/.exec(greeting)?.[0] ?? ''
    const pairs = greeting.matchAll(/--data-urlencode '(\w+)=([^']*)'/g)
    const form = new URLSearchParams(
      Array.from(pairs, ([, name = '', value = '']) => [name, value]),
    )
    const answer = await fetch(url, { method: 'POST', body: form })
    expect(await answer.text()).toContain('"success":true')
    const eventId = /UNI_\d+/.exec(greeting)?.[0] ?? ''

    const { terminal, output } = testTerminal()
    const show = ['show', 'event', eventId, '--data-dir', directory]
    expect(await runCli([...show, '--json'], terminal)).toBe(0)
    expect(JSON.parse(output.out)).toMatchObject([
      { action: { event_id: eventId, activity_id: '12345', charity_hours: '0.1' } },
    ])
    expect(await runCli([...show, '--channel', 'CH_B'], terminal)).toBe(1)
    expect(output.err).toContain(`No event ${eventId} took effect in the channel CH_B`)

    child.kill('SIGTERM')
    child.kill('SIGINT')
    expect(await exited).toBe(0)
  })

  it('ends with 2 and says what to do when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => {
      other.close()
    })
    await new Promise((resolve) => other.once('listening', resolve))
    const { port } = other.address() as AddressInfo
    const { written, exited } = start('--port', String(port))
    expect(await written('in use')).toContain(`Port ${port}`)
    expect(await exited).toBe(2)
  })
})
