import assert from 'node:assert/strict'
import type { Statement } from 'better-sqlite3'
import { type LogPage, StorageFault, type Value } from './database.ts'
import type { AnyRow } from './distinct-keys.ts'
import type { SchemaDatabase, SchemaTransaction } from './schema.ts'
import { keysOf, quoted } from './sql-text.ts'
import {
  type ConnectionOptions,
  openConnection,
  type SqliteConnection,
} from './sqlite-connection.ts'
import { sqliteFault, withSqliteFaults } from './sqlite-faults.ts'
import { SqliteStatements } from './sqlite-statements.ts'
import { type ColumnsRow, int64, type Lookup, type RowOf, type Table, type Write } from './table.ts'

/**
 * Opens a SQLite file, and creates it unless `readonly`. Calls run on the calling thread, to the
 * end, before they return: keep writers off the event loop that answers callers.
 */
export function openSqlite(options: ConnectionOptions): SchemaDatabase {
  return new SqliteDatabase(options)
}

class SqliteDatabase implements SchemaDatabase {
  readonly dialect = 'sqlite'
  readonly #options: ConnectionOptions
  readonly #writer: SqliteConnection
  readonly #statements: SqliteStatements
  readonly #begin: Statement
  readonly #commit: Statement
  readonly #rollback: Statement
  #reader: { connection: SqliteConnection; statements: SqliteStatements } | undefined
  #inTransaction = false
  #broken: StorageFault | undefined

  constructor(options: ConnectionOptions) {
    this.#options = options
    this.#writer = openConnection(options)
    this.#statements = new SqliteStatements(this.#writer)
    this.#begin = this.#writer.prepare('BEGIN IMMEDIATE')
    this.#commit = this.#writer.prepare('COMMIT')
    this.#rollback = this.#writer.prepare('ROLLBACK')
  }

  transaction<T>(work: (tx: SqliteTransaction) => Promise<T>): Promise<T> {
    return this.#run(work)
  }

  changeSchema<T>(work: (tx: SchemaTransaction) => Promise<T>): Promise<T> {
    return this.#run(work)
  }

  async #run<T>(work: (tx: SqliteTransaction) => Promise<T>): Promise<T> {
    assert(!this.#inTransaction, 'one batch at a time owns the connection')
    if (this.#broken !== undefined) throw this.#broken
    this.#inTransaction = true
    const tx = new SqliteTransaction(this.#writer, this.#statements)
    try {
      withSqliteFaults(() => this.#begin.run())
      const result = await work(tx)
      tx.end()
      withSqliteFaults(() => this.#commit.run())
      return result
    } catch (error) {
      this.#rollBack()
      throw this.#remembered(error)
    } finally {
      tx.close()
      this.#inTransaction = false
    }
  }

  #rollBack(): void {
    // A full disk makes SQLite roll back by itself.
    if (!this.#writer.inTransaction) return
    try {
      this.#rollback.run()
    } catch (error) {
      this.#broken = new StorageFault('fatal', 'SQLite could not roll back', error)
    }
  }

  /** Nothing runs after a fatal fault, so that a failed sync is never tried again. */
  #remembered(error: unknown): unknown {
    if (error instanceof StorageFault && error.kind === 'fatal') this.#broken = error
    return this.#broken ?? error
  }

  async all<C extends Table['columns']>(
    sql: string,
    params: readonly Value[],
    columns: C,
  ): Promise<ColumnsRow<C>[]> {
    const rows = withSqliteFaults(() => this.#readerStatements().all(sql, params, columns))
    return rows as ColumnsRow<C>[]
  }

  async read<L extends Lookup>(lookup: L, keys: readonly L['keyType'][]): Promise<L['rowType'][]> {
    return withSqliteFaults(() => this.#readerStatements().read(lookup, keys as readonly AnyRow[]))
  }

  async follow<T extends Table>(
    table: T,
    cursor: string,
    limit: number,
  ): Promise<LogPage<RowOf<T>>> {
    const columns = keysOf(table.columns).map(quoted).join(', ')
    const found = await this.all(
      `SELECT log_position, ${columns} FROM ${quoted(table.name)} ` +
        'WHERE log_position > ? ORDER BY log_position LIMIT ?',
      [positionOf(cursor), limit],
      { log_position: int64, ...table.columns },
    )
    const rows = found.map(({ log_position: _, ...row }) => row as RowOf<T>)
    return { rows, cursor: found.at(-1)?.log_position.toString() ?? cursor }
  }

  /** Its own connection, so that a read between the awaits of a batch does not see half of it. */
  #readerStatements(): SqliteStatements {
    if (this.#options.readonly === true) return this.#statements
    if (this.#reader === undefined) {
      const connection = openConnection({ path: this.#options.path, readonly: true })
      this.#reader = { connection, statements: new SqliteStatements(connection) }
    }
    return this.#reader.statements
  }

  async close(): Promise<void> {
    assert(!this.#inTransaction, 'a batch still owns the connection')
    this.#reader?.connection.close()
    this.#writer.close()
  }
}

/** Remembers its first failure: work that swallows one must not commit the rest. */
class SqliteTransaction implements SchemaTransaction {
  readonly #connection: SqliteConnection
  readonly #statements: SqliteStatements
  #open = true
  #failure: { readonly error: unknown } | undefined

  constructor(connection: SqliteConnection, statements: SqliteStatements) {
    this.#connection = connection
    this.#statements = statements
  }

  async read<L extends Lookup>(lookup: L, keys: readonly L['keyType'][]): Promise<L['rowType'][]> {
    return this.#guarded(() => this.#statements.read(lookup, keys as readonly AnyRow[]))
  }

  async write<W extends Write>(write: W, rows: readonly W['rowType'][]): Promise<void> {
    if (rows.length === 0) return
    this.#guarded(() => this.#statements.write(write, rows as readonly AnyRow[]))
  }

  async lock(): Promise<void> {}

  async execute(sql: string): Promise<void> {
    this.#guarded(() => this.#connection.exec(sql))
  }

  async all<C extends Table['columns']>(
    sql: string,
    params: readonly Value[],
    columns: C,
  ): Promise<ColumnsRow<C>[]> {
    const rows = this.#guarded(() => this.#statements.all(sql, params, columns))
    return rows as ColumnsRow<C>[]
  }

  /** Before COMMIT: throws the failure that the work did not pass on. */
  end(): void {
    this.#open = false
    if (this.#failure !== undefined) throw this.#failure.error
  }

  close(): void {
    this.#open = false
  }

  #guarded<T>(run: () => T): T {
    assert(this.#open, 'the transaction has ended')
    if (this.#failure !== undefined) throw this.#failure.error
    try {
      return run()
    } catch (native) {
      const error = sqliteFault(native)
      this.#failure = { error }
      throw error
    }
  }
}

function positionOf(cursor: string): bigint {
  if (cursor === '') return 0n
  if (!/^\d{1,18}$/.test(cursor)) throw new StorageFault('data', 'not a cursor of this database')
  return BigInt(cursor)
}
