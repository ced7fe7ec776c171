import pg from 'pg'
import { nodeNumberLockClass } from './advisory-locks.ts'
import { StorageFault } from './database.ts'
import { patientConnectTimeoutMs, sessionOptions } from './postgres-connections.ts'
import { connectionFault } from './postgres-faults.ts'

export interface NodeNumber {
  /** 0 to 1023, different on every node that shares the database. */
  readonly number: number
  release(): Promise<void>
  /** Resolves when the connection is gone and another node may take the number: stop at once. */
  readonly lost: Promise<void>
}

const nodeNumberMax = 1023
const heartbeatMs = 1000
/** The server frees the number of a node that is silent so long, even one cut off without a word. */
const silenceMs = 10_000

/** The first free number. It stays taken while this process and its connection live. */
export async function acquireNodeNumber(url: string): Promise<NodeNumber> {
  const session = sessionOptions(url, patientConnectTimeoutMs)
  const client = new pg.Client({ ...session, query_timeout: silenceMs / 2 })
  const ended = Promise.withResolvers<void>()
  client.on('error', () => ended.resolve())
  client.on('end', () => ended.resolve())
  try {
    await client.connect()
    await client.query(`SET idle_session_timeout = ${silenceMs}`)
    const number = await firstFree(client)
    return held(client, number, ended.promise)
  } catch (error) {
    await client.end()
    throw error instanceof StorageFault ? error : connectionFault(error)
  }
}

async function firstFree(client: pg.Client): Promise<number> {
  // The scan stops at the first number that can be locked.
  const { rows } = await client.query<{ number: string }>(
    `SELECT number FROM generate_series(0, ${nodeNumberMax}) AS number
     WHERE pg_try_advisory_lock(${nodeNumberLockClass}, number) LIMIT 1`,
  )
  const [first] = rows
  if (first !== undefined) return Number(first.number)
  throw new StorageFault('unavailable', `all ${nodeNumberMax + 1} node numbers are taken`)
}

function held(client: pg.Client, number: number, ended: Promise<void>): NodeNumber {
  let released = false
  const heartbeat = setInterval(() => {
    // A failure ends the connection, and that is what counts.
    client.query('SELECT 1').catch(() => client.end())
  }, heartbeatMs)
  heartbeat.unref()
  const stopped = ended.then(() => clearInterval(heartbeat))
  return {
    number,
    lost: stopped.then(() => (released ? new Promise<void>(() => {}) : undefined)),
    release: async () => {
      released = true
      await client.end()
      await stopped
    },
  }
}
