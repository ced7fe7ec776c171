import { existsSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { runWriter } from '@topgate/server'
import { writeHandlers } from '@topgate/services'
import { failingWhile } from './failing-while.ts'

/** A writer thread whose store is down while a file `down` lies beside the database. */
if (parentPort !== null) {
  runWriter(parentPort, workerData, writeHandlers, (db) =>
    failingWhile(db, () => existsSync(`${workerData.path}.down`)),
  )
}
