import pg from 'pg'
import { connectionFault } from './postgres-faults.ts'

export type PostgresClient = pg.PoolClient

export const statementTimeoutMs = 3000
/** For calls, which are to be answered within a second whatever the database does. */
const connectTimeoutMs = 500
/** For whoever has time, such as a command: a machine or line under load is slow, not gone. */
export const patientConnectTimeoutMs = 5000
/** After this the server is silent, not slow, and the connection is dropped. */
const silenceMs = statementTimeoutMs + 1000
/**
 * Longer than the second after which PostgreSQL looks for deadlocks (`deadlock_timeout`): of two
 * transactions that wait for each other one is then told so and tried again, instead of both giving up.
 */
const lockTimeoutMs = 2000
const idleInTransactionMs = 5000

/**
 * Settings of every session. Values arrive as text; each column knows what it is. The timeout bounds
 * the wait for a new connection to be ready, and in a pool also the wait for a free one.
 */
export function sessionOptions(
  url: string,
  connectionTimeoutMillis: number = connectTimeoutMs,
): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'topgate',
    statement_timeout: statementTimeoutMs,
    lock_timeout: lockTimeoutMs,
    idle_in_transaction_session_timeout: idleInTransactionMs,
    connectionTimeoutMillis,
    query_timeout: silenceMs,
    keepAlive: true,
    pipeline: true,
    types: { getTypeParser: (() => asText) as typeof pg.types.getTypeParser },
  }
}

function asText(value: string): string {
  return value
}

/**
 * A plan that was kept from the days when a table was empty would read all of it, again and again,
 * until the next ANALYZE. Batches look rows up by their keys and nothing else.
 */
export const planByIndex =
  'SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off'

/** Pages are read with a plan of their own: it costs less than the wrong one. */
export const planEachTime = 'SET plan_cache_mode = force_custom_plan'

/** A few connections that are made when needed and replaced when they break. */
export class PostgresConnections {
  readonly #pool: pg.Pool

  constructor(url: string, max: number, planning: string, connectTimeoutMs?: number) {
    const session = sessionOptions(url, connectTimeoutMs)
    this.#pool = new pg.Pool({ ...session, max, idleTimeoutMillis: 0 })
    // A connection that breaks while idle leaves the pool; one in use fails its query. Without
    // listeners either would end the process.
    this.#pool.on('error', () => {})
    this.#pool.on('connect', (client) => {
      client.on('error', () => {})
      // Nobody waits for it: what is sent next runs after it, or fails with it.
      client.query(planning).catch(() => {})
    })
  }

  /** Give it back with `release(true)` when it may be broken. */
  async take(): Promise<PostgresClient> {
    try {
      return await this.#pool.connect()
    } catch (error) {
      throw connectionFault(error)
    }
  }

  close(): Promise<void> {
    return this.#pool.end()
  }
}
