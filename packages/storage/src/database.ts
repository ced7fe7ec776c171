import type { ColumnsRow, Lookup, RowOf, Table, Write } from './table.ts'

/** A value as it crosses the port. 64-bit integers are `bigint`; counts and times are `number`. */
export type Value = string | bigint | number | Uint8Array | null

/**
 * One open database. SQLite is a file that this process owns; PostgreSQL is shared by any number
 * of nodes. Both promise the same: what a resolved `transaction` wrote survives a power cut.
 */
export interface Database {
  readonly dialect: 'sqlite' | 'postgres'
  /**
   * Runs `work` in one transaction and resolves after COMMIT has returned. When `work` or COMMIT
   * fails, everything is rolled back and a `StorageFault` (or the error of `work`) is thrown.
   * `work` may await nothing but `tx`.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>
  /** A bounded read outside any write, in plain SQL with `?` placeholders. */
  all<C extends Table['columns']>(
    sql: string,
    params: readonly Value[],
    columns: C,
  ): Promise<ColumnsRow<C>[]>
  /** `Transaction.read` outside any write: what is committed, one query for all keys. */
  read<L extends Lookup>(lookup: L, keys: readonly L['keyType'][]): Promise<L['rowType'][]>
  /** Rows of an effect table in log order, after `cursor` ('' = from the start), none skipped. */
  follow<T extends Table>(table: T, cursor: string, limit: number): Promise<LogPage<RowOf<T>>>
  close(): Promise<void>
}

export interface LogPage<Row> {
  readonly rows: readonly Row[]
  /** Where to go on. Equal to the cursor that came in when there is nothing new. */
  readonly cursor: string
}

/** What a batch may do to the database. Bulk on both drivers: one call per table and batch. */
export interface Transaction {
  /**
   * The rows that match any of `keys`. Equal keys are asked once; a key without a row gives none;
   * the order is not defined.
   */
  read<L extends Lookup>(lookup: L, keys: readonly L['keyType'][]): Promise<L['rowType'][]>
  /**
   * Writes rows by one statement, and no rows by none. A broken unique index throws
   * `StorageFault('conflict')`.
   */
  write<W extends Write>(write: W, rows: readonly W['rowType'][]): Promise<void>
  /**
   * Serialises this transaction against others that lock one of the same keys. Nothing on SQLite
   * (one writer); transaction-level advisory locks in sorted order on PostgreSQL.
   */
  lock(keys: readonly string[]): Promise<void>
}

/** Why the database refused, in the words that the engine decides by. */
export type FaultKind =
  /** Deadlock, serialization failure or unique index: run the whole batch again from load. */
  | 'conflict'
  /** The lock table of PostgreSQL is full: try half the batch. */
  | 'too-many-locks'
  /** A row that the database refuses (type, range, check): split to find the call that sent it. */
  | 'data'
  /** No space left: rolled back, nothing stored, reads go on. */
  | 'full'
  /** Cannot be reached or is read-only at the moment: nothing stored, try later. */
  | 'unavailable'
  /** The connection broke while COMMIT was under way: stored or not, nobody knows. */
  | 'unknown-outcome'
  /** A sync failed or the file is damaged: the process must end (exit code 70). */
  | 'fatal'

export class StorageFault extends Error {
  readonly kind: FaultKind

  constructor(kind: FaultKind, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'StorageFault'
    this.kind = kind
  }
}
