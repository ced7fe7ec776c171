import { setTimeout } from 'node:timers/promises'
import { IdSource, runBatch } from '@topgate/engine'
import { checkKeys, migrations, type OwnerAnswer, ownerOperations } from '@topgate/services'
import {
  acquireNodeNumber,
  DirectoryTaken,
  migrate,
  openPostgresPatiently,
  openSqlite,
  openVault,
  type SchemaDatabase,
  takeDataDirectory,
} from '@topgate/storage'
import type { Config } from '../config.ts'
import { databaseFile } from '../embedded-database.ts'
import { askServer } from './ask-server.ts'
import { type OwnerOrder, ownerAnswerOf, ownerCall, refusal } from './owner-call.ts'

/**
 * Runs an operation of the owner. Directly on PostgreSQL, and on the embedded database when no
 * server has it; otherwise that server is asked. Throws a `StartRefusal` when there is no way to
 * the store.
 */
export function runOwnerOrder(config: Config, order: OwnerOrder): Promise<OwnerAnswer> {
  return config.databaseUrl === null
    ? runInDirectory(config, order)
    : runShared(config, order, config.databaseUrl)
}

async function runInDirectory(config: Config, order: OwnerOrder): Promise<OwnerAnswer> {
  const directory = takeUnlessTaken(config.dataDir)
  if (directory === undefined) return askServer(config.dataDir, order)
  try {
    const db = openSqlite({ path: databaseFile(directory.path) })
    return await runOn(db, config, order, 0)
  } finally {
    directory.release()
  }
}

function takeUnlessTaken(dataDir: string) {
  try {
    return takeDataDirectory(dataDir)
  } catch (error) {
    if (error instanceof DirectoryTaken) return undefined
    throw error
  }
}

/** As one more node: its ids meet those of no other. */
async function runShared(config: Config, order: OwnerOrder, url: string): Promise<OwnerAnswer> {
  const db = await openPostgresPatiently(url)
  const node = await acquireNodeNumber(url)
  try {
    return await runOn(db, config, order, node.number)
  } finally {
    await node.release()
  }
}

/** One operation as a batch of its own. Closes the database. */
async function runOn(
  db: SchemaDatabase,
  config: Config,
  order: OwnerOrder,
  node: number,
): Promise<OwnerAnswer> {
  try {
    const vault = openVault({ masterKey: config.masterKey })
    await migrate(db, migrations, Date.now)
    await checkKeys(db, vault)
    const id = new IdSource(() => node, Date.now).next()
    const call = ownerCall(order, config.mode, id, Date.now())
    if (call === undefined) return refusal(`There is no operation ${order.operation}.`)
    const tools = {
      db,
      vault,
      handlers: new Map(ownerOperations.map((handler) => [handler.method, handler])),
      nowMs: Date.now,
      random: Math.random,
      pause: (ms: number) => setTimeout(ms),
      report: reportDefect,
    }
    const [outcome] = await runBatch(tools, [call])
    if (outcome === undefined) throw new Error('a call without an outcome')
    return ownerAnswerOf(outcome)
  } finally {
    await db.close()
  }
}

/** There is no log of a server here: a defect ends the command, with its stack. */
function reportDefect({ kind, cause }: { readonly kind: string; readonly cause: unknown }): void {
  if (kind === 'defect') throw cause
}
