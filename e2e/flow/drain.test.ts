import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import { readConfig, runOwnerOrder } from '@topgate/server'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { NodeProcess } from '../crash/node-process.ts'
import { callSteadily } from './steady-calls.ts'

const PER_SECOND = 200
const ROUNDS = 3
/** The node says that it stops, and goes on taking connections for so long. */
const ANNOUNCE_MS = 1_000
const BEFORE_MS = 1_000
const START_MS_MAX = 60_000
const ROUND_MS_MAX = 60_000

const key = '30000088'
const secret = 'the-secret-of-a-draining-node'

let directory = ''
const flagsOf = () => ({
  mode: 'production',
  port: '0',
  'admin-port': '0',
  'data-dir': join(directory, 'data'),
  'master-key-file': join(directory, 'key'),
  'drain-announce-ms': String(ANNOUNCE_MS),
  'log-level': 'silent',
})

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'topgate-drain-'))
  writeFileSync(join(directory, 'key'), 'ab'.repeat(32), { mode: 0o600 })
  const settings = { 'per-second': 'none', 'per-day': 'none' }
  const input = { app_key: key, secret, settings, packages: [], no_packages: true }
  const order = { operation: 'owner.app.create', by: 'test', input }
  expect(await runOwnerOrder(readConfig(flagsOf(), {}), order)).toMatchObject({ done: true })
}, START_MS_MAX)

afterAll(() => rmSync(directory, { recursive: true }))

it.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
  'SIGTERM %i at 200 calls a second fails no call that was accepted',
  async () => {
    const before = callsRead()
    const args = Object.entries(flagsOf()).map(([name, value]) => `--${name}=${value}`)
    const node = new NodeProcess(args)
    const url = await node.ready()
    const ended = new AbortController()
    const calling = callSteadily({ url, key, secret, perSecond: PER_SECOND, until: ended.signal })
    await setTimeout(BEFORE_MS)
    await node.terminate()
    const announced = await untilNotReady(url)
    await node.stop()
    ended.abort()
    const { failures, answered, closing, unaccepted } = await calling
    expect(announced).toBe('draining\n')
    expect(failures).toEqual([])
    // Every call that the server read has its answer; only what it never read was reset.
    expect(callsRead() - before).toBeLessThanOrEqual(answered)
    // Calls went on through the announcement, each told to come over another connection.
    expect(closing).toBeGreaterThan(0)
    expect(answered).toBeGreaterThan(closing)
    expect(unaccepted).toBeGreaterThan(0)
  },
  ROUND_MS_MAX,
)

/** Calls of the app that servers have read so far, by their journal. */
function callsRead(): number {
  const db = new DatabaseSync(join(directory, 'data', 'topgate.db'), { readOnly: true })
  const row = db.prepare('SELECT count(*) AS calls FROM call_journal WHERE app_key = ?').get(key)
  db.close()
  return Number(row?.calls)
}

/** What `/readyz` says as soon as the node is not ready any more, while it still answers. */
async function untilNotReady(url: string): Promise<string> {
  for (;;) {
    const response = await fetch(`${url}/readyz`, { headers: { Connection: 'close' } })
    const text = await response.text()
    if (!response.ok) return text
    await setTimeout(5)
  }
}
