import { existsSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { writeHandlers } from '@topgate/services'
import { runWriter } from '../writer.ts'
import { failingWhile } from './failing-while.ts'

/** A writer thread whose disk is full while a file `full` lies beside the database. */
if (parentPort !== null) {
  runWriter(parentPort, workerData, writeHandlers, (db) =>
    failingWhile(db, () => existsSync(`${workerData.path}.full`)),
  )
}
