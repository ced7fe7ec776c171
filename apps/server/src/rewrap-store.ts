import { migrations, type Rewrapped, rewrapRecords } from '@topgate/services'
import {
  migrate,
  openPostgresPatiently,
  openSqlite,
  openVault,
  type RewrapProgress,
  type SchemaDatabase,
  takeDataDirectory,
} from '@topgate/storage'
import type { Config } from './config.ts'
import { embeddedDatabase } from './embedded-database.ts'

export type { RewrapProgress, Rewrapped }

/**
 * Seals all records of an installation with its newest master key. PostgreSQL: beside running
 * nodes. The embedded database belongs to its server, which therefore has to be stopped.
 */
export async function rewrapStore(
  config: Config,
  report: (progress: RewrapProgress) => void,
): Promise<Rewrapped> {
  if (config.databaseUrl !== null) {
    return rewrapIn(await openPostgresPatiently(config.databaseUrl), config, report)
  }
  const path = embeddedDatabase(config)
  const directory = takeDataDirectory(config.dataDir)
  try {
    return await rewrapIn(openSqlite({ path }), config, report)
  } finally {
    directory.release()
  }
}

async function rewrapIn(
  db: SchemaDatabase,
  config: Config,
  report: (progress: RewrapProgress) => void,
): Promise<Rewrapped> {
  try {
    await migrate(db, migrations, Date.now)
    return await rewrapRecords(db, openVault({ masterKey: config.masterKey }), report)
  } finally {
    await db.close()
  }
}
