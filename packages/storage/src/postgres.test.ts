import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  defineTable,
  insertInto,
  int,
  lookup,
  openPostgres,
  openPostgresPatiently,
  openPostgresWhenReady,
  text,
} from './index.ts'
import { checkSettings } from './postgres-guard.ts'
import type { SchemaDatabase } from './schema.ts'
import { StartRefusal } from './start-refusal.ts'
import { postgresUrls } from './testing.ts'

const note = defineTable('note', { id: int, body: text })
const insertNote = insertInto(note)
const noteById = lookup(note, ['id'])
const createNote = 'CREATE TABLE note (id BIGINT PRIMARY KEY, body TEXT NOT NULL)'

const urlOf = postgresUrls()
const cleanups: (() => Promise<unknown> | unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

async function open(url: string, connections?: number): Promise<SchemaDatabase> {
  const db = await openPostgres({ url, ...(connections === undefined ? {} : { connections }) })
  cleanups.push(() => db.close())
  return db
}

async function openNotes(connections?: number): Promise<SchemaDatabase> {
  const db = await open(await urlOf('notes'), connections)
  await db.changeSchema((tx) => tx.execute(createNote))
  return db
}

function insert(db: SchemaDatabase, id: number): Promise<void> {
  return db.transaction((tx) => tx.write(insertNote, [{ id, body: '' }]))
}

async function count(db: SchemaDatabase): Promise<number | undefined> {
  const rows = await db.all('SELECT count(*) AS n FROM note', [], { n: int })
  return rows[0]?.n
}

/** Runs after the last statement of a transaction, while COMMIT is under way. */
function atCommit(db: SchemaDatabase, statement: string): Promise<void> {
  return db.changeSchema(async (tx) => {
    await tx.execute(
      `CREATE FUNCTION at_commit() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN ${statement}; RETURN NULL; END $$`,
    )
    await tx.execute(
      `CREATE CONSTRAINT TRIGGER at_commit AFTER INSERT ON note DEFERRABLE INITIALLY DEFERRED
       FOR EACH ROW EXECUTE FUNCTION at_commit()`,
    )
  })
}

describe('the guard', () => {
  const safe = {
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    server_encoding: 'UTF8',
    server_version_num: '150000',
  }
  const check = (changed: Partial<typeof safe>) =>
    checkSettings(new Map(Object.entries({ ...safe, ...changed })))

  it.each(['on', 'remote_apply'])('accepts synchronous_commit=%s', (synchronous_commit) => {
    expect(check({ synchronous_commit })).toEqual({ synchronousCommit: synchronous_commit })
  })

  it.each([
    { fsync: 'off' },
    { full_page_writes: 'off' },
    { synchronous_commit: 'off' },
    { synchronous_commit: 'local' },
    { synchronous_commit: 'remote_write' },
    { server_encoding: 'SQL_ASCII' },
    { server_version_num: '130014' },
  ])('refuses %o', (changed) => {
    expect(() => check(changed)).toThrow(StartRefusal)
  })

  it('refuses a real server that does not wait for its log', async () => {
    const url = new URL(await urlOf('notes'))
    url.searchParams.set('options', '-c synchronous_commit=off')
    await expect(openPostgres({ url: url.href })).rejects.toThrow(
      /synchronous_commit=off.*synchronous_commit=on or remote_apply/,
    )
  })

  it('puts synchronous_commit back in a session that another job changed', async () => {
    const db = await openNotes(1)
    await db.changeSchema((tx) => tx.execute('SET synchronous_commit = off'))
    await db.changeSchema(async (tx) => {
      const sql = "SELECT current_setting('synchronous_commit') AS value"
      expect(await tx.all(sql, [], { value: text })).toEqual([{ value: 'on' }])
    })
  })
})

describe('lock', () => {
  it('makes a second transaction with one of the keys wait for the first', async () => {
    const db = await openNotes()
    const order: string[] = []
    const locked = Promise.withResolvers<void>()
    const first = db.transaction(async (tx) => {
      await tx.lock(['a', 'b', 'b'])
      order.push('first locked')
      locked.resolve()
      await tx.write(insertNote, [{ id: 1, body: '' }])
      order.push('first wrote')
    })
    await locked.promise
    const second = db.transaction(async (tx) => {
      await tx.lock(['c', 'b'])
      order.push('second locked')
      return tx.read(noteById, [{ id: 1 }])
    })
    await first
    expect(await second).toEqual([{ id: 1, body: '' }])
    expect(order).toEqual(['first locked', 'first wrote', 'second locked'])
  })

  it('does not make transactions with other keys wait', async () => {
    const db = await openNotes()
    await db.transaction(async (tx) => {
      await tx.lock(['a'])
      await db.transaction((other) => other.lock(['b']))
    })
  })

  it('tells a deadlock as a conflict, which is tried again', async () => {
    const db = await openNotes(2)
    await insert(db, 1)
    const met = Promise.withResolvers<void>()
    let arrived = 0
    const crossing = (first: string, second: string) =>
      db.transaction(async (tx) => {
        await tx.lock([first])
        arrived += 1
        if (arrived === 2) met.resolve()
        await met.promise
        await tx.lock([second])
      })
    const ended = await Promise.allSettled([crossing('a', 'b'), crossing('b', 'a')])
    const failed = ended.filter((one) => one.status === 'rejected')
    expect(failed).toMatchObject([{ reason: { kind: 'conflict' } }])
  })

  it('never deadlocks, whatever the order in which keys are given', async () => {
    const db = await openNotes(4)
    const keys = Array.from({ length: 200 }, (_, index) => `key ${index}`)
    const orders = [keys, keys.toReversed(), [...keys].sort(), [...keys.slice(100), ...keys]]
    for (let round = 0; round < 10; round++) {
      await Promise.all(orders.map((order) => db.transaction((tx) => tx.lock(order))))
    }
  })

  it('ends with the transaction', async () => {
    const db = await openNotes(1)
    const sql =
      "SELECT count(*) AS n FROM pg_locks WHERE locktype = 'advisory' AND database = " +
      '(SELECT oid FROM pg_database WHERE datname = current_database())'
    await db.transaction(async (tx) => {
      await tx.lock(['a', 'b', 'a'])
      expect(await db.all(sql, [], { n: int })).toEqual([{ n: 2 }])
    })
    expect(await db.all(sql, [], { n: int })).toEqual([{ n: 0 }])
  })

  it('that waits too long is unavailable, and the next transaction works', async () => {
    const db = await openNotes()
    await db.transaction(async (tx) => {
      await tx.lock(['a'])
      const second = db.transaction((other) => other.lock(['a']))
      await expect(second).rejects.toMatchObject({ kind: 'unavailable' })
    })
    await insert(db, 1)
  })
})

describe('COMMIT', () => {
  it('with a warning of code 01000 has an unknown outcome', async () => {
    const db = await openNotes(1)
    await atCommit(db, "RAISE WARNING 'canceled waiting for synchronous replication'")
    await expect(insert(db, 1)).rejects.toMatchObject({ kind: 'unknown-outcome' })
    expect(await count(db)).toBe(1)
  })

  it('that is cancelled has an unknown outcome', async () => {
    const db = await openNotes(1)
    await atCommit(db, "RAISE EXCEPTION 'canceled' USING ERRCODE = '57014'")
    await expect(insert(db, 1)).rejects.toMatchObject({ kind: 'unknown-outcome' })
  })

  it('that breaks a deferred unique index is a conflict', async () => {
    const db = await openNotes(1)
    await db.changeSchema((tx) =>
      tx.execute('ALTER TABLE note ADD UNIQUE (body) DEFERRABLE INITIALLY DEFERRED'),
    )
    await insert(db, 1)
    await expect(insert(db, 2)).rejects.toMatchObject({ kind: 'conflict' })
    expect(await count(db)).toBe(1)
  })
})

describe('a read by keys', () => {
  it('uses the index even with a plan that was made when the table was empty', async () => {
    const db = await openNotes(1)
    const notes = Array.from({ length: 2000 }, (_, id) => ({ id, body: '' }))
    await db.changeSchema(async (tx) => {
      const scans = () =>
        tx.all(
          "SELECT seq_scan FROM pg_stat_xact_user_tables WHERE relid = to_regclass('note')",
          [],
          { seq_scan: int },
        )
      const before = await scans()
      await tx.execute('SET LOCAL plan_cache_mode = force_generic_plan')
      await tx.read(noteById, notes.slice(0, 2))
      await tx.write(insertNote, notes)
      await tx.read(noteById, notes.slice(0, 2))
      expect(await scans()).toEqual(before)
    })
  })
})

describe('a connection', () => {
  it('that breaks inside a transaction is unavailable, stores nothing, and is replaced', async () => {
    const db = await openNotes(1)
    const work = db.transaction(async (tx) => {
      await tx.write(insertNote, [{ id: 1, body: '' }])
      await db.all(
        `SELECT pg_terminate_backend(pid) AS done FROM pg_stat_activity
         WHERE state = 'idle in transaction' AND datname = current_database()`,
        [],
        { done: text },
      )
      await tx.write(insertNote, [{ id: 2, body: '' }])
    })
    await expect(work).rejects.toMatchObject({ kind: 'unavailable' })
    expect(await count(db)).toBe(0)
    await insert(db, 3)
  })

  it('that is not free in time is unavailable', async () => {
    const db = await openNotes(1)
    await db.transaction(async () => {
      const started = performance.now()
      await expect(insert(db, 1)).rejects.toMatchObject({ kind: 'unavailable' })
      expect(performance.now() - started).toBeLessThan(1000)
    })
    await insert(db, 1)
  })
})

/** A relay between the driver and the server, whose line can be cut. */
async function openRelay(target: URL) {
  const lines = new Set<Socket>()
  const passes = () => true
  let isSlow = false
  let request: (chunk: Buffer | string) => boolean = passes
  let answer: () => boolean = passes
  const relay: Server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname)
    lines.add(near).add(far)
    near.on('data', (chunk) => request(chunk) && far.write(chunk))
    if (isSlow) near.pause()
    far.on('data', (chunk) => answer() && near.write(chunk))
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('error', () => {})
      from.on('close', () => to.destroy())
    }
  })
  const listen = async (port: number) => {
    relay.listen(port, '127.0.0.1')
    await once(relay, 'listening')
  }
  const cut = () => {
    for (const line of lines) line.destroy()
    lines.clear()
  }
  await listen(0)
  const address = relay.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const { port } = address
  const url = new URL(target)
  url.port = String(port)
  const down = async () => {
    cut()
    relay.close()
    await once(relay, 'close')
  }
  cleanups.push(() => relay.listening && down())
  return {
    url: url.href,
    down,
    up: () => listen(port),
    /** Cuts the line when COMMIT comes, before or after it `reaches` the server. */
    cutAtCommit: (reaches: boolean) => {
      const cutNow = () => {
        cut()
        return false
      }
      request = (chunk) => {
        if (!chunk.includes('COMMIT\0')) return true
        answer = cutNow
        return reaches || cutNow()
      }
    },
    /** Nothing that is sent arrives, until the line is healed. */
    slow: () => {
      isSlow = true
    },
    heal: () => {
      isSlow = false
      for (const line of lines) line.resume()
      request = passes
      answer = passes
    },
  }
}

