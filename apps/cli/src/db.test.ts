import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig, startServer } from '@topgate/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runCli } from './index.ts'
import { testTerminal } from './testing/test-terminal.ts'

const directory = mkdtempSync(join(tmpdir(), 'topgate-db-'))
const dataDir = join(directory, 'data')
const keyFile = join(directory, 'key')
const store = ['--data-dir', dataDir, '--master-key-file', keyFile]
/** The server is started twice, and the store opened by five commands. */
const TEST_MS_MAX = 60_000
const silentLog = { call() {}, report() {}, fatal() {} }

async function serve<T>(work: (url: string) => Promise<T>, data = dataDir): Promise<T> {
  const flags = { port: '0', 'admin-port': '0', 'data-dir': data, 'master-key-file': keyFile }
  const server = await startServer(readConfig(flags, {}), { log: silentLog })
  try {
    return await work(`${server.url}/router/rest`)
  } finally {
    await server.stop()
  }
}

async function run(...args: readonly string[]) {
  const { terminal, output } = testTerminal({ nowMs: Date.now() })
  return { exitCode: await runCli(args, terminal), ...output }
}

/** Another `signMethod` makes it another call, also within the same second. */
const call = (url: string, signMethod: 'hmac-sha256' | 'hmac') =>
  run(
    'call',
    'taobao.retail.user.tag.mobile.add',
    '--url',
    url,
    '--param',
    'biz_code=BIZ_A',
    '--param',
    'alipay_user_id=2088123412345678',
    '--sign-method',
    signMethod,
  )

beforeAll(() => writeFileSync(keyFile, 'ab'.repeat(32), { mode: 0o600 }))
afterAll(() => rmSync(directory, { recursive: true }))

it(
  'changes the master key of an installation, which serves on as if nothing had been',
  async () => {
    const before = await serve(async (url) => {
      const running = await run('db', 'rewrap', ...store)
      expect(running.exitCode).toBe(2)
      expect(running.err).toContain('Another Topgate process uses the data directory')
      return call(url, 'hmac-sha256')
    })
    expect(before.out).toContain('t*********3')

    const added = await run('db', 'add-key', '--master-key-file', keyFile)
    expect(added.out).toContain('Added the key of version 2')
    expect(readFileSync(keyFile, 'utf8')).toMatch(
      /^lookup [0-9a-f]{64}\n1 (?:ab){32}\n2 [0-9a-f]{64}\n$/,
    )

    const rewrapped = await run('db', 'rewrap', ...store)
    expect(rewrapped.exitCode).toBe(0)
    expect(rewrapped.out).toMatch(/Sealed \d+ records anew.*version 2/)
    expect(rewrapped.out).toContain('No record needs version 1 any more')
    expect(rewrapped.err).toMatch(/^app\.secret: \d+ sealed anew so far$/m)
    const again = await run('db', 'rewrap', ...store, '--json')
    expect(JSON.parse(again.out)).toEqual({ seal_version: 2, resealed: 0, retired: [1] })

    writeFileSync(keyFile, readFileSync(keyFile, 'utf8').replace(/^1 .*\n/m, ''), { mode: 0o600 })
    const after = await serve((url) => call(url, 'hmac'))
    expect(after.out).toContain('t*********3')
    const shown = await run('show', 'tags', '2088123412345678', ...store)
    expect(shown.out).toMatch(/BIZ_A +DEFAULT +ACTIVE +2 /)
  },
  TEST_MS_MAX,
)

it('says what is missing', async () => {
  const unnamed = await run('db', 'add-key')
  expect(unnamed.exitCode).toBe(2)
  expect(unnamed.err).toContain('TOPGATE_MASTER_KEY_FILE')
  const empty = await run('db', 'rewrap', '--data-dir', join(directory, 'nothing'))
  expect(empty.exitCode).toBe(2)
  expect(empty.err).toContain('There is no database')
})

it(
  'backs a database up beside its server; a server on the copy knows every call until then',
  async () => {
    const file = join(directory, 'backup.db')
    const where = ['--data-dir', dataDir, '--json']
    const event = ['alibaba.charity.useraction.sync', '--sample', '--url']
    const id = (event_id: string) => ['--param', `channel_user_action_dto.event_id=${event_id}`]
    const size = await serve(async (url) => {
      expect((await run('call', ...event, url, ...id('BEFORE_BACKUP'))).exitCode).toBe(0)
      const { out } = await run('db', 'backup', file, ...where)
      expect((await run('call', ...event, url, ...id('AFTER_BACKUP'))).exitCode).toBe(0)
      return JSON.parse(out)
    })
    expect(size).toEqual({ file, bytes: statSync(file).size })
    const again = await run('db', 'backup', file, ...where)
    expect([again.exitCode, again.err]).toEqual([2, expect.stringContaining('already')])

    const restored = join(directory, 'restored')
    mkdirSync(restored, { mode: 0o700 })
    copyFileSync(file, join(restored, 'topgate.db'))
    await serve(async () => {
      const of = ['--data-dir', restored, '--master-key-file', keyFile]
      expect((await run('show', 'event', 'BEFORE_BACKUP', ...of)).out).toContain('AWARDED')
      expect((await run('show', 'event', 'AFTER_BACKUP', ...of)).exitCode).toBe(1)
    }, restored)
  },
  TEST_MS_MAX,
)

it('leaves the backup of PostgreSQL to its own tools', async () => {
  const url = ['--database-url', 'postgres://127.0.0.1:1/none']
  const { exitCode, err } = await run('db', 'backup', join(directory, 'pg.db'), ...url)
  expect(exitCode).toBe(2)
  expect(err).toContain('pg_basebackup')
})
