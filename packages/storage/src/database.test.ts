import { describe, expect, it } from 'vitest'
import {
  bytes,
  type Database,
  defineTable,
  insertInto,
  int,
  int64,
  lookup,
  nullable,
  type RowOf,
  StorageFault,
  text,
  upsertInto,
} from './index.ts'
import { inDialect } from './migrate.ts'
import type { SchemaDatabase } from './schema.ts'
import { eachDatabase, followUntil } from './testing.ts'

const sample = defineTable('sample', {
  id: int64,
  channel: text,
  event_id: text,
  minutes: int,
  sealed: nullable(bytes),
  note: nullable(text),
})
type Sample = RowOf<typeof sample>
const insertSample = insertInto(sample)
const sampleByEvent = lookup(sample, ['channel', 'event_id'])
const sampleById = lookup(sample, ['id'])
const sampleBySealed = lookup(sample, ['sealed'])

const total = defineTable('total', { account: int64, minutes: int, amount: int64, label: text })
const totalByAccount = lookup(total, ['account'])
const addToTotal = upsertInto(total, ['account'], {
  minutes: 'add',
  amount: 'add',
  label: 'replace',
})
const keepTotal = upsertInto(total, ['account'], {})

const effect = defineTable('effect', { id: int64, body: text })
const insertEffect = insertInto(effect)

const schema = [
  `CREATE TABLE sample (
    id {int64} NOT NULL PRIMARY KEY,
    channel {text} NOT NULL,
    event_id {text} NOT NULL,
    minutes {int} NOT NULL CHECK (minutes >= 0),
    sealed {bytes},
    note {text}
  ) {table_options}`,
  'CREATE UNIQUE INDEX sample_event ON sample (channel, event_id)',
  `CREATE TABLE total (
    account {int64} NOT NULL PRIMARY KEY,
    minutes {int} NOT NULL,
    amount {int64} NOT NULL,
    label {text} NOT NULL
  ) {table_options}`,
  'CREATE TABLE effect ({log_position}, id {int64} NOT NULL, body {text} NOT NULL) {table_options}',
]

async function withTables(db: SchemaDatabase): Promise<SchemaDatabase> {
  await db.changeSchema(async (tx) => {
    for (const statement of schema) await tx.execute(inDialect(statement, db.dialect))
  })
  return db
}

let nextId = 1n
function sampleOf(values: Partial<Sample> = {}): Sample {
  const id = nextId++
  const event_id = `event ${id}`
  return { id, channel: 'c1', event_id, minutes: 0, sealed: null, note: null, ...values }
}

function insert(db: Database, ...rows: Sample[]): Promise<void> {
  return db.transaction((tx) => tx.write(insertSample, rows))
}

function find(db: Database, ...keys: { channel: string; event_id: string }[]): Promise<Sample[]> {
  return db.transaction((tx) => tx.read(sampleByEvent, keys))
}

async function count(db: Database, table = 'sample'): Promise<number> {
  const rows = await db.all(`SELECT count(*) AS n FROM ${table}`, [], { n: int })
  return rows[0]?.n ?? -1
}

const fault = (kind: StorageFault['kind']) =>
  expect.objectContaining({ name: 'StorageFault', kind })

