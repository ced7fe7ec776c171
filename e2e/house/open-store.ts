import { readConfig, readStore } from '@topgate/server'
import { type Database, int } from '@topgate/storage'
import type { TestServer } from '../testing/start-server.ts'

/** Reads the store beside the running server, as operators do. */
export function withStore<T>(
  { dataDir, databaseUrl }: TestServer,
  work: (db: Database) => Promise<T>,
): Promise<T> {
  const config = readConfig({ 'data-dir': dataDir, 'database-url': databaseUrl }, {})
  return readStore(config, ({ db }) => work(db))
}

/** How many versions of rows are stored in all. */
export async function rowsIn(server: TestServer): Promise<number> {
  const rows = await withStore(server, (db) =>
    db.all('SELECT CAST(count(*) AS BIGINT) AS stored FROM house_stat_version', [], {
      stored: int,
    }),
  )
  return rows[0]?.stored ?? -1
}
