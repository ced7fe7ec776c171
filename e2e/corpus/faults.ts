import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { type Database, StorageFault } from '@topgate/storage'
import { withTransaction } from '../crash/builds/change-database.ts'

/** What is wrong with the store: nothing, no space, or it does not get on. */
export type Fault = 'none' | 'full' | 'held'

const HELD_POLL_MS = 5

/** The same database, going wrong as `faultNow` says. */
export function faulty(db: Database, faultNow: () => Fault): Database {
  return withTransaction(db, async (work) => {
    if (faultNow() === 'full') throw new StorageFault('full', 'no space left')
    while (faultNow() === 'held') await setTimeout(HELD_POLL_MS)
    return db.transaction(work)
  })
}

/** A fault lies beside the database as a file: the writer of SQLite is a thread of its own. */
export function readFault(databasePath: string): Fault {
  const file = markOf(databasePath)
  const text = existsSync(file) ? readFileSync(file, 'utf8') : 'none'
  return text === 'full' || text === 'held' ? text : 'none'
}

export function writeFault(databasePath: string, fault: Fault): void {
  if (fault === 'none') rmSync(markOf(databasePath), { force: true })
  else writeFileSync(markOf(databasePath), fault)
}

function markOf(databasePath: string): string {
  return `${databasePath}.fault`
}
