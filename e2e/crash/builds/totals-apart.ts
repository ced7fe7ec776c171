import { setTimeout } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { runWriter } from '@topgate/server'
import { writeHandlers } from '@topgate/services'
import type { Database, Transaction } from '@topgate/storage'
import { changed, withTransaction } from './change-database.ts'

/** Broken: the totals follow in a transaction of their own. */
const LATE_MS = 20

function withTotalsApart(db: Database): Database {
  return withTransaction(db, async (work) => {
    const totals: Parameters<Transaction['write']>[] = []
    const result = await db.transaction((tx) =>
      work(
        changed(tx, {
          write: async (write, rows) => {
            if (write.table.name === 'charity_total') totals.push([write, rows])
            else await tx.write(write, rows)
          },
        }),
      ),
    )
    if (totals.length > 0) {
      await setTimeout(LATE_MS)
      await db.transaction(async (tx) => {
        for (const [write, rows] of totals) await tx.write(write, rows)
      })
    }
    return result
  })
}

if (parentPort !== null) runWriter(parentPort, workerData, writeHandlers, withTotalsApart)
