import {
  closeSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  checkpointAgain,
  checkpointRestMs,
  defineTable,
  type FaultKind,
  insertInto,
  int,
  openCheckpointer,
  openSqlite,
  StorageFault,
  text,
} from './index.ts'
import { checkDurability, hasWalResetFix, openConnection } from './sqlite-connection.ts'

let directory = ''
let path = ''
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'topgate-sqlite-'))
  path = join(directory, 'topgate.db')
})
afterEach(() => {
  rmSync(directory, { recursive: true })
})

const note = defineTable('note', { id: int, body: text })
const insertNote = insertInto(note)
const createNote = 'CREATE TABLE note (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT'
const countNotes = 'SELECT count(*) AS n FROM note'

it('makes files that only their owner can read, wherever they lie', async () => {
  const { db } = await openNotes()
  for (const suffix of ['', '-wal', '-shm'])
    expect(statSync(path + suffix).mode & 0o777).toBe(0o600)
  await db.close()
})

async function openNotes(options: { checkpointThread?: boolean } = {}) {
  const db = openSqlite({ path, ...options })
  await db.changeSchema((tx) => tx.execute(createNote))
  const insert = (id: number, body = '') =>
    db.transaction((tx) => tx.write(insertNote, [{ id, body }]))
  return { db, insert }
}

describe('every connection', () => {
  it.each([{}, { readonly: true }, { checkpointThread: true }])('%o is durable', (options) => {
    openConnection({ path }).close()
    const connection = openConnection({ path, ...options })
    const setting = (name: string) => connection.pragma(name, { simple: true })
    expect({
      journal_mode: setting('journal_mode'),
      synchronous: setting('synchronous'),
      foreign_keys: setting('foreign_keys'),
      page_size: setting('page_size'),
      cache_size: setting('cache_size'),
      busy_timeout: setting('busy_timeout'),
      mmap_size: setting('mmap_size'),
      trusted_schema: setting('trusted_schema'),
      wal_autocheckpoint: setting('wal_autocheckpoint'),
    }).toEqual({
      journal_mode: 'wal',
      synchronous: 2,
      foreign_keys: 1,
      page_size: 4096,
      cache_size: -16_384,
      busy_timeout: 2000,
      mmap_size: 0,
      trusted_schema: 0,
      wal_autocheckpoint: options.checkpointThread === true ? 16384 : 1000,
    })
    connection.close()
  })
})

describe('checkDurability', () => {
  it.each([
    ['synchronous', 'NORMAL'],
    ['synchronous', 'EXTRA'],
    ['foreign_keys', 'OFF'],
    ['journal_mode', 'DELETE'],
  ])('refuses %s=%s and says what was found', (name, value) => {
    const connection = openConnection({ path })
    connection.pragma(`${name} = ${value}`)
    expect(() => checkDurability(connection)).toThrow(`SQLite has ${name}=`)
    connection.close()
  })

  it('refuses what the binding gives by default in WAL mode', () => {
    openConnection({ path }).close()
    const connection = new Sqlite(path)
    expect(() => checkDurability(connection)).toThrow('synchronous=1')
    connection.close()
  })

  it('refuses a database in memory', () => {
    expect(() => openSqlite({ path: ':memory:' })).toThrow('journal_mode=memory')
  })

  it.each(['3.44.6', '3.50.7', '3.51.3', '3.52.0', '3.54.1', '4.0.0'])('accepts %s', (version) => {
    expect(hasWalResetFix(version)).toBe(true)
  })

  it.each(['3.44.5', '3.45.9', '3.49.9', '3.50.6', '3.51.2', '2.99.9', ''])(
    'refuses version "%s"',
    (version) => {
      expect(hasWalResetFix(version)).toBe(false)
    },
  )
})

