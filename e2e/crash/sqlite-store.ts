import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { LEDGER, type Line, type LogEntry, type Snapshot, type Store, sql } from './store.ts'

/**
 * Reads the file of a running server, each time through a new connection: one that stayed open
 * over a kill would spare the server the recovery that the kill is for.
 */
export function sqliteStore(dataDir: string, log = LEDGER): Store {
  const path = join(dataDir, 'topgate.db')
  return {
    snapshot: async () => withDatabase(path, readSnapshot),
    follow: async (last) =>
      withDatabase(path, (db) =>
        db
          .prepare<[bigint], LogEntry>(
            `SELECT CAST(log_position AS text) AS position, CAST(id AS text) AS id, event_id
            FROM ${log} WHERE log_position > ? ORDER BY log_position`,
          )
          .all(BigInt(last?.position ?? 0)),
      ),
    settled: async () => {},
    wrongSums: async () => withDatabase(path, wrongSums),
    damage: async (thorough) => withDatabase(path, (db) => damage(db, thorough)),
    close: async () => {},
  }
}

function withDatabase<T>(path: string, read: (db: Sqlite.Database) => T): T {
  const db = new Sqlite(path, { readonly: true, fileMustExist: true })
  try {
    return read(db)
  } finally {
    db.close()
  }
}

function readSnapshot(db: Sqlite.Database): Snapshot {
  return db.transaction(() => ({
    lines: db.prepare<[], Line>(sql.lines.replace('{hex}', 'lower(hex(content_hash))')).all(),
    wrongSums: wrongSums(db),
    caps: db.prepare<[], Snapshot['caps'][number]>(sql.caps).all(),
    registrations: db.prepare<[], Snapshot['registrations'][number]>(sql.registrations).all(),
  }))()
}

function wrongSums(db: Sqlite.Database): string[] {
  return db.prepare<[], string>(sql.wrongSums).pluck().all()
}

function damage(db: Sqlite.Database, thorough: boolean): string[] {
  const check = thorough ? 'integrity_check' : 'quick_check'
  const found = (db.pragma(check) as Record<string, string>[]).flatMap((row) => Object.values(row))
  const orphans = db.pragma('foreign_key_check') as object[]
  return [
    ...found.filter((line) => line !== 'ok').map((line) => `${check}: ${line}`),
    ...orphans.map((row) => `foreign_key_check: ${JSON.stringify(row)}`),
  ]
}
