import { chmodSync, existsSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { withSqliteFaults } from './sqlite-faults.ts'
import { StartRefusal } from './start-refusal.ts'

export type SqliteConnection = Sqlite.Database

const busyTimeoutMs = 2000
/**
 * Small on purpose: after a commit in which an index page was split, SQLite looks at every page of
 * its cache, and under load nearly every batch splits one. At 64 MiB that was an eighth of the
 * writer's time, more than what the larger cache saves in reads of pages that the system has anyway.
 */
const cacheKib = 16 * 1024
/** Well above what the WAL has under load: to cut the file and let it grow again costs much. */
const walBytesMax = 128 * 1024 * 1024
/** SQLite's own default; used when no checkpoint thread runs. */
const autoCheckpointPages = 1000
/**
 * Under steady load a checkpoint beside the writer is never quite done, and only a WAL of which
 * everything is moved begins anew. From 64 MiB on the writer moves the rest itself: little, since
 * the thread has moved all but the newest, and the file is used again instead of growing.
 */
export const walPagesMax = 16 * 1024

export interface ConnectionOptions {
  readonly path: string
  /** The file must exist, and nothing can be written through this connection. */
  readonly readonly?: boolean
  /** A checkpoint thread runs, so a commit checkpoints only when the WAL has become long. */
  readonly checkpointThread?: boolean
}

/** Opens one connection with every setting that durability rests on, and reads those back. */
export function openConnection(options: ConnectionOptions): SqliteConnection {
  return withSqliteFaults(() => {
    const readonly = options.readonly === true
    const isNew = !existsSync(options.path)
    const connection = new Sqlite(options.path, {
      readonly,
      fileMustExist: readonly,
      timeout: busyTimeoutMs,
    })
    try {
      if (isNew) makePrivate(options.path)
      configure(connection, options.checkpointThread === true)
      checkDurability(connection)
    } catch (error) {
      connection.close()
      throw error
    }
    return connection
  })
}

/** Before there are files beside it, since SQLite gives those the rights that this one has. */
function makePrivate(path: string): void {
  // A name such as `:memory:` makes none.
  if (existsSync(path)) chmodSync(path, 0o600)
}

function configure(connection: SqliteConnection, checkpointThread: boolean): void {
  // The page size counts only before the file has content, so it comes first.
  connection.pragma('page_size = 4096')
  connection.pragma('journal_mode = WAL')
  // The binding is compiled so that WAL means NORMAL, which loses commits on a power cut.
  connection.pragma('synchronous = FULL')
  // Apple's fsync does not reach the platter; these have no effect elsewhere.
  connection.pragma('fullfsync = ON')
  connection.pragma('checkpoint_fullfsync = ON')
  connection.pragma('foreign_keys = ON')
  connection.pragma('trusted_schema = OFF')
  connection.pragma('mmap_size = 0')
  connection.pragma(`cache_size = ${-cacheKib}`)
  // A full temp directory must not fail a read of a healthy database.
  connection.pragma('temp_store = MEMORY')
  connection.pragma(`journal_size_limit = ${walBytesMax}`)
  connection.pragma(`wal_autocheckpoint = ${checkpointThread ? walPagesMax : autoCheckpointPages}`)
}

/** Refuses a connection whose commits could be lost or damaged. */
export function checkDurability(connection: SqliteConnection): void {
  expectPragma(connection, 'journal_mode', 'wal')
  expectPragma(connection, 'synchronous', 2)
  expectPragma(connection, 'foreign_keys', 1)
  const version = connection.prepare('SELECT sqlite_version()').pluck().get()
  if (!hasWalResetFix(String(version))) {
    throw new StartRefusal(
      `SQLite ${version} can damage a database (WAL-reset bug). ` +
        'Install better-sqlite3 with SQLite 3.51.3 or later.',
    )
  }
}

function expectPragma(connection: SqliteConnection, name: string, wanted: string | number): void {
  const found = connection.pragma(name, { simple: true })
  if (found === wanted) return
  throw new StartRefusal(
    `SQLite has ${name}=${found} on ${connection.name}, but acknowledged writes are only safe ` +
      `with ${name}=${wanted}. Put the data directory on a local disk that Topgate may write to.`,
  )
}

/** The WAL-reset bug is fixed in 3.51.3 and in the older lines 3.50.7 and 3.44.6. */
export function hasWalResetFix(version: string): boolean {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  if (major !== 3) return major > 3
  if (minor === 44) return patch >= 6
  if (minor === 50) return patch >= 7
  return minor > 51 || (minor === 51 && patch >= 3)
}