describe('a line to the database', () => {
  it.each([
    ['after', true, 1],
    ['before', false, 0],
  ])('cut %s the server got COMMIT leaves the outcome unknown', async (_, reaches, stored) => {
    const direct = await openNotes()
    const relay = await openRelay(new URL(await urlOf('notes')))
    const db = await open(relay.url)
    relay.cutAtCommit(reaches)
    await expect(insert(db, 1)).rejects.toMatchObject({ kind: 'unknown-outcome' })
    await vi.waitFor(async () => expect(await count(direct)).toBe(stored))
    relay.heal()
    await insert(db, 2)
  })

  it('that is down is unavailable within a second, and works again when it is up', async () => {
    await openNotes()
    const relay = await openRelay(new URL(await urlOf('notes')))
    const db = await open(relay.url)
    await insert(db, 1)
    await relay.down()
    for (let attempt = 0; attempt < 3; attempt++) {
      const started = performance.now()
      await expect(insert(db, 2)).rejects.toMatchObject({ kind: 'unavailable' })
      await expect(count(db)).rejects.toMatchObject({ kind: 'unavailable' })
      expect(performance.now() - started).toBeLessThan(1000)
    }
    await relay.up()
    await insert(db, 2)
    expect(await count(db)).toBe(2)
  })

  it('to nowhere refuses to open', async () => {
    const relay = await openRelay(new URL(await urlOf('notes')))
    await relay.down()
    await expect(openPostgres({ url: relay.url })).rejects.toMatchObject({ kind: 'unavailable' })
  })

  it('that comes up after its node is waited for, and the node says so once', async () => {
    const relay = await openRelay(new URL(await urlOf('notes')))
    await relay.down()
    const reasons: string[] = []
    const opening = openPostgresWhenReady({ url: relay.url }, (_, reason) => reasons.push(reason))
    await vi.waitFor(() => expect(reasons).toEqual([expect.stringContaining('PostgreSQL')]))
    await relay.up()
    await (await opening).close()
    expect(reasons).toHaveLength(1)
  })

  it('over a slow line opens for a command, when a call would not wait any longer', async () => {
    const relay = await openRelay(new URL(await urlOf('notes')))
    relay.slow()
    const patient = openPostgresPatiently(relay.url)
    await expect(openPostgres({ url: relay.url })).rejects.toMatchObject({ kind: 'unavailable' })
    relay.heal()
    await (await patient).close()
  })
})
