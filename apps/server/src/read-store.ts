import { migrations, refuseWrongKey } from '@topgate/services'
import {
  type Database,
  openPostgresPatiently,
  openSqlite,
  openVault,
  refuseOldSchema,
  type Vault,
} from '@topgate/storage'
import type { Config } from './config.ts'
import { embeddedDatabase } from './embedded-database.ts'

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
  return openSqlite({ path: embeddedDatabase(config), readonly: true })
}