eachDatabase('a value', (open) => {
  const largest = 9_223_372_036_854_775_807n
  const smallest = -9_223_372_036_854_775_808n

  it.each<[string, Partial<Sample>]>([
    ['the largest int64', { id: largest }],
    ['the smallest int64', { id: smallest }],
    ['an int64 beyond a double', { id: 9_007_199_254_740_993n }],
    ['epoch milliseconds', { minutes: 1_795_000_000_000 }],
    ['the largest safe integer', { minutes: Number.MAX_SAFE_INTEGER }],
    ['all byte values', { sealed: Uint8Array.from({ length: 256 }, (_, index) => index) }],
    ['no bytes', { sealed: new Uint8Array() }],
    ['null', { sealed: null, note: null }],
    ['empty text', { note: '' }],
    ['the text NULL', { note: 'NULL' }],
    ['Chinese and emoji', { note: '公益 👩‍👩‍👧 𠮷' }],
    ['quotes, braces and backslashes', { note: '{"a\\b",\'c\'},\\x00, "' }],
    ['line ends', { note: 'a\r\nb\tc' }],
  ])('comes back as it was: %s', async (_, values) => {
    const db = await withTables(await open())
    const row = sampleOf(values)
    await insert(db, row)
    const [found, ...rest] = await find(db, row)
    expect(rest).toEqual([])
    expect({ ...found, sealed: found?.sealed && Uint8Array.from(found.sealed) }).toEqual(row)
  })

  it.each<[string, Partial<Sample>]>([
    ['beyond 64 bits', { id: largest + 1n }],
    ['a fraction', { minutes: 1.5 }],
    ['not a number', { minutes: Number.NaN }],
    ['refused by a CHECK', { minutes: -1 }],
  ])('is the fault data when it is %s, and stores nothing', async (_, values) => {
    const db = await withTables(await open())
    await expect(insert(db, sampleOf(), sampleOf(values))).rejects.toEqual(fault('data'))
    expect(await count(db)).toBe(0)
  })

  it('is never in the message of a fault', async () => {
    const db = await withTables(await open())
    const row = sampleOf({ event_id: 'secret phone', minutes: -1 })
    await expect(insert(db, row)).rejects.not.toThrow('secret phone')
  })
})

eachDatabase('read', (open) => {
  it('asks equal keys once and gives nothing for a missing key', async () => {
    const db = await withTables(await open())
    const rows = [sampleOf(), sampleOf(), sampleOf()]
    const [a, b] = rows
    await insert(db, ...rows)
    const missing = { channel: 'c1', event_id: 'none' }
    const found = await find(db, ...rows.slice(0, 2), missing, ...rows.slice(0, 2), missing)
    expect(found.map(({ id }) => id).sort()).toEqual([a?.id, b?.id])
  })

  it('keeps apart keys whose columns join to the same text', async () => {
    const db = await withTables(await open())
    const rows = [
      sampleOf({ channel: 'a', event_id: 'bc' }),
      sampleOf({ channel: 'ab', event_id: 'c' }),
    ]
    await insert(db, ...rows)
    expect(await find(db, ...rows, ...rows)).toHaveLength(2)
  })

  it('finds by int64 and by bytes, and never by null', async () => {
    const db = await withTables(await open())
    const row = sampleOf({ sealed: Uint8Array.of(1, 2) })
    await insert(db, row, sampleOf())
    await db.transaction(async (tx) => {
      expect(await tx.read(sampleById, [{ id: row.id }, { id: row.id }])).toHaveLength(1)
      const keys = [{ sealed: Uint8Array.of(1, 2) }, { sealed: Uint8Array.of(1, 2) }]
      expect(await tx.read(sampleBySealed, keys)).toHaveLength(1)
      expect(await tx.read(sampleBySealed, [{ sealed: null }])).toEqual([])
      expect(await tx.read(sampleById, [])).toEqual([])
    })
  })

  it('finds the same outside a write, once it is committed', async () => {
    const db = await withTables(await open())
    const [one, two] = [sampleOf(), sampleOf()]
    await insert(db, one)
    await db.transaction(async (tx) => {
      await tx.write(insertSample, [two])
      expect(await db.read(sampleByEvent, [one, two, one])).toEqual([one])
    })
    expect(await db.read(sampleByEvent, [one, two])).toHaveLength(2)
    expect(await db.read(sampleByEvent, [])).toEqual([])
  })

  it('finds the same outside a write, once it is committed', async () => {
    const db = await withTables(await open())
    const [one, two] = [sampleOf(), sampleOf()]
    await insert(db, one)
    await db.transaction(async (tx) => {
      await tx.write(insertSample, [two])
      expect(await db.read(sampleByEvent, [one, two, one])).toEqual([one])
    })
    expect(await db.read(sampleByEvent, [one, two])).toHaveLength(2)
    expect(await db.read(sampleByEvent, [])).toEqual([])
  })

  it('sees what the same transaction wrote before', async () => {
    const db = await withTables(await open())
    const row = sampleOf()
    const found = await db.transaction(async (tx) => {
      await tx.write(insertSample, [row])
      return tx.read(sampleByEvent, [row])
    })
    expect(found).toEqual([row])
  })
})

