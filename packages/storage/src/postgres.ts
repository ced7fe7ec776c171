import { setTimeout } from 'node:timers/promises'
import { schemaLockClass } from './advisory-locks.ts'
import { type LogPage, StorageFault, type Value } from './database.ts'
import type { AnyRow } from './distinct-keys.ts'
import {
  PostgresConnections,
  patientConnectTimeoutMs,
  planByIndex,
  planEachTime,
} from './postgres-connections.ts'
import { postgresFault } from './postgres-faults.ts'
import { checkPostgres } from './postgres-guard.ts'
import { type NamedQuery, PostgresStatements, parseRows } from './postgres-statements.ts'
import { PostgresTransaction } from './postgres-transaction.ts'
import type { SchemaDatabase, SchemaTransaction } from './schema.ts'
import { keysOf, quoted } from './sql-text.ts'
import { type ColumnsRow, int64, type Lookup, type RowOf, type Table, text } from './table.ts'

export interface PostgresOptions {
  readonly url: string
  /** For transactions. Two keep the server busy; more make waits longer. */
  readonly connections?: number
  readonly readConnections?: number
  /** How long to wait for a connection; half a second when absent, as calls need it. */
  readonly connectTimeoutMs?: number
}

/** A migration may rewrite a table. */
const schemaTimeoutMs = 3_600_000
/** How long a node waits for another one that is migrating. */
const schemaLockTimeoutMs = 60_000

/**
 * Opens a database that other nodes share. Throws a `StartRefusal` when the server could lose
 * commits, and the fault `unavailable` when it cannot be reached.
 */
export async function openPostgres(options: PostgresOptions): Promise<SchemaDatabase> {
  const { url, connections = 2, readConnections = 4, connectTimeoutMs } = options
  const writers = new PostgresConnections(url, connections, planByIndex, connectTimeoutMs)
  try {
    const client = await writers.take()
    const { synchronousCommit } = await checkPostgres(client).finally(() => client.release())
    return new PostgresDatabase(
      writers,
      new PostgresConnections(url, readConnections, planEachTime, connectTimeoutMs),
      synchronousCommit,
    )
  } catch (error) {
    await writers.close()
    throw error
  }
}

/** The same for a command: a machine or line that is slow at the moment is not gone. */
export function openPostgresPatiently(url: string): Promise<SchemaDatabase> {
  return openPostgres({ url, connectTimeoutMs: patientConnectTimeoutMs })
}

/** Between two tries to reach a server that is starting. */
const retryMs = 250

/**
 * The same for a node, which may start beside its server: it tries again for as long as a command
 * waits. `onWait` hears once what is missing.
 */
export async function openPostgresWhenReady(
  options: PostgresOptions,
  onWait: (waitMsMax: number, reason: string) => void,
): Promise<SchemaDatabase> {
  const endMs = performance.now() + patientConnectTimeoutMs
  for (let attempt = 1; ; attempt++) {
    try {
      return await openPostgres(options)
    } catch (error) {
      if (!(error instanceof StorageFault) || performance.now() > endMs) throw error
      if (attempt === 1) onWait(patientConnectTimeoutMs, error.message)
      await setTimeout(retryMs)
    }
  }
}

class PostgresDatabase implements SchemaDatabase {
  readonly dialect = 'postgres'
  readonly #writers: PostgresConnections
  readonly #readers: PostgresConnections
  readonly #synchronousCommit: string
  readonly #statements = new PostgresStatements()

  constructor(
    writers: PostgresConnections,
    readers: PostgresConnections,
    synchronousCommit: string,
  ) {
    this.#writers = writers
    this.#readers = readers
    this.#synchronousCommit = synchronousCommit
  }

  transaction<T>(work: (tx: PostgresTransaction) => Promise<T>): Promise<T> {
    return this.#run(work)
  }

  changeSchema<T>(work: (tx: SchemaTransaction) => Promise<T>): Promise<T> {
    return this.#run(async (tx) => {
      await tx.execute(`SET LOCAL statement_timeout = ${schemaTimeoutMs}`)
      // DDL itself keeps the short lock timeout of the session: while it waits for a table, all
      // traffic waits behind it.
      await tx.execute(`SET LOCAL lock_timeout = ${schemaLockTimeoutMs}`)
      await tx.execute(`SELECT pg_advisory_xact_lock(${schemaLockClass}, 0)`)
      await tx.execute('SET LOCAL lock_timeout TO DEFAULT')
      return work(tx)
    }, schemaTimeoutMs)
  }

  async #run<T>(work: (tx: PostgresTransaction) => Promise<T>, timeoutMs?: number): Promise<T> {
    const client = await this.#writers.take()
    const tx = new PostgresTransaction(client, this.#statements, this.#synchronousCommit, timeoutMs)
    try {
      const result = await work(tx)
      await tx.commit()
      client.release()
      return result
    } catch (error) {
      const broken = mayBeBroken(error) || !(await tx.rollBack())
      client.release(broken)
      throw error
    }
  }

  async all<C extends Table['columns']>(
    sql: string,
    params: readonly Value[],
    columns: C,
  ): Promise<ColumnsRow<C>[]> {
    const rows = await this.#read(this.#statements.query(sql, params))
    return parseRows(rows, columns) as ColumnsRow<C>[]
  }

  async read<L extends Lookup>(lookup: L, keys: readonly L['keyType'][]): Promise<L['rowType'][]> {
    if (keys.length === 0) return []
    const rows = await this.#read(this.#statements.read(lookup, keys as readonly AnyRow[]))
    return parseRows(rows, lookup.table.columns)
  }

  /**
   * Rows become visible out of order, since transactions commit out of order. No transaction that
   * is still open, or still to come, can add a row below the oldest open transaction id.
   */
  async follow<T extends Table>(
    table: T,
    cursor: string,
    limit: number,
  ): Promise<LogPage<RowOf<T>>> {
    const { position, id } = positionOf(cursor)
    const columns = keysOf(table.columns).map(quoted).join(', ')
    const found = await this.all(
      `SELECT log_position, ${columns} FROM ${quoted(table.name)} ` +
        'WHERE (log_position, id) > (CAST(? AS xid8), CAST(? AS bigint)) ' +
        'AND log_position < pg_snapshot_xmin(pg_current_snapshot()) ' +
        'ORDER BY log_position, id LIMIT ?',
      [position, id, limit],
      { ...table.columns, log_position: text, id: int64 },
    )
    const rows = found.map(({ log_position: _, ...row }) => row as RowOf<T>)
    const last = found.at(-1)
    return { rows, cursor: last === undefined ? cursor : `${last.log_position}:${last.id}` }
  }

  async #read(query: NamedQuery): Promise<AnyRow[]> {
    const client = await this.#readers.take()
    try {
      const { rows } = await client.query<AnyRow>(query)
      client.release()
      return rows
    } catch (error) {
      const fault = postgresFault(error)
      client.release(mayBeBroken(fault))
      throw fault
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#writers.close(), this.#readers.close()])
  }
}

/** A new connection costs little, and it may reach the new primary. */
function mayBeBroken(error: unknown): boolean {
  return (
    error instanceof StorageFault &&
    (error.kind === 'unavailable' || error.kind === 'unknown-outcome')
  )
}

const cursorPattern = /^(\d{1,20}):(-?\d{1,19})$/

function positionOf(cursor: string): { position: string; id: string } {
  if (cursor === '') return { position: '0', id: '0' }
  const [, position, id] = cursorPattern.exec(cursor) ?? []
  if (position === undefined || id === undefined) {
    throw new StorageFault('data', 'not a cursor of this database')
  }
  return { position, id }
}
