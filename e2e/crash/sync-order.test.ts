import { mkdtempSync, rmSync } from 'node:fs'
import { Agent } from 'node:http'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ENDED_ACTIVITY, OPEN_ACTIVITY, randomContent } from './content.ts'
import { NodeProcess } from './node-process.ts'
import { Random } from './random.ts'
import { sendAction } from './send-action.ts'
import { LEDGER } from './store.ts'
import { readTrace, traceCommand } from './strace.ts'
import { checkSyncOrder, type SyncOrder } from './sync-order.ts'
import { seed } from './test-settings.ts'

const WRITES = 1_000
const TIMEOUT_MS = 120_000

let directory: string
let node: NodeProcess | undefined

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'topgate-sync-'))
})

afterEach(async () => {
  await node?.kill()
  rmSync(directory, { recursive: true })
})

it('syncs every write before it answers', { timeout: TIMEOUT_MS }, async () => {
  const order = await traceWrites('sound')
  expect(order).toEqual({ answers: WRITES, transactions: WRITES, violations: [] })
})

it('catches a log that is not synced at every commit', { timeout: TIMEOUT_MS }, async () => {
  const { answers, transactions, violations } = await traceWrites('normal-sync')
  expect({ answers, transactions }).toEqual({ answers: WRITES, transactions: WRITES })
  expect(violations.length).toBeGreaterThanOrEqual(0.9 * WRITES)
})

/** One write after the other over one connection, to a server under the trace. */
async function traceWrites(build: string): Promise<SyncOrder> {
  const traceFile = join(directory, 'trace')
  const dataDir = join(directory, 'data')
  const settings = ['--port=0', '--admin-port=0', '--log-level=silent', `--data-dir=${dataDir}`]
  node = new NodeProcess([`--build=${build}`, ...settings], traceCommand(traceFile))
  const url = await node.ready()
  const port = await writeInTurn(url)
  await node.stop()
  const order = checkSyncOrder(readTrace(traceFile), port, ledgerPages(dataDir))
  console.log(
    `${build}: ${order.answers} answers, ${order.transactions} transactions, ` +
      `${order.violations.length} violations`,
  )
  return order
}

/** Gives the port of the client, which is the same all the time. */
async function writeInTurn(url: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const ports = new Set<number | undefined>()
  agent.on('free', (socket: Socket) => ports.add(socket.localPort))
  const random = new Random(seed)
  for (let number = 0; number < WRITES; number += 1) {
    const content = openContent(random)
    const answer = await sendAction(url, agent, `T2_${number}`, content)
    expect(answer.kind).toBe('success')
  }
  agent.destroy()
  const [port = 0] = ports
  expect(ports.size).toBe(1)
  return port
}

function openContent(random: Random) {
  const content = randomContent(random)
  return content.activity_id === ENDED_ACTIVITY
    ? { ...content, activity_id: OPEN_ACTIVITY }
    : content
}

function ledgerPages(dataDir: string): Set<number> {
  const db = new Sqlite(join(dataDir, 'topgate.db'), { readonly: true })
  const pages = db.prepare<[string], number>('SELECT pageno FROM dbstat WHERE name = ?').pluck()
  const found = new Set(pages.all(LEDGER))
  db.close()
  return found
}
