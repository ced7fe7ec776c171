/**
 * Tables and statements as data. Each is written once, in the service that owns the table; a
 * driver turns it into the SQL of its dialect and keeps the compiled form.
 */

/** `int64` crosses as bigint; `int` is a count, flag or epoch milliseconds and crosses as number. */
export type ColumnKind = 'text' | 'int64' | 'int' | 'bytes'

export interface Column {
  readonly kind: ColumnKind
  readonly nullable: boolean
}

export type Columns = Readonly<Record<string, Column>>

export interface Table<C extends Columns = Columns> {
  readonly name: string
  readonly columns: C
}

interface KindType {
  text: string
  int64: bigint
  int: number
  bytes: Uint8Array
}

type ColumnValue<C extends Column> =
  | KindType[C['kind']]
  | (C['nullable'] extends true ? null : never)

export type ColumnsRow<C extends Columns> = { readonly [N in keyof C]: ColumnValue<C[N]> }
export type RowOf<T extends Table> = ColumnsRow<T['columns']>

export const text = { kind: 'text', nullable: false } as const
export const int64 = { kind: 'int64', nullable: false } as const
export const int = { kind: 'int', nullable: false } as const
export const bytes = { kind: 'bytes', nullable: false } as const

export function nullable<K extends ColumnKind>(column: {
  readonly kind: K
}): { readonly kind: K; readonly nullable: true } {
  return { kind: column.kind, nullable: true }
}

/**
 * The columns that code writes and reads. An effect table (`log_position` in its migration, see
 * `migrate.ts`) also has a position that the database assigns and only `follow` reads.
 */
export function defineTable<C extends Columns>(name: string, columns: C): Table<C> {
  return { name, columns }
}

/** "All rows of `table` whose `by` columns equal one of the given keys." */
export interface Lookup<Key = unknown, Row = unknown> {
  readonly table: Table
  readonly by: readonly string[]
  /** Instead of rows: one for each group of them, with the sum of this `int` column. */
  readonly sumOf?: string
  /** Types only; never set. */
  readonly keyType: Key
  readonly rowType: Row
}

export function lookup<C extends Columns, B extends keyof C & string>(
  table: Table<C>,
  by: readonly B[],
): Lookup<ColumnsRow<Pick<C, B>>, ColumnsRow<C>> {
  return { table, by } as unknown as Lookup<ColumnsRow<Pick<C, B>>, ColumnsRow<C>>
}

/**
 * "The sums of `sumOf` over the rows whose `by` columns equal one of the given keys, one for each
 * group of rows that agree in `by` and `groupedBy`." Read only by an index that holds these columns.
 */
export function sumLookup<
  C extends Columns,
  B extends keyof C & string,
  G extends keyof C & string,
  S extends keyof C & string,
>(
  table: Table<C>,
  by: readonly B[],
  groupedBy: readonly G[],
  sumOf: S,
): Lookup<ColumnsRow<Pick<C, B>>, ColumnsRow<Pick<C, B | G | S>>> {
  const names: readonly (keyof C & string)[] = [...by, ...groupedBy, sumOf]
  const columns = Object.fromEntries(names.map((name) => [name, table.columns[name]]))
  const summed = { name: table.name, columns }
  return { table: summed, by, sumOf } as unknown as Lookup<
    ColumnsRow<Pick<C, B>>,
    ColumnsRow<Pick<C, B | G | S>>
  >
}

/** How one column of an existing row changes when an upsert meets it. */
export type Merge = 'replace' | 'add' | 'max'

export interface Write<Row = unknown> {
  readonly table: Table
  /** Absent: a plain insert, and a broken unique index is a conflict. */
  readonly onKey?: {
    readonly key: readonly string[]
    /** Columns not named here keep the value that was there first. */
    readonly merge: Readonly<Record<string, Merge>>
  }
  /** Types only; never set. */
  readonly rowType: Row
}

export function insertInto<C extends Columns>(table: Table<C>): Write<ColumnsRow<C>> {
  return { table } as unknown as Write<ColumnsRow<C>>
}

/**
 * Insert, or change the row with the same key. No key may occur twice among the rows of one call:
 * add them up first (PostgreSQL refuses to touch a row twice in one statement).
 */
export function upsertInto<C extends Columns, K extends keyof C & string>(
  table: Table<C>,
  key: readonly K[],
  merge: Partial<Record<Exclude<keyof C & string, K>, Merge>>,
): Write<ColumnsRow<C>> {
  return { table, onKey: { key, merge } } as unknown as Write<ColumnsRow<C>>
}
