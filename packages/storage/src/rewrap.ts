import type { Value } from './database.ts'
import type { SchemaDatabase, SchemaTransaction } from './schema.ts'
import { quoted } from './sql-text.ts'
import { bytes, type Columns, type ColumnsRow, int, type Table, text } from './table.ts'
import { dataKeyVersion, sealedHeader, type Vault } from './vault.ts'

/** A column that holds sealed texts, and what each of them is bound to. */
export interface SealedColumn {
  readonly table: string
  readonly column: string
  /** What `context` needs of the row. */
  readonly columns: Columns
  context(row: Readonly<Record<string, Value>>): string
}

export function sealedColumn<C extends Columns, K extends keyof C & string>(
  table: Table<C>,
  column: keyof C & string,
  by: readonly K[],
  context: (row: ColumnsRow<Pick<C, K>>) => string,
): SealedColumn {
  const columns = Object.fromEntries(by.map((name) => [name, table.columns[name]])) as Columns
  // A row is read by these very columns.
  return { table: table.name, column, columns, context: context as SealedColumn['context'] }
}

export interface RewrapProgress {
  readonly table: string
  readonly column: string
  /** Records of this column that were sealed anew so far. */
  readonly resealed: number
}

/**
 * Seals every record of the columns anew that an older master key sealed: one pass in bounded
 * batches, each one short transaction. A record that changes meanwhile is left alone, so nothing
 * that calls do is undone; callers repeat the pass until it finds nothing. Gives the number of
 * records that were sealed anew.
 */
export async function rewrap(
  db: SchemaDatabase,
  vault: Vault,
  columns: readonly SealedColumn[],
  report: (progress: RewrapProgress) => void,
): Promise<number> {
  let total = 0
  for (const column of columns) {
    const { table, column: name } = column
    let resealed = 0
    for (let place: Place | undefined = start; place !== undefined; ) {
      const batch: Batch = await db.changeSchema((tx) => resealBatch(db, tx, vault, column, place))
      resealed += batch.resealed
      place = batch.next
      report({ table, column: name, resealed })
    }
    total += resealed
  }
  return total
}

/** A row id of SQLite, a block number of PostgreSQL. */
type Place = string
const start: Place = '0'

interface Batch {
  readonly resealed: number
  readonly next: Place | undefined
}

interface Found {
  readonly rows: readonly Row[]
  readonly next: Place | undefined
}

type Row = Readonly<Record<string, Value>> & { readonly place: string; readonly sealed: Uint8Array }

const rowsMax = 200
/** Of 8 KiB. */
const blocksMax = 32

async function resealBatch(
  db: SchemaDatabase,
  tx: SchemaTransaction,
  vault: Vault,
  column: SealedColumn,
  place: Place | undefined,
): Promise<Batch> {
  const find = db.dialect === 'sqlite' ? findByRowId : findByBlock
  const { rows, next } = await find(tx, vault, column, place ?? start)
  const [table, name] = [quoted(column.table), quoted(column.column)]
  const where = db.dialect === 'sqlite' ? 'rowid = CAST(? AS INTEGER)' : 'ctid = CAST(? AS tid)'
  // The old record stands in the condition: what was replaced meanwhile is not put back.
  const sql = `UPDATE ${table} SET ${name} = ? WHERE ${where} AND ${name} = ? RETURNING 1 AS changed`
  let resealed = 0
  for (const row of rows) {
    const context = column.context(row)
    const anew = vault.seal(context, vault.open(context, row.sealed))
    const changed = await tx.all(sql, [anew, row.place, row.sealed], { changed: int })
    resealed += changed.length
  }
  return { resealed, next }
}

/** In the order of row ids, so that each row is looked at once. */
async function findByRowId(
  tx: SchemaTransaction,
  vault: Vault,
  column: SealedColumn,
  place: Place,
): Promise<Found> {
  const rows = await tx.all(
    `SELECT CAST(rowid AS TEXT) AS place, ${selected(column)} FROM ${quoted(column.table)} ` +
      `WHERE rowid > CAST(? AS INTEGER) AND ${isOlder(column)} ORDER BY rowid LIMIT ?`,
    [place, ...currentHeaders(vault), rowsMax],
    rowColumns(column),
  )
  const next = rows.length < rowsMax ? undefined : rows.at(-1)?.place
  return { rows: rows as unknown as Row[], next }
}

/** Block by block: a row that is sealed anew moves elsewhere, and is current there. */
async function findByBlock(
  tx: SchemaTransaction,
  vault: Vault,
  column: SealedColumn,
  place: Place,
): Promise<Found> {
  const [size] = await tx.all(
    "SELECT pg_relation_size(CAST(? AS regclass)) / current_setting('block_size')::int AS blocks",
    [quoted(column.table)],
    { blocks: int },
  )
  const end = Number(place) + blocksMax
  const rows = await tx.all(
    `SELECT CAST(ctid AS text) AS place, ${selected(column)} FROM ${quoted(column.table)} ` +
      'WHERE ctid >= CAST(? AS tid) AND ctid < CAST(? AS tid) ' +
      `AND ${isOlder(column)}`,
    [`(${place},0)`, `(${end},0)`, ...currentHeaders(vault)],
    rowColumns(column),
  )
  const next = end < (size?.blocks ?? 0) ? String(end) : undefined
  return { rows: rows as unknown as Row[], next }
}

function selected({ column, columns }: SealedColumn): string {
  return [`${quoted(column)} AS sealed`, ...Object.keys(columns).map(quoted)].join(', ')
}

function rowColumns({ columns }: SealedColumn) {
  return { ...columns, place: text, sealed: bytes }
}

/** An empty value was never sealed. */
function isOlder({ column }: SealedColumn): string {
  const name = quoted(column)
  return `length(${name}) > 0 AND substr(${name}, 1, 3) NOT IN (?, ?)`
}

function currentHeaders(vault: Vault): [Uint8Array, Uint8Array] {
  return [sealedHeader(vault.sealVersion), sealedHeader(dataKeyVersion)]
}
