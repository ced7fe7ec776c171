import { StorageFault } from './database.ts'
import { openConnection, walPagesMax } from './sqlite-connection.ts'
import { withSqliteFaults } from './sqlite-faults.ts'

export interface CheckpointProgress {
  /** Pages in the WAL when the checkpoint ran. */
  readonly walPages: number
  /** How many of them are in the database file now, by this checkpoint or earlier ones. */
  readonly movedPages: number
}

export interface Checkpointer {
  /** Moves what it can without waiting for readers or the writer. Blocks the calling thread. */
  checkpoint(): CheckpointProgress
  close(): void
}

/** For a thread of its own beside the writer, which is opened with `checkpointThread: true`. */
export function openCheckpointer(path: string): Checkpointer {
  const connection = openConnection({ path, checkpointThread: true })
  const statement = connection.prepare<[], { log: number; checkpointed: number }>(
    'PRAGMA wal_checkpoint(PASSIVE)',
  )
  return {
    checkpoint: () =>
      withSqliteFaults(() => {
        const state = statement.get()
        return { walPages: state?.log ?? 0, movedPages: state?.checkpointed ?? 0 }
      }),
    close: () => {
      connection.close()
    },
  }
}

/**
 * The next checkpoint after `before`. A disk without room does not end the checkpoints: the pages
 * stay in the WAL, where they are safe, until there is some.
 */
export function checkpointAgain(
  checkpointer: Pick<Checkpointer, 'checkpoint'>,
  before: CheckpointProgress,
): CheckpointProgress {
  try {
    return checkpointer.checkpoint()
  } catch (error) {
    if (error instanceof StorageFault && error.kind === 'full') return before
    throw error
  }
}

/** Often: what is left when the WAL has become long is the writer's to move, while calls wait. */
const REST_MS = 50
const HURRY_FROM_PAGES = walPagesMax * 0.75

/**
 * How long a thread rests between two checkpoints. Not at all while the WAL grows towards its
 * bound: the writer will move what is left there, and that should be what came in a few
 * milliseconds. A long WAL that grows no more is no reason to hurry.
 */
export function checkpointRestMs(before: CheckpointProgress, now: CheckpointProgress): number {
  const hurries = now.walPages > HURRY_FROM_PAGES && now.walPages > before.walPages
  return hurries ? 0 : REST_MS
}