eachDatabase('write', (open) => {
  it('that breaks a unique index is a conflict and stores nothing of the batch', async () => {
    const db = await withTables(await open())
    const first = sampleOf()
    await insert(db, first)
    const batch = [sampleOf(), sampleOf({ event_id: first.event_id }), sampleOf()]
    await expect(insert(db, ...batch)).rejects.toEqual(fault('conflict'))
    await expect(insert(db, sampleOf({ id: first.id }))).rejects.toEqual(fault('conflict'))
    expect(await count(db)).toBe(1)
    await insert(db, sampleOf())
  })

  it('as an upsert inserts, adds, replaces, and keeps what it does not name', async () => {
    const db = await withTables(await open())
    const row = (account: bigint, minutes: number, amount: bigint, label: string) => ({
      account,
      minutes,
      amount,
      label,
    })
    await db.transaction((tx) => tx.write(addToTotal, [row(1n, 5, 2n ** 60n, 'old')]))
    await db.transaction((tx) =>
      tx.write(addToTotal, [row(1n, 7, 2n ** 60n, 'new'), row(2n, 1, 1n, 'other')]),
    )
    await db.transaction((tx) => tx.write(keepTotal, [row(2n, 9, 9n, 'ignored')]))
    const found = await db.transaction((tx) =>
      tx.read(totalByAccount, [{ account: 1n }, { account: 2n }]),
    )
    expect(found.sort((a, b) => Number(a.account - b.account))).toEqual([
      row(1n, 12, 2n ** 61n, 'new'),
      row(2n, 1, 1n, 'other'),
    ])
  })

  it.each([1, 15, 16, 17, 33])('of %d rows stores each once, as it is', async (rowCount) => {
    const db = await withTables(await open())
    const rows = Array.from({ length: rowCount }, (_, at) =>
      sampleOf({ minutes: at, note: `n${at}` }),
    )
    await insert(db, ...rows)
    const found = await find(db, ...rows)
    expect(found.sort((a, b) => a.minutes - b.minutes)).toEqual(rows)
    const last = sampleOf({ event_id: rows.at(-1)?.event_id ?? '' })
    await expect(insert(db, ...rows.slice(1).map(() => sampleOf()), last)).rejects.toEqual(
      fault('conflict'),
    )
    expect(await count(db)).toBe(rowCount)
  })

  it('of no rows does nothing', async () => {
    const db = await withTables(await open())
    await insert(db)
    expect(await count(db)).toBe(0)
  })
})

eachDatabase('transaction', (open) => {
  it('gives what the work gives', async () => {
    const db = await open()
    expect(await db.transaction(async () => 'result')).toBe('result')
  })

  it('stores nothing and passes the error on when the work throws', async () => {
    const db = await withTables(await open())
    const bug = new Error('bug')
    const work = db.transaction(async (tx) => {
      await tx.write(insertSample, [sampleOf()])
      throw bug
    })
    await expect(work).rejects.toBe(bug)
    expect(await count(db)).toBe(0)
  })

  it('stores nothing when the work swallowed a failed write', async () => {
    const db = await withTables(await open())
    const first = sampleOf()
    await insert(db, first)
    const work = db.transaction(async (tx) => {
      await tx.write(insertSample, [sampleOf()])
      await tx.write(insertSample, [first]).catch(() => {})
    })
    await expect(work).rejects.toEqual(fault('conflict'))
    expect(await count(db)).toBe(1)
  })

  it('refuses statements after its end', async () => {
    const db = await withTables(await open())
    const tx = await db.transaction(async (tx) => tx)
    await expect(tx.write(insertSample, [sampleOf()])).rejects.toThrow('has ended')
    expect(await count(db)).toBe(0)
  })

  it('passes our own bugs on as they are', async () => {
    const db = await open()
    const work = db.transaction((tx) => tx.write(insertSample, [sampleOf()]))
    await expect(work).rejects.not.toEqual(fault('data'))
    await expect(work).rejects.toThrow(/sample/)
  })
})

