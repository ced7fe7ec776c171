import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefusal } from '@topgate/storage'
import type { Config } from './config.ts'

/** The file of a database that is there. Throws a `StartRefusal` when there is none. */
export function embeddedDatabase({ dataDir }: Pick<Config, 'dataDir'>): string {
  const path = join(dataDir, 'topgate.db')
  if (existsSync(path)) return path
  throw new StartRefusal(
    `There is no database in ${dataDir}. Start the server first, or name its data directory ` +
      'with --data-dir.',
  )
}
