import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type EventReport, findEvents } from '@topgate/services'
import { openPostgres, openSqlite, openVault, StartRefusal } from '@topgate/storage'
import type { Config } from './config.ts'

export type { EventReport } from '@topgate/services'

/**
 * What is stored for a charity event. Only reads, so it works beside a running server. Empty when
 * no such event was stored; a `StartRefusal` when there is no store to look into.
 */
export async function showEvent(
  config: Config,
  eventId: string,
  channel?: string,
): Promise<EventReport[]> {
  const db = await openReader(config)
  try {
    const vault = openVault({ masterKey: config.masterKey })
    return await findEvents(db, vault, eventId, channel)
  } finally {
    await db.close()
  }
}

async function openReader(config: Config) {
  if (config.databaseUrl !== null) return openPostgres({ url: config.databaseUrl })
  const path = join(config.dataDir, 'topgate.db')
  if (!existsSync(path)) {
    throw new StartRefusal(
      `There is no database in ${config.dataDir}. Start the server first, or name its data ` +
        'directory with --data-dir.',
    )
  }
  return openSqlite({ path, readonly: true })
}
