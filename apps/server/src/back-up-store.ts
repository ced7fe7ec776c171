import { backUpSqlite, StartRefusal } from '@topgate/storage'
import type { Config } from './config.ts'
import { embeddedDatabase } from './embedded-database.ts'

/** Copies the embedded database into a new file, also beside its server, and gives the size. */
export function backUpStore(config: Config, file: string): number {
  if (config.databaseUrl !== null) {
    throw new StartRefusal(
      'PostgreSQL is backed up with its own tools, such as pg_basebackup: docs/guides/backup.md.',
    )
  }
  return backUpSqlite(embeddedDatabase(config), file)
}
