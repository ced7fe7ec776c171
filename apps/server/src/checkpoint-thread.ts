import { parentPort, workerData } from 'node:worker_threads'
import {
  type CheckpointProgress,
  checkpointAgain,
  checkpointRestMs,
  openCheckpointer,
} from '@topgate/storage'

/** Beside the writer, so that moving pages into the database file hardly delays a batch. */
const checkpointer = openCheckpointer(workerData.path)
let progress: CheckpointProgress = { walPages: 0, movedPages: 0 }
let timer: NodeJS.Timeout | undefined

function checkpointAndRest(): void {
  const before = progress
  progress = checkpointAgain(checkpointer, before)
  timer = setTimeout(checkpointAndRest, checkpointRestMs(before, progress))
}

checkpointAndRest()
parentPort?.on('message', () => {
  clearTimeout(timer)
  checkpointAgain(checkpointer, progress)
  checkpointer.close()
  parentPort?.close()
})
