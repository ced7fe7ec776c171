import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { userActionSync } from '@topgate/contracts'
import { IdSource, runBatch, type WriteCall } from '@topgate/engine'
import { readConfig } from '@topgate/server'
import { loadSandbox, migrations, writeHandlers } from '@topgate/services'
import {
  type Database,
  int64,
  migrate,
  openSqlite,
  openVault,
  type SchemaDatabase,
  type Vault,
} from '@topgate/storage'
import type { BenchApi } from './apis.ts'
import { APP_KEY, CHANNEL, randomAction, requestOf } from './calls.ts'

/** A node number that no server of the benchmark has, so that ids never meet. */
const PRELOAD_NODE = 1022
const PRELOAD_BATCH = 4_000
const DEADLINE_MS = 60_000

const app = {
  key: APP_KEY,
  profile: 'strict',
  owns: { charity_channel: CHANNEL },
  biz_codes: [],
} as const

/** A charity call as the gateway hands it to the engine. */
export function writeCall(id: bigint, nowMs: number): WriteCall {
  return {
    id,
    method: userActionSync.method,
    app,
    user_tag: null,
    request: requestOf(randomAction(nowMs)),
    received_ms: nowMs,
    deadline_ms: nowMs + DEADLINE_MS,
    signature: '',
    boundaries: '',
  }
}

/** The vault of a sandbox, as the servers have it. */
export function sandboxVault(): Vault {
  return openVault({ masterKey: readConfig({}, {}).masterKey })
}

/** Tables and fixtures, as the server makes them at its first start. */
export async function prepareDatabase(db: SchemaDatabase, vault: Vault): Promise<void> {
  await migrate(db, migrations, Date.now)
  const ids = new IdSource(() => PRELOAD_NODE, Date.now)
  await loadSandbox(db, { vault, nowMs: Date.now(), nextId: () => ids.next() })
}

export function batchToolsOf(db: Database, vault: Vault) {
  return {
    db,
    vault,
    handlers: new Map(writeHandlers.map((handler) => [handler.method, handler])),
    nowMs: Date.now,
    random: Math.random,
    pause: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
    report: ({ kind, cause }: { kind: string; cause: unknown }) => {
      if (kind !== 'retry') throw new Error(`batch: ${kind}`, { cause })
    },
  }
}

/** Fills a data directory with stored actions by the code that serves calls, in large batches. */
export async function preload(
  dataDir: string,
  count: number,
  progress: (text: string) => void,
): Promise<void> {
  mkdirSync(dataDir, { recursive: true })
  const vault = sandboxVault()
  const db = openSqlite({ path: databasePath(dataDir) })
  await prepareDatabase(db, vault)
  const tools = batchToolsOf(db, vault)
  const ids = new IdSource(() => PRELOAD_NODE, Date.now)
  for (let stored = 0; stored < count; ) {
    const size = Math.min(PRELOAD_BATCH, count - stored)
    const calls = Array.from({ length: size }, () => writeCall(ids.next(), Date.now()))
    await runBatch(tools, calls)
    stored += size
    if (stored % 100_000 === 0) progress(`stored ${stored} actions`)
  }
  await db.close()
}

export interface Stored {
  readonly actions: number
  /** The ledger and the totals say the same. */
  readonly addsUp: boolean
}

export async function countStored(db: Database): Promise<Stored> {
  const [found] = await db.all(
    `SELECT (SELECT count(*) FROM charity_action) AS actions,
      (SELECT coalesce(sum(minutes), 0) FROM charity_action) AS ledger,
      (SELECT coalesce(sum(minutes), 0) FROM charity_total) AS total`,
    [],
    { actions: int64, ledger: int64, total: int64 },
  )
  return { actions: Number(found?.actions ?? 0), addsUp: found?.ledger === found?.total }
}

export async function countStoredIn(dataDir: string): Promise<Stored> {
  const db = openSqlite({ path: databasePath(dataDir), readonly: true })
  try {
    return await countStored(db)
  } finally {
    await db.close()
  }
}

/** How many effects of each API a data directory holds. */
export async function countEffectsIn(
  dataDir: string,
  apis: readonly BenchApi[],
): Promise<ReadonlyMap<BenchApi, number>> {
  const db = openSqlite({ path: databasePath(dataDir), readonly: true })
  const counts = new Map<BenchApi, number>()
  for (const api of apis) {
    const [row] = await db.all(`SELECT count(*) AS n FROM ${api.table}`, [], { n: int64 })
    counts.set(api, Number(row?.n ?? 0))
  }
  await db.close()
  return counts
}

function databasePath(dataDir: string): string {
  return join(dataDir, 'topgate.db')
}
