import { setTimeout } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { runWriter } from '@topgate/server'
import { writeHandlers } from '@topgate/services'
import type { Database, Transaction } from '@topgate/storage'
import { changed, withTransaction } from './change-database.ts'

/** Broken: what counts against the caps follows in a transaction of its own. */
const LATE_MS = 20

function withCapsApart(db: Database): Database {
  return withTransaction(db, async (work) => {
    const caps: Parameters<Transaction['write']>[] = []
    const result = await db.transaction((tx) =>
      work(
        changed(tx, {
          write: async (write, rows) => {
            if (write.table.name === 'charity_cap') caps.push([write, rows])
            else await tx.write(write, rows)
          },
        }),
      ),
    )
    if (caps.length > 0) {
      await setTimeout(LATE_MS)
      await db.transaction(async (tx) => {
        for (const [write, rows] of caps) await tx.write(write, rows)
      })
    }
    return result
  })
}

if (parentPort !== null) runWriter(parentPort, workerData, writeHandlers, withCapsApart)
