import { setTimeout } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { runWriter } from '@topgate/server'
import { writeHandlers } from '@topgate/services'
import type { Database } from '@topgate/storage'
import Sqlite from 'better-sqlite3'
import { changed, withTransaction } from './change-database.ts'

/** Broken: what followers read is a copy of the ledger that is made after each commit. */
const LATE_MS = 100

function withLateLog(db: Database, log: Sqlite.Database): Database {
  log.exec(
    'CREATE TABLE IF NOT EXISTS late_log (log_position INTEGER PRIMARY KEY, id INTEGER, event_id TEXT)',
  )
  const insert = log.prepare('INSERT INTO late_log (id, event_id) VALUES (?, ?)')
  return withTransaction(db, async (work) => {
    const lines: Record<string, unknown>[] = []
    const result = await db.transaction((tx) =>
      work(
        changed(tx, {
          write: async (write, rows) => {
            await tx.write(write, rows)
            if (write.table.name === 'charity_action') lines.push(...(rows as typeof lines))
          },
        }),
      ),
    )
    if (lines.length > 0) await setTimeout(LATE_MS)
    for (const { id, event_id } of lines) insert.run(id, event_id)
    return result
  })
}

if (parentPort !== null) {
  const log = new Sqlite(workerData.path)
  runWriter(parentPort, workerData, writeHandlers, (db) => withLateLog(db, log))
}
