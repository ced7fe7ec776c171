import { parentPort, workerData } from 'node:worker_threads'
import { openCheckpointer } from '@topgate/storage'

/** Beside the writer, so that moving pages into the database file never delays a batch. */
const EVERY_MS = 250

const checkpointer = openCheckpointer(workerData.path)
const timer = setInterval(() => checkpointer.checkpoint(), EVERY_MS)
parentPort?.on('message', () => {
  clearInterval(timer)
  checkpointer.checkpoint()
  checkpointer.close()
  parentPort?.close()
})
