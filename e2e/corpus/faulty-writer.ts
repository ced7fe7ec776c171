import { parentPort, workerData } from 'node:worker_threads'
import { runWriter } from '@topgate/server'
import { writeHandlers } from '@topgate/services'
import { faulty, readFault } from './faults.ts'

/** The writer thread of the product, whose store goes wrong when a case says so. */
if (parentPort !== null) {
  runWriter(parentPort, workerData, writeHandlers, (db) =>
    faulty(db, () => readFault(workerData.path)),
  )
}
