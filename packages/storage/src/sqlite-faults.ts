import Sqlite from 'better-sqlite3'
import { type FaultKind, StorageFault } from './database.ts'

/**
 * Runs native calls and throws what goes wrong as a `StorageFault`. An error that is our own bug
 * (bad SQL, a missing table) passes unchanged.
 */
export function withSqliteFaults<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    throw sqliteFault(error)
  }
}

export function sqliteFault(error: unknown): unknown {
  // The binding refuses a bigint beyond 64 bits and a text beyond 1 GB before SQLite sees them.
  if (error instanceof RangeError) return new StorageFault('data', error.message, error)
  if (!(error instanceof Sqlite.SqliteError)) return error
  const kind = kindOf(error.code)
  return kind === undefined
    ? error
    : new StorageFault(kind, `SQLite: ${error.code}: ${error.message}`, error)
}

/** Codes of https://sqlite.org/rescode.html. */
function kindOf(code: string): FaultKind | undefined {
  switch (code) {
    case 'SQLITE_CONSTRAINT_UNIQUE':
    case 'SQLITE_CONSTRAINT_PRIMARYKEY':
      return 'conflict'
    // SQLite reports ENOSPC as FULL, except when it cannot grow the index of the WAL in shared
    // memory: that file is never synced, so nothing has been lost.
    case 'SQLITE_FULL':
    case 'SQLITE_IOERR_SHMSIZE':
      return 'full'
  }
  switch (code.split('_')[1]) {
    case 'CONSTRAINT':
    case 'MISMATCH':
    case 'TOOBIG':
      return 'data'
    // After a failed sync the kernel may have dropped the pages: only a new process, which reads
    // the file again, knows what is stored.
    case 'IOERR':
    case 'CORRUPT':
    case 'NOTADB':
      return 'fatal'
    case 'BUSY':
    case 'LOCKED':
    case 'PROTOCOL':
    case 'READONLY':
    case 'CANTOPEN':
      return 'unavailable'
    default:
      return undefined
  }
}
