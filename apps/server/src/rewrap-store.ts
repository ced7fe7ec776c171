import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { migrations, type Rewrapped, rewrapRecords } from '@topgate/services'
import {
  migrate,
  openPostgresPatiently,
  openSqlite,
  openVault,
  type RewrapProgress,
  type SchemaDatabase,
  StartRefusal,
  takeDataDirectory,
} from '@topgate/storage'
import type { Config } from './config.ts'

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
  const path = join(config.dataDir, 'topgate.db')
  if (!existsSync(path)) {
    throw new StartRefusal(
      `There is no database in ${config.dataDir}. Name the data directory with --data-dir.`,
    )
  }
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