describe('a transaction', () => {
  it('is one at a time', async () => {
    const { db, insert } = await openNotes()
    const first = insert(1)
    await expect(insert(2)).rejects.toThrow('one batch at a time')
    await first
    await db.close()
  })

  it('does not show its half to a read that comes between', async () => {
    const { db } = await openNotes()
    await db.transaction(async (tx) => {
      await tx.write(insertNote, [{ id: 1, body: '' }])
      expect(await db.all(countNotes, [], { n: int })).toEqual([{ n: 0 }])
    })
    expect(await db.all(countNotes, [], { n: int })).toEqual([{ n: 1 }])
    await db.close()
  })

  it('stores nothing on a full disk, leaves reads working, and goes on when there is space', async () => {
    const { db, insert } = await openNotes()
    const connection = openConnection({ path })
    const pages = Number(connection.pragma('page_count', { simple: true }))
    connection.close()
    await insert(1)
    await db.changeSchema((tx) => tx.all(`PRAGMA max_page_count = ${pages + 2}`, [], {}))
    await expect(insert(2, 'x'.repeat(100_000))).rejects.toMatchObject({ kind: 'full' })
    expect(await db.all(countNotes, [], { n: int })).toEqual([{ n: 1 }])
    await insert(3)
    await db.changeSchema((tx) => tx.all(`PRAGMA max_page_count = ${pages + 1000}`, [], {}))
    await insert(2, 'x'.repeat(100_000))
    expect(await db.all(countNotes, [], { n: int })).toEqual([{ n: 3 }])
    await db.close()
  })

  it('is refused by a read-only database', async () => {
    const { db } = await openNotes()
    const reader = openSqlite({ path, readonly: true })
    await expect(
      reader.transaction((tx) => tx.write(insertNote, [{ id: 1, body: '' }])),
    ).rejects.toMatchObject({ kind: 'unavailable' })
    expect(await reader.all(countNotes, [], { n: int })).toEqual([{ n: 0 }])
    await reader.close()
    await db.close()
  })
})

describe('a damaged or absent file', () => {
  it('is fatal when it is no database', () => {
    writeFileSync(path, 'this is not a database'.repeat(1000))
    expect(() => openSqlite({ path })).toThrow(expect.objectContaining({ kind: 'fatal' }))
  })

  it('is unavailable when it is absent and only to be read', () => {
    expect(() => openSqlite({ path, readonly: true })).toThrow(
      expect.objectContaining({ kind: 'unavailable' }),
    )
  })

  it('is fatal when a page is damaged, and nothing runs after that', async () => {
    const first = await openNotes()
    await first.insert(1)
    await first.db.close()
    const file = openSync(path, 'r+')
    writeSync(file, Buffer.alloc(4096, 0xff), 0, 4096, 4096)
    closeSync(file)
    const db = openSqlite({ path })
    const insert = db.transaction((tx) => tx.write(insertNote, [{ id: 2, body: '' }]))
    await expect(insert).rejects.toMatchObject({ kind: 'fatal' })
    const work = vi.fn(async () => {})
    await expect(db.transaction(work)).rejects.toMatchObject({ kind: 'fatal' })
    expect(work).not.toHaveBeenCalled()
    await db.close()
  })
})

describe('the checkpointer', () => {
  it('need not keep up: steady writes do not make the WAL grow without end', async () => {
    const { db, insert } = await openNotes({ checkpointThread: true })
    const MiB = 1024 * 1024
    const body = 'a'.repeat(2 * MiB)
    for (let id = 1; id <= 50; id += 1) await insert(id, body)
    expect(statSync(`${path}-wal`).size).toBeLessThan(70 * MiB)
    expect(await db.all(countNotes, [], { n: int })).toEqual([{ n: 50 }])
    await db.close()
  })

  it('moves all pages of a WAL that a writer without checkpoints left', async () => {
    const { db, insert } = await openNotes({ checkpointThread: true })
    await insert(1)
    const checkpointer = openCheckpointer(path)
    const { walPages, movedPages } = checkpointer.checkpoint()
    expect(walPages).toBeGreaterThan(0)
    expect(movedPages).toBe(walPages)
    checkpointer.close()
    await db.close()
  })

  it('goes on after a full disk, and not after a failed sync', () => {
    const before = { walPages: 100, movedPages: 40 }
    const failing = (kind: FaultKind) => ({
      checkpoint() {
        throw new StorageFault(kind, kind)
      },
    })
    expect(checkpointAgain(failing('full'), before)).toEqual(before)
    expect(() => checkpointAgain(failing('fatal'), before)).toThrow('fatal')
  })

  it('hurries while a long WAL grows, and only then', () => {
    const wal = (walPages: number) => ({ walPages, movedPages: 0 })
    expect(checkpointRestMs(wal(14_000), wal(14_100))).toBe(0)
    expect(checkpointRestMs(wal(14_100), wal(14_100))).toBe(50)
    expect(checkpointRestMs(wal(16_000), wal(100))).toBe(50)
    expect(checkpointRestMs(wal(100), wal(2_000))).toBe(50)
  })
})
