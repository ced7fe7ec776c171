import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefusal } from '@topgate/storage'
import type { Config } from './config.ts'

/** Where the database of a data directory is, or will be. */
export function databaseFile(dataDir: string): string {
  return join(dataDir, 'topgate.db')
}

/** The file of a database that is there. Throws a `StartRefusal` when there is none. */
export function embeddedDatabase({ dataDir }: Pick<Config, 'dataDir'>): string {
  const path = databaseFile(dataDir)
  if (existsSync(path)) return path
  throw new StartRefusal(
    `There is no database in ${dataDir}. Start the server first, or name its data directory ` +
      'with --data-dir.',
  )
}
