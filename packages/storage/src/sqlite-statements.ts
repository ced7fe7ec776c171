import type { Statement } from 'better-sqlite3'
import type { Value } from './database.ts'
import { type AnyRow, distinctKeys } from './distinct-keys.ts'
import { insertSql, keysOf, lookupSql, quoted } from './sql-text.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import type { Columns, Lookup, Table, Write } from './table.ts'

type Prepared = Statement<Value[], AnyRow>

interface PreparedRead {
  readonly statement: Prepared
  readonly intColumns: readonly string[]
}

interface PreparedWrite {
  readonly one: Prepared
  /** As many rows in one statement as {@link VALUES_AT_ONCE} allows. */
  readonly many: Prepared
  readonly rowsAtOnce: number
  readonly columns: readonly string[]
}

/**
 * Going into SQLite costs as much as writing a small row, so that small rows go in together. More
 * values than this in one statement cost more than they save.
 */
const VALUES_AT_ONCE = 64

/**
 * A failed write always ends its transaction here. Said to SQLite, it need not be able to undo the
 * half of a statement, and so keeps no copy of every page that a statement of several rows touches.
 */
const INSERT = 'INSERT OR ROLLBACK'

/** More different texts than the code has queries would mean that values were pasted into SQL. */
const queryTextsMax = 256

/** The statements of one connection, each prepared once. Native errors pass as they are. */
export class SqliteStatements {
  readonly #connection: SqliteConnection
  readonly #reads = new WeakMap<Lookup, PreparedRead>()
  readonly #writes = new WeakMap<Write, PreparedWrite>()
  readonly #queries = new Map<string, Prepared>()

  constructor(connection: SqliteConnection) {
    this.#connection = connection
  }

  read(lookup: Lookup, keys: readonly Readonly<AnyRow>[]): AnyRow[] {
    const { statement, intColumns } = this.#readOf(lookup)
    const { by } = lookup
    const values: Value[] = new Array(by.length).fill(null)
    const found: AnyRow[] = []
    for (const key of distinctKeys(keys, by)) {
      fill(values, by, key)
      for (const row of statement.all(...values)) found.push(withNumbers(row, intColumns))
    }
    return found
  }

  write(write: Write, rows: readonly Readonly<AnyRow>[]): void {
    const { one, many, rowsAtOnce, columns } = this.#writeOf(write)
    const rest = rows.length % rowsAtOnce
    for (let at = 0; at < rows.length; ) {
      const count = at < rest ? 1 : rowsAtOnce
      const statement = count === 1 ? one : many
      statement.run(...valuesOf(rows, at, count, columns))
      at += count
    }
  }

  /** Plain SQL; numbers arrive as integers, as they do on PostgreSQL, never as REAL. */
  all(sql: string, params: readonly Value[], columns: Columns): AnyRow[] {
    const exact = params.map((value) => (typeof value === 'number' ? BigInt(value) : value))
    const rows = this.#queryOf(sql).all(...exact)
    const intColumns = intColumnsOf(columns)
    for (const row of rows) withNumbers(row, intColumns)
    return rows
  }

  #readOf(lookup: Lookup): PreparedRead {
    const known = this.#reads.get(lookup)
    if (known !== undefined) return known
    const { table, by } = lookup
    const matches = by.map((name) => `t.${quoted(name)} = ?`).join(' AND ')
    const sql = lookupSql(lookup, `${quoted(table.name)} AS t WHERE ${matches}`)
    const prepared = { statement: this.#prepare(sql), intColumns: intColumnsOf(table.columns) }
    this.#reads.set(lookup, prepared)
    return prepared
  }

  #writeOf(write: Write): PreparedWrite {
    const known = this.#writes.get(write)
    if (known !== undefined) return known
    const columns = keysOf(write.table.columns)
    const row = `(${columns.map(() => '?').join(', ')})`
    const rowsAtOnce = Math.max(1, Math.floor(VALUES_AT_ONCE / columns.length))
    const rows = Array(rowsAtOnce).fill(row).join(', ')
    const one = this.#prepare(insertSql(write, `VALUES ${row}`, INSERT))
    const many = this.#prepare(insertSql(write, `VALUES ${rows}`, INSERT))
    const prepared = { one, many, rowsAtOnce, columns }
    this.#writes.set(write, prepared)
    return prepared
  }

  #queryOf(sql: string): Prepared {
    const known = this.#queries.get(sql)
    if (known !== undefined) return known
    if (this.#queries.size >= queryTextsMax) this.#queries.clear()
    const statement = this.#prepare(sql)
    this.#queries.set(sql, statement)
    return statement
  }

  #prepare(sql: string): Prepared {
    return this.#connection.prepare<Value[], AnyRow>(sql).safeIntegers()
  }
}

function valuesOf(
  rows: readonly Readonly<AnyRow>[],
  from: number,
  count: number,
  columns: readonly string[],
): Value[] {
  const values: Value[] = []
  for (let at = from; at < from + count; at += 1) {
    const row = rows[at]
    for (const column of columns) values.push(row?.[column] ?? null)
  }
  return values
}

function fill(values: Value[], columns: readonly string[], row: Readonly<AnyRow>): void {
  let index = 0
  for (const column of columns) values[index++] = row[column] ?? null
}

function withNumbers(row: AnyRow, intColumns: readonly string[]): AnyRow {
  for (const column of intColumns) {
    const value = row[column]
    if (typeof value === 'bigint') row[column] = Number(value)
  }
  return row
}

function intColumnsOf(columns: Table['columns']): readonly string[] {
  return keysOf(columns).filter((name) => columns[name]?.kind === 'int')
}
