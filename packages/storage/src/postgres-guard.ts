import type { PostgresClient } from './postgres-connections.ts'
import { StartRefusal } from './start-refusal.ts'

/** `xid8` came with 13, `idle_session_timeout` with 14. */
const versionMin = 140_000

const wanted: Readonly<Record<string, readonly string[]>> = {
  fsync: ['on'],
  full_page_writes: ['on'],
  synchronous_commit: ['on', 'remote_apply'],
  server_encoding: ['UTF8'],
}

export interface PostgresSettings {
  readonly synchronousCommit: string
}

/** Refuses a server whose commits could be lost in a power cut. */
export async function checkPostgres(client: PostgresClient): Promise<PostgresSettings> {
  const names = [...Object.keys(wanted), 'server_version_num']
  const { rows } = await client.query<{ name: string; setting: string }>(
    'SELECT name, setting FROM pg_settings WHERE name = ANY ($1::text[])',
    [names],
  )
  return checkSettings(new Map(rows.map(({ name, setting }) => [name, setting])))
}

export function checkSettings(found: ReadonlyMap<string, string>): PostgresSettings {
  for (const [name, values] of Object.entries(wanted)) {
    const value = found.get(name)
    if (value !== undefined && values.includes(value)) continue
    throw new StartRefusal(
      `PostgreSQL has ${name}=${value}, but acknowledged writes are only safe with ` +
        `${name}=${values.join(' or ')}. Change it in postgresql.conf, or for the role or ` +
        'database that TOPGATE_DATABASE_URL names.',
    )
  }
  if (!(Number(found.get('server_version_num')) >= versionMin)) {
    throw new StartRefusal('Topgate needs PostgreSQL 14 or later.')
  }
  return { synchronousCommit: found.get('synchronous_commit') ?? 'on' }
}
