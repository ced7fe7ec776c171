import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { backUpSqlite, defineTable, insertInto, int, migrate, openSqlite } from './index.ts'
import { StartRefusal } from './start-refusal.ts'

const note = defineTable('note', { id: int })
const insertNote = insertInto(note)
const createNote = {
  number: 1,
  name: 'notes',
  statements: ['CREATE TABLE note (id {int} NOT NULL PRIMARY KEY) {table_options}'],
}

let home = ''
let path = ''
let db: ReturnType<typeof openSqlite>
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'topgate-backup-'))
  path = join(home, 'topgate.db')
  db = openSqlite({ path })
  await migrate(db, [createNote], () => 0)
})
afterEach(async () => {
  await db.close()
  rmSync(home, { recursive: true })
})

const write = (id: number) => db.transaction((tx) => tx.write(insertNote, [{ id }]))

async function idsIn(file: string): Promise<number[]> {
  const copy = openSqlite({ path: file })
  const rows = await copy.all('SELECT id FROM note ORDER BY id', [], note.columns)
  await copy.close()
  return rows.map(({ id }) => id)
}

it('holds what was committed, while a transaction is open and more is written', async () => {
  await write(1)
  const target = join(home, 'backup.db')
  await db.transaction(async (tx) => {
    await tx.write(insertNote, [{ id: 2 }])
    expect(backUpSqlite(path, target)).toBe(statSync(target).size)
  })
  await write(3)
  expect(statSync(target).mode & 0o777).toBe(0o600)
  expect(await idsIn(target)).toEqual([1])
  expect(await idsIn(path)).toEqual([1, 2, 3])
})

it('never replaces a file, and leaves nothing half-written', () => {
  const target = join(home, 'backup.db')
  writeFileSync(target, 'an older backup')
  expect(() => backUpSqlite(path, target)).toThrow(/already\. Name a new one/)
  const nowhere = join(home, 'no', 'backup.db')
  expect(() => backUpSqlite(path, nowhere)).toThrow(StartRefusal)
  expect(() => backUpSqlite(path, nowhere)).toThrow(/Cannot write the backup .*ENOENT/)
  expect(readdirSync(home).filter((name) => name.endsWith('.part'))).toEqual([])
})

it('replaces what an interrupted backup left', async () => {
  const target = join(home, 'backup.db')
  writeFileSync(`${target}.part`, 'half')
  backUpSqlite(path, target)
  expect(existsSync(`${target}.part`)).toBe(false)
  expect(await idsIn(target)).toEqual([])
})
