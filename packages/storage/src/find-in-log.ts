import type { Database } from './database.ts'
import { keysOf, quoted } from './sql-text.ts'
import { int64, type RowOf, type Table } from './table.ts'

/**
 * Ids rise with the time of the call and rows come in nearly that order: a call that waited, for the
 * last batch or for a thread that reads large calls, comes at most this many rows late.
 */
export const LATE_ROWS_MAX = 16_384

/**
 * The row of an effect table that has this id. No index stands behind it, since every write would
 * pay for it: on SQLite the place is found by halving the log, on PostgreSQL by a block range index
 * (see `logIndex`). For people who ask about one call, not for the way of a call.
 */
export async function findInLog<T extends Table>(
  db: Database,
  table: T,
  id: bigint,
): Promise<RowOf<T> | undefined> {
  const columns = keysOf(table.columns).map(quoted).join(', ')
  const select = `SELECT ${columns} FROM ${quoted(table.name)} WHERE id = ?`
  if (db.dialect === 'postgres') {
    return (await db.all(select, [id], table.columns))[0] as RowOf<T> | undefined
  }
  const place = await placeOf(db, table.name, id)
  const found = await db.all(
    `${select} AND log_position BETWEEN ? AND ? LIMIT 1`,
    [id, place - BigInt(LATE_ROWS_MAX), place + BigInt(LATE_ROWS_MAX)],
    table.columns,
  )
  return found[0] as RowOf<T> | undefined
}

/** About where in the log of SQLite a row of this id stands, or would stand. */
async function placeOf(db: Database, name: string, id: bigint): Promise<bigint> {
  const table = quoted(name)
  const [ends] = await db.all(
    `SELECT min(log_position) AS "first", max(log_position) AS "last" FROM ${table}`,
    [],
    { first: { ...int64, nullable: true }, last: { ...int64, nullable: true } },
  )
  let first = ends?.first ?? 0n
  let last = ends?.last ?? 0n
  while (first < last) {
    const middle = (first + last) / 2n
    const [row] = await db.all(
      `SELECT id FROM ${table} WHERE log_position >= ? ORDER BY log_position LIMIT 1`,
      [middle],
      { id: int64 },
    )
    if (row === undefined || row.id >= id) last = middle
    else first = middle + 1n
  }
  return first
}

/** For the `postgres` statements of a migration: lets `findInLog` skip all blocks but a few. */
export function logIndex(table: string): string {
  return `CREATE INDEX ${table}_log_id ON ${table} USING brin (id) WITH (pages_per_range = 32, autosummarize = on)`
}
