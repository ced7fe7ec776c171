import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { commitFault, postgresFault } from './postgres-faults.ts'

function databaseError(code: string): pg.DatabaseError {
  const error = new pg.DatabaseError('value "secret" refused', 0, 'error')
  return Object.assign(error, { code, detail: 'Key (phone)=(secret)', table: 'action' })
}

describe('before COMMIT', () => {
  it.each([
    ['40P01', 'conflict'],
    ['40001', 'conflict'],
    ['23505', 'conflict'],
    ['53200', 'too-many-locks'],
    ['22003', 'data'],
    ['22P02', 'data'],
    ['23502', 'data'],
    ['23503', 'data'],
    ['23514', 'data'],
    ['53100', 'full'],
    ['53300', 'unavailable'],
    ['55P03', 'unavailable'],
    ['57014', 'unavailable'],
    ['57P01', 'unavailable'],
    ['57P03', 'unavailable'],
    ['08006', 'unavailable'],
    ['25006', 'unavailable'],
  ])('%s is the fault %s', (code, kind) => {
    expect(postgresFault(databaseError(code))).toMatchObject({ kind })
  })

  it.each([
    Object.assign(new Error('read'), { code: 'ECONNRESET' }),
    new Error('Connection terminated unexpectedly'),
    new Error('Query read timeout'),
  ])('a lost connection is unavailable (%#)', (error) => {
    expect(postgresFault(error)).toMatchObject({ kind: 'unavailable' })
  })

  it('our own bug stays an error of the driver', () => {
    expect(postgresFault(databaseError('42P01'))).toBeInstanceOf(pg.DatabaseError)
  })
})

describe('on COMMIT', () => {
  it.each([
    ['40001', 'conflict'],
    ['23505', 'conflict'],
    ['23503', 'data'],
    ['53100', 'full'],
    ['57014', 'unknown-outcome'],
    ['57P01', 'unknown-outcome'],
    ['08006', 'unknown-outcome'],
    ['40003', 'unknown-outcome'],
    ['XX000', 'unknown-outcome'],
  ])('%s is the fault %s', (code, kind) => {
    expect(commitFault(databaseError(code))).toMatchObject({ kind })
  })

  it('a lost connection leaves the outcome unknown', () => {
    expect(commitFault(new Error('Connection terminated'))).toMatchObject({
      kind: 'unknown-outcome',
    })
  })
})

it.each(['23505', '22P02', '57014', '42P01'])('%s tells names, never values of rows', (code) => {
  const found = postgresFault(databaseError(code))
  const { detail, cause } = found as pg.DatabaseError
  expect([detail, cause]).toEqual([undefined, undefined])
})

it('names code, table and constraint', () => {
  const error = Object.assign(databaseError('23505'), { constraint: 'action_event' })
  expect(postgresFault(error)).toMatchObject({ message: 'PostgreSQL 23505 on action action_event' })
})
