import { parentPort, workerData } from 'node:worker_threads'
import { openCheckpointer } from '@topgate/storage'

/**
 * Beside the writer, so that moving pages into the database file hardly delays a batch. Often: what
 * is left when the WAL has become long is the writer's to move, while calls wait.
 */
const EVERY_MS = 50

const checkpointer = openCheckpointer(workerData.path)
const timer = setInterval(() => checkpointer.checkpoint(), EVERY_MS)
parentPort?.on('message', () => {
  clearInterval(timer)
  checkpointer.checkpoint()
  checkpointer.close()
  parentPort?.close()
})
