import assert from 'node:assert/strict'
import { arrayLiteral } from './array-literal.ts'
import type { Value } from './database.ts'
import { type AnyRow, distinctKeys } from './distinct-keys.ts'
import { insertSql, keysOf, lookupSql, quoted } from './sql-text.ts'
import type { ColumnKind, Columns, Lookup, Write } from './table.ts'

/** A query as the driver takes it. With a name, a connection parses and plans it only once. */
export interface NamedQuery {
  readonly name?: string
  readonly text: string
  readonly values?: Value[]
}

type Bulk = { readonly name: string; readonly text: string; readonly columns: KindedColumn[] }
type KindedColumn = readonly [name: string, kind: ColumnKind]

/** More different texts than the code has queries would mean that values were pasted into SQL. */
const queryTextsMax = 256

const arrayTypes: Record<ColumnKind, string> = {
  text: 'text[]',
  int64: 'bigint[]',
  int: 'bigint[]',
  bytes: 'bytea[]',
}

/** The statements of one database, each compiled once and shared by all its connections. */
export class PostgresStatements {
  readonly #reads = new WeakMap<Lookup, Bulk>()
  readonly #writes = new WeakMap<Write, Bulk>()
  readonly #queries = new Map<string, { name?: string; text: string }>()
  #named = 0

  read(lookup: Lookup, keys: readonly Readonly<AnyRow>[]): NamedQuery {
    let bulk = this.#reads.get(lookup)
    if (bulk === undefined) {
      bulk = this.#bulk(readSql(lookup), kinded(lookup.table.columns, lookup.by))
      this.#reads.set(lookup, bulk)
    }
    return filled(bulk, distinctKeys(keys, lookup.by))
  }

  write(write: Write, rows: readonly Readonly<AnyRow>[]): NamedQuery {
    let bulk = this.#writes.get(write)
    if (bulk === undefined) {
      const columns = kinded(write.table.columns, keysOf(write.table.columns))
      bulk = this.#bulk(insertSql(write, `SELECT * FROM ${unnest(columns)}`), columns)
      this.#writes.set(write, bulk)
    }
    return filled(bulk, rows)
  }

  /** `sql` with `?` placeholders. */
  query(sql: string, params: readonly Value[]): NamedQuery {
    let query = this.#queries.get(sql)
    if (query === undefined) {
      const text = numberedPlaceholders(sql)
      if (this.#queries.size >= queryTextsMax) return { text, values: [...params] }
      query = { name: this.#nextName(), text }
      this.#queries.set(sql, query)
    }
    return { ...query, values: [...params] }
  }

  #bulk(text: string, columns: KindedColumn[]): Bulk {
    return { name: this.#nextName(), text, columns }
  }

  #nextName(): string {
    return `topgate_${this.#named++}`
  }
}

function readSql(lookup: Lookup): string {
  const { table, by } = lookup
  const keys = `${unnest(kinded(table.columns, by))} AS k(${by.map(quoted).join(', ')})`
  const matches = by.map((name) => `t.${quoted(name)} = k.${quoted(name)}`)
  return lookupSql(lookup, `${keys} JOIN ${quoted(table.name)} AS t ON ${matches.join(' AND ')}`)
}

function unnest(columns: readonly KindedColumn[]): string {
  const arrays = columns.map(([, kind], index) => `$${index + 1}::${arrayTypes[kind]}`)
  return `unnest(${arrays.join(', ')})`
}

function filled({ name, text, columns }: Bulk, rows: readonly Readonly<AnyRow>[]): NamedQuery {
  return { name, text, values: columns.map(([column, kind]) => arrayLiteral(rows, column, kind)) }
}

function kinded(columns: Columns, names: readonly string[]): KindedColumn[] {
  return names.map((name) => {
    const column = columns[name]
    assert(column !== undefined, `no column ${name}`)
    return [name, column.kind]
  })
}

/** `?` becomes `$1`, `$2` and so on, except inside quotes. */
export function numberedPlaceholders(sql: string): string {
  let count = 0
  return sql.replace(/'[^']*'|"[^"]*"|\?/g, (piece) => (piece === '?' ? `$${++count}` : piece))
}

/** Turns the texts of rows, in place, into the values that `columns` promises. */
export function parseRows(rows: AnyRow[], columns: Columns): AnyRow[] {
  for (const [name, { kind }] of Object.entries(columns)) {
    if (kind === 'text') continue
    for (const row of rows) {
      const value = row[name]
      if (typeof value === 'string') row[name] = parseValue(value, kind)
    }
  }
  return rows
}

function parseValue(value: string, kind: Exclude<ColumnKind, 'text'>): Value {
  switch (kind) {
    case 'int64':
      return BigInt(value)
    case 'int':
      return Number(value)
    case 'bytes':
      assert(value.startsWith('\\x'), 'bytea_output must be hex')
      return Buffer.from(value.slice(2), 'hex')
  }
}
