import {
  type BatchTools,
  type Outcome,
  runBatch,
  type WriteCall,
  type WriteHandler,
} from '@topgate/engine'
import { migrations, type Notes, saveNotes } from '@topgate/services'
import {
  acquireNodeNumber,
  type Database,
  type DataDirectory,
  migrate,
  openPostgresWhenReady,
  openSqlite,
  type SchemaDatabase,
  takeDataDirectory,
  type Vault,
} from '@topgate/storage'
import { CheckpointClient } from './checkpoint-client.ts'
import { timingCommits } from './commit-time.ts'
import type { Config } from './config.ts'
import { databaseFile } from './embedded-database.ts'
import { HeldNodeNumber } from './held-node-number.ts'
import { WriterClient } from './writer-client.ts'

/** The durable side of a running server, whichever database it is. */
export interface Store {
  /** For reads; never for writes. */
  readonly reader: Database
  /** Other nodes may use it at the same time. */
  readonly isShared: boolean
  nodeNumber(): number
  /** These three as in `QueueOptions`. */
  readonly batchMax: number
  readonly inFlightMax: number
  readonly aheadMax: number
  run(calls: readonly WriteCall[]): Promise<readonly Outcome[]>
  saveNotes(notes: Notes): Promise<void>
  close(): Promise<void>
}

export interface StoreOptions {
  readonly config: Config
  readonly vault: Vault
  readonly handlers: readonly WriteHandler[]
  nowMs(): number
  /** Runs once after the migrations, before anything is served. */
  prepare(db: Database): Promise<void>
  /** Facts for operators. */
  report(level: 'warn' | 'error', message: string, facts: object): void
  /** How long the COMMIT of a batch took, in seconds. */
  onCommit(seconds: number): void
  /** A sync failed or the store is damaged: nothing may be acknowledged any more. */
  onFatal(message: string): void
  /** Tests of durability put a broken writer here. */
  readonly writerThread?: URL
  /** The same for PostgreSQL, where batches run in this process. */
  readonly adapt?: (db: Database) => Database
}

export function openStore(options: StoreOptions): Promise<Store> {
  return options.config.databaseUrl === null
    ? openEmbeddedStore(options)
    : openSharedStore(options, options.config.databaseUrl)
}

/** `design.md` section 5: what was measured best for each database. */
const SQLITE_BATCH_MAX = 512
const POSTGRES_BATCH_MAX = 128
const POSTGRES_CONNECTIONS = 2

/** Closes the database when it must not be served. */
async function prepareDatabase(db: SchemaDatabase, options: StoreOptions): Promise<void> {
  try {
    await migrate(db, migrations, options.nowMs)
    await options.prepare(db)
  } catch (error) {
    await db.close()
    throw error
  }
}

/** SQLite: a writer thread that owns the file, a checkpoint thread, a read-only connection here. */
async function openEmbeddedStore(options: StoreOptions): Promise<Store> {
  const directory = takeDataDirectory(options.config.dataDir)
  try {
    return await openInDirectory(directory, options)
  } catch (error) {
    directory.release()
    throw error
  }
}

async function openInDirectory(directory: DataDirectory, options: StoreOptions): Promise<Store> {
  const path = databaseFile(directory.path)
  const first = openSqlite({ path })
  await prepareDatabase(first, options)
  await first.close()
  const writer = await WriterClient.start(
    options.writerThread ?? new URL('./writer-thread.ts', import.meta.url),
    { path, masterKey: options.config.masterKey },
    options,
  )
  const checkpointThread = new URL('./checkpoint-thread.ts', import.meta.url)
  const checkpointer = new CheckpointClient(checkpointThread, path, options.onFatal)
  const reader = openSqlite({ path, readonly: true })
  return {
    reader,
    isShared: false,
    nodeNumber: () => 0,
    batchMax: SQLITE_BATCH_MAX,
    inFlightMax: 1,
    aheadMax: 1,
    run: (calls) => writer.run(calls),
    saveNotes: (notes) => writer.saveNotes(notes),
    async close() {
      await reader.close()
      await checkpointer.close()
      await writer.close()
      directory.release()
    },
  }
}

/** PostgreSQL: the same batches in this process, over a few connections, beside other nodes. */
async function openSharedStore(options: StoreOptions, url: string): Promise<Store> {
  const pool = { url, connections: POSTGRES_CONNECTIONS }
  const db = await openPostgresWhenReady(pool, (waitMsMax, reason) =>
    options.report('warn', `waiting up to ${waitMsMax / 1000} s for PostgreSQL`, { reason }),
  )
  await prepareDatabase(db, options)
  const node = new HeldNodeNumber(await acquireNodeNumber(url), url)
  const tools: BatchTools = {
    db: timingCommits(options.adapt?.(db) ?? db, options.onCommit),
    vault: options.vault,
    handlers: new Map(options.handlers.map((handler) => [handler.method, handler])),
    nowMs: options.nowMs,
    random: Math.random,
    pause,
    report: ({ kind, calls, cause }) =>
      options.report(kind === 'defect' ? 'error' : 'warn', `batch: ${kind}`, { calls, cause }),
  }
  return {
    reader: db,
    isShared: true,
    nodeNumber: () => node.number,
    batchMax: POSTGRES_BATCH_MAX,
    inFlightMax: POSTGRES_CONNECTIONS,
    aheadMax: 0,
    run: async (calls) =>
      node.owns(calls) ? runBatch(tools, calls) : calls.map(() => storageUnavailable),
    saveNotes: (notes) => tools.db.transaction((tx) => saveNotes(tx, notes)),
    async close() {
      await node.release()
      await db.close()
    },
  }
}

const storageUnavailable: Outcome = { kind: 'failed', reason: 'storage-unavailable' }
function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
