import pg from 'pg'
import { type FaultKind, StorageFault } from './database.ts'

/**
 * What a rejected query means while COMMIT has not been sent. An error that is our own bug (bad
 * SQL, a missing table) passes unchanged.
 */
export function postgresFault(error: unknown): unknown {
  if (error instanceof StorageFault) return error
  // The driver rejects without an SQLSTATE only when the connection is gone or silent.
  if (!(error instanceof pg.DatabaseError)) return connectionFault(error)
  const kind = kindOf(error.code ?? '')
  return kind === undefined ? withoutValues(error) : new StorageFault(kind, described(error))
}

/** What a rejected COMMIT means: only an answer that says "rolled back" is certain. */
export function commitFault(error: unknown): StorageFault {
  const fault = error instanceof pg.DatabaseError ? postgresFault(error) : undefined
  if (fault instanceof StorageFault && certainKinds.has(fault.kind)) return fault
  return new StorageFault('unknown-outcome', `COMMIT got no certain answer (${reasonOf(error)})`)
}

const certainKinds: ReadonlySet<FaultKind> = new Set(['conflict', 'data', 'full'])

export function connectionFault(error: unknown): StorageFault {
  return new StorageFault('unavailable', `no connection to PostgreSQL (${reasonOf(error)})`)
}

function reasonOf(error: unknown): string {
  if (error instanceof pg.DatabaseError) return described(error)
  if (!(error instanceof Error)) return String(error)
  // An attempt on several addresses has an empty message and says everything by its code.
  return 'code' in error ? String(error.code) : error.message
}

/** Codes of https://www.postgresql.org/docs/15/errcodes-appendix.html. */
function kindOf(code: string): FaultKind | undefined {
  switch (code) {
    case '40001':
    case '40P01':
    case '23505':
      return 'conflict'
    case '53200':
      return 'too-many-locks'
    case '53100':
      return 'full'
    // Too many connections, a lock or statement that took too long, a standby.
    case '53300':
    case '55P03':
    case '57014':
    case '25P03':
    case '25006':
      return 'unavailable'
  }
  switch (code.slice(0, 2)) {
    case '22':
    case '23':
      return 'data'
    // Connection, operator intervention (shutdown, start-up), I/O error of the server.
    case '08':
    case '57':
    case '58':
      return 'unavailable'
    default:
      return undefined
  }
}

/** PostgreSQL quotes the values of a row in its message and detail; names are all we pass on. */
function described({ code, table, column, constraint }: pg.DatabaseError): string {
  const names = [table, column, constraint].filter((name) => name !== undefined)
  const words = connectionWords[code ?? '']
  return (
    `PostgreSQL ${code}${names.length > 0 ? ` on ${names.join(' ')}` : ''}` +
    (words === undefined ? '' : `: ${words}`)
  )
}

/** What an operator meets when a connection is refused, and need not look up. */
const connectionWords: Readonly<Record<string, string>> = {
  '28000': 'this user may not connect',
  '28P01': 'wrong password',
  '3D000': 'there is no such database',
  '42501': 'this user may not do that',
  '53300': 'too many connections',
  '57P01': 'the server is stopping',
  '57P03': 'the server is starting or stopping',
}

function withoutValues(error: pg.DatabaseError): pg.DatabaseError {
  error.detail = undefined
  error.where = undefined
  return error
}
