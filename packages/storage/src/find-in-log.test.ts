import { expect, it } from 'vitest'
import { findInLog, LATE_ROWS_MAX, logIndex } from './find-in-log.ts'
import { inDialect } from './migrate.ts'
import type { SchemaDatabase } from './schema.ts'
import { defineTable, insertInto, int64, text } from './table.ts'
import { eachDatabase } from './testing.ts'

const effect = defineTable('effect', { id: int64, body: text })
const insert = insertInto(effect)

async function withRows(db: SchemaDatabase, ids: readonly bigint[]): Promise<SchemaDatabase> {
  const create =
    'CREATE TABLE effect ({log_position}, id {int64} NOT NULL, body {text} NOT NULL) {table_options}'
  await db.changeSchema(async (tx) => {
    await tx.execute(inDialect(create, db.dialect))
    if (db.dialect === 'postgres') await tx.execute(logIndex('effect'))
  })
  for (let at = 0; at < ids.length; at += 5_000) {
    const rows = ids.slice(at, at + 5_000).map((id) => ({ id, body: `row ${id}` }))
    await db.transaction((tx) => tx.write(insert, rows))
  }
  return db
}

eachDatabase('a row of the log', (open) => {
  it('is found by its id, also one that came late', async () => {
    const ids = Array.from({ length: 3_000 }, (_, at) => BigInt(at + 1) * 10n)
    const [late = 0n] = ids.splice(100, 1)
    const db = await withRows(await open(), [...ids, late])
    for (const id of [10n, late, 15_000n, 30_000n]) {
      expect(await findInLog(db, effect, id)).toEqual({ id, body: `row ${id}` })
    }
    for (const id of [0n, 15n, 1_000_000n]) expect(await findInLog(db, effect, id)).toBeUndefined()
  })

  it('is not there in an empty log', async () => {
    expect(await findInLog(await withRows(await open(), []), effect, 1n)).toBeUndefined()
  })

  it('is found near both ends of what may come late', async () => {
    const ids = Array.from({ length: LATE_ROWS_MAX + 100 }, (_, at) => BigInt(at + 2))
    const db = await withRows(await open(), [...ids.slice(0, LATE_ROWS_MAX - 1), 1n])
    expect(await findInLog(db, effect, 1n)).toEqual({ id: 1n, body: 'row 1' })
  })
})
