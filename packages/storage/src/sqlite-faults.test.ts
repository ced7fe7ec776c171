import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { sqliteFault } from './sqlite-faults.ts'

it.each([
  ['SQLITE_CONSTRAINT_UNIQUE', 'conflict'],
  ['SQLITE_CONSTRAINT_PRIMARYKEY', 'conflict'],
  ['SQLITE_CONSTRAINT_NOTNULL', 'data'],
  ['SQLITE_CONSTRAINT_CHECK', 'data'],
  ['SQLITE_CONSTRAINT_FOREIGNKEY', 'data'],
  ['SQLITE_CONSTRAINT_DATATYPE', 'data'],
  ['SQLITE_MISMATCH', 'data'],
  ['SQLITE_TOOBIG', 'data'],
  ['SQLITE_FULL', 'full'],
  ['SQLITE_IOERR_SHMSIZE', 'full'],
  ['SQLITE_IOERR_FSYNC', 'fatal'],
  ['SQLITE_IOERR_DIR_FSYNC', 'fatal'],
  ['SQLITE_IOERR_WRITE', 'fatal'],
  ['SQLITE_IOERR', 'fatal'],
  ['SQLITE_CORRUPT', 'fatal'],
  ['SQLITE_CORRUPT_INDEX', 'fatal'],
  ['SQLITE_NOTADB', 'fatal'],
  ['SQLITE_BUSY', 'unavailable'],
  ['SQLITE_BUSY_SNAPSHOT', 'unavailable'],
  ['SQLITE_READONLY', 'unavailable'],
  ['SQLITE_CANTOPEN', 'unavailable'],
])('%s is the fault %s', (code, kind) => {
  expect(sqliteFault(new Sqlite.SqliteError('message', code))).toMatchObject({ kind })
})

it('a bigint that the binding refuses is the fault data', () => {
  expect(sqliteFault(new RangeError('too big'))).toMatchObject({ kind: 'data' })
})

it.each([new Sqlite.SqliteError('near "SELEKT"', 'SQLITE_ERROR'), new TypeError('bad')])(
  'our own bug passes unchanged (%#)',
  (error) => {
    expect(sqliteFault(error)).toBe(error)
  },
)
