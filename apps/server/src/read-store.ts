import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { migrations, refuseWrongKey } from '@topgate/services'
import {
  type Database,
  openPostgresPatiently,
  openSqlite,
  openVault,
  refuseOldSchema,
  StartRefusal,
  type Vault,
} from '@topgate/storage'
import type { Config } from './config.ts'

/** What a reader of stored things gets: the database, and the vault for what is sealed in it. */
export interface ReadableStore {
  readonly db: Database
  readonly vault: Vault
}

/**
 * Lets `read` look into the store of an installation. It only reads, so this works beside a
 * running server. A `StartRefusal` when there is no store to look into.
 */
export async function readStore<T>(
  config: Config,
  read: (store: ReadableStore) => Promise<T>,
): Promise<T> {
  const db = await openReader(config)
  try {
    const vault = openVault({ masterKey: config.masterKey })
    await refuseOldSchema(db, migrations)
    await refuseWrongKey(db, vault)
    return await read({ db, vault })
  } finally {
    await db.close()
  }
}

async function openReader(config: Config): Promise<Database> {
  if (config.databaseUrl !== null) return openPostgresPatiently(config.databaseUrl)
  const path = join(config.dataDir, 'topgate.db')
  if (!existsSync(path)) {
    throw new StartRefusal(
      `There is no database in ${config.dataDir}. Start the server first, or name its data ` +
        'directory with --data-dir.',
    )
  }
  return openSqlite({ path, readonly: true })
}
