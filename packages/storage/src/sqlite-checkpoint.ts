import { openConnection } from './sqlite-connection.ts'
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
