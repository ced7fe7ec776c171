import assert from 'node:assert/strict'
import type pg from 'pg'
import { arrayLiteral } from './array-literal.ts'
import { StorageFault, type Value } from './database.ts'
import type { AnyRow } from './distinct-keys.ts'
import type { PostgresClient } from './postgres-connections.ts'
import { commitFault, postgresFault } from './postgres-faults.ts'
import { type NamedQuery, type PostgresStatements, parseRows } from './postgres-statements.ts'
import type { SchemaTransaction } from './schema.ts'
import type { ColumnsRow, Lookup, Table, Write } from './table.ts'

/**
 * The order is certain: DISTINCT is sorted inside, OFFSET keeps the planner from merging both
 * levels, and the lock function runs once per row that arrives.
 */
const lockSql = `SELECT count(*) FROM (
  SELECT pg_advisory_xact_lock(hash) FROM (
    SELECT DISTINCT hashtextextended(key, 0) AS hash FROM unnest($1::text[]) AS key
    ORDER BY hash OFFSET 0
  ) AS sorted OFFSET 0
) AS locked`

/** Warning of a COMMIT that did not wait for its standby: it may be lost with the primary. */
const warning = '01000'

/**
 * One transaction on one connection. Statements are sent without waiting for BEGIN, except those
 * that change something: were BEGIN refused, they would commit by themselves.
 */
export class PostgresTransaction implements SchemaTransaction {
  readonly #client: PostgresClient
  readonly #statements: PostgresStatements
  readonly #timeoutMs: number | undefined
  readonly #begun: Promise<unknown>
  #open = true
  /** Work that swallows a failure must not go on. */
  #failure: { readonly error: unknown } | undefined

  /** `synchronousCommit` is set again because a pooler may hand over a session that changed it. */
  constructor(
    client: PostgresClient,
    statements: PostgresStatements,
    synchronousCommit: string,
    timeoutMs?: number,
  ) {
    this.#client = client
    this.#statements = statements
    this.#timeoutMs = timeoutMs
    this.#begun = this.#query({
      text:
        'BEGIN ISOLATION LEVEL READ COMMITTED; ' +
        `SET LOCAL synchronous_commit = ${synchronousCommit}`,
    }).catch(() => {})
  }

  async read<L extends Lookup>(lookup: L, keys: readonly L['keyType'][]): Promise<L['rowType'][]> {
    if (keys.length === 0) return []
    const found = await this.#query(this.#statements.read(lookup, keys as readonly AnyRow[]))
    return parseRows(found.rows, lookup.table.columns)
  }

  async write<W extends Write>(write: W, rows: readonly W['rowType'][]): Promise<void> {
    if (rows.length === 0) return
    await this.#change(this.#statements.write(write, rows as readonly AnyRow[]))
  }

  async lock(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return
    const rows = keys.map((key) => ({ key }))
    await this.#query({
      name: 'topgate_lock',
      text: lockSql,
      values: [arrayLiteral(rows, 'key', 'text')],
    })
  }

  async execute(sql: string): Promise<void> {
    await this.#change({ text: sql })
  }

  async all<C extends Table['columns']>(
    sql: string,
    params: readonly Value[],
    columns: C,
  ): Promise<ColumnsRow<C>[]> {
    const found = await this.#query(this.#statements.query(sql, params))
    return parseRows(found.rows, columns) as ColumnsRow<C>[]
  }

  async commit(): Promise<void> {
    await this.#begun
    this.#open = false
    if (this.#failure !== undefined) throw this.#failure.error
    let warned = false
    const onNotice = (notice: { code: string | undefined }) => {
      warned ||= notice.code === warning
    }
    this.#client.on('notice', onNotice)
    try {
      const result = await this.#client.query('COMMIT')
      if (warned) throw new Error('warning 01000')
      // PostgreSQL answers a COMMIT of a failed transaction with ROLLBACK and no error.
      if (result.command !== 'COMMIT') throw this.#rolledBack()
    } catch (error) {
      throw error instanceof StorageFault ? error : commitFault(error)
    } finally {
      this.#client.off('notice', onNotice)
    }
  }

  /** True when the connection is clean again. Never throws. */
  async rollBack(): Promise<boolean> {
    this.#open = false
    try {
      await this.#client.query('ROLLBACK')
      return true
    } catch {
      return false
    }
  }

  #rolledBack(): StorageFault {
    return new StorageFault('unavailable', 'PostgreSQL rolled back instead of COMMIT')
  }

  async #change(query: NamedQuery): Promise<void> {
    await this.#begun
    await this.#query(query)
  }

  async #query(query: NamedQuery): Promise<pg.QueryResult> {
    assert(this.#open, 'the transaction has ended')
    this.#throwFailure()
    try {
      const timed =
        this.#timeoutMs === undefined ? query : { ...query, query_timeout: this.#timeoutMs }
      const result = await this.#client.query(timed)
      this.#throwFailure()
      return result
    } catch (error) {
      this.#failure ??= { error: postgresFault(error) }
      throw this.#failure.error
    }
  }

  #throwFailure(): void {
    if (this.#failure !== undefined) throw this.#failure.error
  }
}
