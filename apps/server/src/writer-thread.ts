import { parentPort, workerData } from 'node:worker_threads'
import { writeHandlers } from '@topgate/services'
import { runWriter } from './writer.ts'

/** The composition root of the writer thread: the same handlers, the real database. */
if (parentPort !== null) runWriter(parentPort, workerData, writeHandlers)
