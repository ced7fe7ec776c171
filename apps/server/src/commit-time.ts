import type { Database } from '@topgate/storage'

/**
 * The same database, telling how long each COMMIT took: from the end of the work until the
 * transaction has returned, which it does after the sync.
 */
export function timingCommits(db: Database, note: (seconds: number) => void): Database {
  return {
    dialect: db.dialect,
    async transaction(work) {
      let endedMs = 0
      const result = await db.transaction(async (tx) => {
        const made = await work(tx)
        endedMs = performance.now()
        return made
      })
      note((performance.now() - endedMs) / 1_000)
      return result
    },
    all: (sql, params, columns) => db.all(sql, params, columns),
    read: (lookup, keys) => db.read(lookup, keys),
    follow: (table, cursor, limit) => db.follow(table, cursor, limit),
    close: () => db.close(),
  }
}
