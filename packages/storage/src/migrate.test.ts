import { describe, expect, it, vi } from 'vitest'
import {
  defineTable,
  insertInto,
  int,
  int64,
  type Migration,
  migrate,
  refuseOldSchema,
  text,
} from './index.ts'
import { inDialect } from './migrate.ts'
import type { SchemaDatabase } from './schema.ts'
import { StartRefusal } from './start-refusal.ts'
import { eachDatabase } from './testing.ts'

const createApp: Migration = {
  number: 1,
  name: 'apps',
  statements: [
    'CREATE TABLE app (app_key {text} NOT NULL PRIMARY KEY, level {int} NOT NULL) {table_options}',
    "INSERT INTO app (app_key, level) VALUES ('10000001', 1)",
  ],
}
const createGrant: Migration = {
  number: 2,
  name: 'grants',
  statements: ['CREATE TABLE grant_row (app_key {text} NOT NULL PRIMARY KEY) {table_options}'],
}
const broken: Migration = {
  number: 3,
  name: 'broken',
  statements: ['CREATE TABLE half (id {int}) {table_options}', 'CREATE TABLE app (id {int})'],
}

const history = async (db: SchemaDatabase) => {
  const sql = 'SELECT number, name, applied_ms FROM schema_migration ORDER BY number'
  const rows = await db.all(sql, [], { number: int, name: text, applied_ms: int })
  return rows.map(({ number, name, applied_ms }) => `${number} ${name} ${applied_ms}`)
}

eachDatabase('migrate', (open, dialect) => {
  it('applies what is missing, once, and notes when', async () => {
    const db = await open()
    await migrate(db, [createApp], () => 1000)
    await migrate(db, [createApp, createGrant], () => 1_795_000_000_000)
    await migrate(db, [createApp, createGrant], () => 3000)
    expect(await history(db)).toEqual(['1 apps 1000', '2 grants 1795000000000'])
  })

  it('lets a reader in once all is applied, and tells an empty database from an old one', async () => {
    const db = await open()
    const both = [createApp, createGrant]
    await expect(refuseOldSchema(db, both)).rejects.toThrow(/still empty.*Start the server/)
    await migrate(db, [createApp], () => 0)
    await expect(refuseOldSchema(db, both)).rejects.toThrow(/older version.*Start the server/)
    await migrate(db, both, () => 0)
    await refuseOldSchema(db, both)
    await refuseOldSchema(db, [createApp])
  })

  it('does a migration whole or not at all', async () => {
    const db = await open()
    await expect(migrate(db, [createApp, broken], () => 0)).rejects.toThrow(/app/)
    expect(await history(db)).toEqual(['1 apps 0'])
    await expect(db.all('SELECT id FROM half', [], { id: int })).rejects.toThrow(/half/)
  })

  it('refuses an applied migration whose text or name changed, and says what to do', async () => {
    const db = await open()
    await migrate(db, [createApp], () => 0)
    for (const changed of [
      { ...createApp, statements: [...createApp.statements, 'SELECT 1'] },
      { ...createApp, name: 'applications' },
    ]) {
      const refused = migrate(db, [changed, createGrant], () => 0)
      await expect(refused).rejects.toThrow(StartRefusal)
      await expect(refused).rejects.toThrow(/Migration 1 \(apps\).*add the change as a new/)
    }
    expect(await history(db)).toEqual(['1 apps 0'])
  })

  it('refuses a database that a newer version migrated, and says what to do', async () => {
    const db = await open()
    await migrate(db, [createApp, createGrant], () => 0)
    const refused = migrate(db, [createApp], () => 0)
    await expect(refused).rejects.toThrow(StartRefusal)
    await expect(refused).rejects.toThrow(/migration 2 \(grants\).*Start that version/)
  })

  it('refuses a migration that was added before applied ones', async () => {
    const db = await open()
    await migrate(db, [createGrant], () => 0)
    await expect(migrate(db, [createApp, createGrant], () => 0)).rejects.toThrow(
      /Migration 1 \(apps\) is missing.*highest number/,
    )
  })

  it.each([[[createGrant, createApp]], [[createApp, createApp]], [[{ ...createApp, number: 0 }]]])(
    'refuses numbers that do not ascend from 1 (%#)',
    async (migrations) => {
      await expect(migrate(await open(), migrations, () => 0)).rejects.toThrow('not in order')
    },
  )

  it('gives an effect table its log position without a word in the insert', async () => {
    const db = await open()
    const effect = defineTable('effect', { id: int64, body: text })
    const create =
      'CREATE TABLE effect ({log_position}, id {int64} NOT NULL, body {text}) {table_options}'
    await migrate(db, [{ number: 1, name: 'effects', statements: [create] }], () => 0)
    await db.transaction((tx) => tx.write(insertInto(effect), [{ id: 1n, body: 'a' }]))
    const rows = await db.all('SELECT CAST(log_position AS TEXT) AS p FROM effect', [], { p: text })
    expect(rows).toEqual([{ p: expect.stringMatching(/^\d+$/) }])
  })

  if (dialect === 'sqlite') {
    it('keeps the rows of a key table in the tree of their key', async () => {
      const db = await open()
      const create = 'CREATE TABLE pair (name {text} PRIMARY KEY) {key_table_options}'
      await migrate(db, [{ number: 1, name: 'pairs', statements: [create] }], () => 0)
      const found = await db.all(`SELECT wr FROM pragma_table_list WHERE name = 'pair'`, [], {
        wr: int,
      })
      expect(found).toEqual([{ wr: 1 }])
    })
  }

  if (dialect === 'postgres') {
    it('applies each migration once when nodes start at the same time', async () => {
      const nodes = await Promise.all(Array.from({ length: 4 }, () => open('shared')))
      await Promise.all(nodes.map((db) => migrate(db, [createApp, createGrant], () => 0)))
      for (const db of nodes) expect(await history(db)).toHaveLength(2)
    })

    it('waits for a node that is changing the schema', async () => {
      const db = await open('shared')
      const other = await open('shared')
      const gate = Promise.withResolvers<void>()
      const holds = Promise.withResolvers<void>()
      const first = db.changeSchema(() => {
        holds.resolve()
        return gate.promise
      })
      await holds.promise
      const second = migrate(other, [createApp], () => 0)
      const sql =
        'SELECT count(*) AS n FROM pg_locks WHERE NOT granted AND database = ' +
        '(SELECT oid FROM pg_database WHERE datname = current_database())'
      await vi.waitFor(async () => expect(await db.all(sql, [], { n: int })).toEqual([{ n: 1 }]))
      await expect(history(db)).rejects.toThrow('schema_migration')
      gate.resolve()
      await Promise.all([first, second])
      expect(await history(db)).toEqual(['1 apps 0'])
    })

    it('keeps text in byte order whatever the locale of the cluster', async () => {
      const db = await open()
      await migrate(db, [createApp], () => 0)
      const sql =
        'SELECT collation_name FROM information_schema.columns ' +
        "WHERE column_name = 'app_key' AND table_schema = current_schema()"
      const rows = await db.all(sql, [], { collation_name: text })
      expect(rows).toEqual([{ collation_name: 'C' }])
    })
  }
})

describe('a token', () => {
  it('that is unknown is refused', () => {
    expect(() => inDialect('CREATE TABLE t (id {number})', 'sqlite')).toThrow('{number}')
  })
})
