import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { LEDGER, type Line, type LogEntry, type Snapshot, type Store, sql } from './store.ts'

const SETTLE_MS_MAX = 30_000
const SETTLE_POLL_MS = 20

/** Reads a database that nodes share, through one connection of its own. */
export async function postgresStore(url: string): Promise<Store> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const rows = async <R>(text: string, values: unknown[] = []) =>
    (await client.query(text, values)).rows as R[]
  const wrongSums = async () =>
    (await rows<{ wrong: string }>(sql.wrongSums)).map(({ wrong }) => wrong)
  return {
    snapshot: async () => {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
      try {
        const hex = "encode(content_hash, 'hex')"
        return {
          lines: await rows<Line>(sql.lines.replace('{hex}', hex)),
          wrongSums: await wrongSums(),
          caps: await rows<Snapshot['caps'][number]>(sql.caps),
          registrations: await rows<Snapshot['registrations'][number]>(sql.registrations),
        }
      } finally {
        await client.query('COMMIT')
      }
    },
    // Below the oldest open transaction nothing can appear any more.
    follow: (last) =>
      rows<LogEntry>(
        `SELECT log_position::text AS position, id::text AS id, event_id FROM ${LEDGER}
        WHERE (log_position, id) > ($1::xid8, $2::bigint)
          AND log_position < pg_snapshot_xmin(pg_current_snapshot())
        ORDER BY log_position, ${LEDGER}.id`,
        [last?.position ?? '0', last?.id ?? '0'],
      ),
    settled: () => settled(client),
    wrongSums,
    damage: (thorough) => (thorough ? indexDamage(client) : Promise.resolve([])),
    close: () => client.end(),
  }
}

/** Other tests use the same server, and their transactions hold the log back, too. */
async function settled(client: pg.Client): Promise<void> {
  const deadlineMs = performance.now() + SETTLE_MS_MAX
  const newest = `SELECT coalesce(max(log_position::text::numeric), 0) <
    pg_snapshot_xmin(pg_current_snapshot())::text::numeric AS settled FROM ${LEDGER}`
  for (;;) {
    const { rows } = await client.query<{ settled: boolean }>(newest)
    if (rows[0]?.settled === true) return
    if (performance.now() > deadlineMs) throw new Error('a transaction stays open for too long')
    await setTimeout(SETTLE_POLL_MS)
  }
}

/** Every unique index of the schema: its order, and that it has an entry for each row. */
async function indexDamage(client: pg.Client): Promise<string[]> {
  const { rows: available } = await client.query(
    "SELECT 1 FROM pg_available_extensions WHERE name = 'amcheck'",
  )
  if (available.length === 0) return []
  await client.query('CREATE EXTENSION IF NOT EXISTS amcheck')
  const { rows: indexes } = await client.query<{ name: string }>(
    `SELECT indexrelid::regclass::text AS name FROM pg_index JOIN pg_class ON oid = indexrelid
    WHERE indisunique AND relnamespace = current_schema()::regnamespace`,
  )
  const found = indexes.length === 0 ? ['amcheck found no index to look at'] : []
  for (const { name } of indexes) {
    await client
      .query('SELECT bt_index_check($1::regclass, true)', [name])
      .catch((error: Error) => found.push(`amcheck of ${name}: ${error.message}`))
  }
  return found
}
