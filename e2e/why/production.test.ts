import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCli } from '@topgate/cli'
import { testTerminal } from '@topgate/cli/testing'
import { platformErrors } from '@topgate/contracts'
import { type RunningServer, readConfig, startServer } from '@topgate/server'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Sample } from '../testing/samples.ts'
import { sendChanged } from './sender.ts'

const KEY = '40000001'
const SECRET = 'a-secret-of-production-0123456789'
const START_MS_MAX = 60_000
const time: Sample = { method: 'taobao.time.get', params: {} }

const directory = mkdtempSync(join(tmpdir(), 'topgate-production-'))
const keyFile = join(directory, 'master.key')
const flags = {
  mode: 'production',
  port: '0',
  'admin-port': '0',
  'data-dir': join(directory, 'data'),
  'master-key-file': keyFile,
  'drain-announce-ms': '0',
}
let server: RunningServer

beforeAll(async () => {
  writeFileSync(keyFile, 'ab'.repeat(32), { mode: 0o600 })
  const log = { call() {}, report() {}, fatal() {} }
  server = await startServer(readConfig(flags, {}), { log })
  const created = await command('app', 'create', '--key', KEY, '--secret', SECRET)
  if (created.exitCode !== 0) throw new Error(created.err)
}, START_MS_MAX)

afterAll(async () => {
  await server.stop()
  rmSync(directory, { recursive: true })
}, START_MS_MAX)

async function command(...args: readonly string[]) {
  const { terminal, output } = testTerminal({ nowMs: Date.now() })
  const where = ['mode', 'data-dir', 'master-key-file'] as const
  const settings = where.flatMap((name) => [`--${name}`, flags[name]])
  return { exitCode: await runCli([...args, ...settings], terminal), ...output }
}

it('tells the caller no mistake, and the operator its name and nothing to sign', async () => {
  const wrong = await sendChanged(server.url, time, { key: KEY, secret: `${SECRET}\n` })
  expect(wrong).toMatchObject({ code: 25, subMsg: platformErrors['invalid-signature'].remedy.zh })
  const why = await vi.waitFor(
    async () => {
      const { exitCode, out, err } = await command('why', wrong.requestId, '--json')
      if (exitCode !== 0) throw new Error(err)
      return JSON.parse(out)
    },
    { timeout: 20_000, interval: 100 },
  )
  expect(why).toMatchObject({ evidence: { mistake: { name: 'secret-with-space' } } })
  expect(why.string_to_sign).toBeNull()
  expect(JSON.stringify(why)).not.toContain(SECRET)
})

it.each(['/why', '/why/06xz9pfn4dfk0'])('%s is not there', async (path) => {
  expect((await fetch(server.url + path)).status).toBe(404)
})