eachDatabase('all', (open) => {
  it('binds ? in order, except inside quotes, and counts in whole numbers', async () => {
    const db = await withTables(await open())
    await insert(db, sampleOf({ note: 'a?' }), sampleOf({ note: 'b', minutes: 7 }))
    const rows = await db.all(
      `SELECT id, minutes / ? AS half, '?' AS "q?" FROM sample
       WHERE note <> 'a?' AND channel = ? ORDER BY id LIMIT ?`,
      [2, 'c1', 10],
      { id: int64, half: int, 'q?': text },
    )
    expect(rows).toEqual([{ id: expect.any(BigInt), half: 3, 'q?': '?' }])
  })

  it('compares text by its bytes', async () => {
    const db = await withTables(await open())
    const notes = ['b', 'B', 'é', 'a', 'Z']
    await insert(db, ...notes.map((note) => sampleOf({ note })))
    const rows = await db.all('SELECT note FROM sample ORDER BY note', [], { note: text })
    expect(rows.map(({ note }) => note)).toEqual(['B', 'Z', 'a', 'b', 'é'])
  })
})

eachDatabase('follow', (open, dialect) => {
  const effects = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => ({ id: BigInt(from + index), body: '👵' }))
  const append = (db: Database, rows: RowOf<typeof effect>[]) =>
    db.transaction((tx) => tx.write(insertEffect, rows))

  it('meets each row once, in order, whatever the size of a page', async () => {
    const db = await withTables(await open())
    for (let from = 0; from < 30; from += 10) await append(db, effects(from, from + 10))
    for (const limit of [1, 7, 10, 100]) {
      expect(await followUntil(db, effect, 30, limit)).toEqual(effects(0, 30))
    }
  })

  it('gives the cursor back when there is nothing new, and goes on from it later', async () => {
    const db = await withTables(await open())
    expect(await db.follow(effect, '', 10)).toEqual({ rows: [], cursor: '' })
    await append(db, effects(0, 1))
    await followUntil(db, effect, 1)
    const { cursor } = await db.follow(effect, '', 10)
    expect(await db.follow(effect, cursor, 10)).toEqual({ rows: [], cursor })
    await append(db, effects(1, 2))
    await followUntil(db, effect, 2)
    expect((await db.follow(effect, cursor, 10)).rows).toEqual(effects(1, 2))
  })

  it.each(['x', '1;2', '-1', '1:', ':1', '99999999999999999999999', '1:2:3'])(
    'refuses the cursor "%s"',
    async (cursor) => {
      const db = await withTables(await open())
      await expect(db.follow(effect, cursor, 10)).rejects.toEqual(fault('data'))
    },
  )

  if (dialect === 'postgres') {
    it('does not skip a row of an older transaction that commits late', async () => {
      const db = await withTables(await open('shared'))
      const other = await open('shared')
      const wrote = Promise.withResolvers<void>()
      const late = Promise.withResolvers<void>()
      const older = db.transaction(async (tx) => {
        await tx.write(insertEffect, effects(0, 1))
        wrote.resolve()
        await late.promise
      })
      await wrote.promise
      await append(other, effects(1, 2))
      expect(await count(other, 'effect')).toBe(1)
      expect(await other.follow(effect, '', 10)).toEqual({ rows: [], cursor: '' })
      late.resolve()
      await older
      expect(await followUntil(other, effect, 2)).toEqual(effects(0, 2))
    })
  }
})

describe('StorageFault', () => {
  it('keeps its cause', () => {
    const cause = new Error('why')
    expect(new StorageFault('full', 'message', cause).cause).toBe(cause)
  })
})
