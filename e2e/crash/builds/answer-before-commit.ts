import { setTimeout } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { runWriter } from '@topgate/server'
import { writeHandlers } from '@topgate/services'
import type { Database } from '@topgate/storage'
import { withTransaction } from './change-database.ts'

/** Broken: a transaction counts as done before its COMMIT, which comes a little later. */
const LATE_MS = 1_000

function answeringEarly(db: Database): Database {
  let turn: Promise<unknown> = Promise.resolve()
  return withTransaction(db, (work) => {
    const { promise, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<typeof work>>>()
    const commitLate = () =>
      db.transaction(async (tx) => {
        resolve(await work(tx))
        await setTimeout(LATE_MS)
      })
    turn = turn.then(commitLate).catch(reject)
    return promise
  })
}

if (parentPort !== null) runWriter(parentPort, workerData, writeHandlers, answeringEarly)
