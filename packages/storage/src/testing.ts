/** For the tests of this and other packages: the same cases on a real SQLite and PostgreSQL. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, inject } from 'vitest'
import type { Database } from './database.ts'
import { openPostgres } from './postgres.ts'
import type { SchemaDatabase } from './schema.ts'
import { openSqlite } from './sqlite.ts'
import type { RowOf, Table } from './table.ts'
import type {} from './testing/postgres-server.ts'

/**
 * A new empty database for each call. Calls with the same name within one test open the same one:
 * on PostgreSQL these are two nodes. All are closed after the test.
 */
export type OpenDatabase = (name?: string) => Promise<SchemaDatabase>

/**
 * Describes `cases` twice. Without a PostgreSQL they fail and say what to install; only the quick
 * check, which promises to need no system packages, leaves PostgreSQL to the whole test.
 */
export function eachDatabase(
  name: string,
  cases: (open: OpenDatabase, dialect: Database['dialect']) => void,
): void {
  describe(`${name} on SQLite`, () => {
    cases(closingAfterEach(sqliteFiles()), 'sqlite')
  })
  if (process.env.TOPGATE_TEST_CHECK === 'quick') return
  describe(`${name} on PostgreSQL`, () => {
    const urlOf = postgresUrls()
    cases(
      closingAfterEach(async (name) => openPostgres({ url: await urlOf(name) })),
      'postgres',
    )
  })
}

/**
 * Follows `table` until `count` rows have come. On PostgreSQL a row is only readable once every
 * transaction of the whole server that began earlier has ended, also those of other tests.
 */
export async function followUntil<T extends Table>(
  db: Database,
  table: T,
  count: number,
  limit = count,
): Promise<RowOf<T>[]> {
  const rows: RowOf<T>[] = []
  let cursor = ''
  while (rows.length < count) {
    const page = await db.follow(table, cursor, limit)
    rows.push(...page.rows)
    cursor = page.cursor
  }
  return rows
}

function closingAfterEach(open: (name: string) => Promise<SchemaDatabase>): OpenDatabase {
  let opened: SchemaDatabase[] = []
  let unnamed = 0
  afterEach(async () => {
    await Promise.all(opened.map((db) => db.close()))
    opened = []
  })
  return async (name = `unnamed ${unnamed++}`) => {
    const db = await open(name)
    opened.push(db)
    return db
  }
}

function sqliteFiles(): (name: string) => Promise<SchemaDatabase> {
  const directories = new Map<string, string>()
  afterEach(() => {
    for (const directory of directories.values()) rmSync(directory, { recursive: true })
    directories.clear()
  })
  return async (name) => {
    const directory = directories.get(name) ?? mkdtempSync(join(tmpdir(), 'topgate-test-'))
    directories.set(name, directory)
    return openSqlite({ path: join(directory, 'topgate.db') })
  }
}

/**
 * Call it in a `describe`. The function that it returns makes one schema for each name in a
 * database of its own, which is dropped at the end, and gives the url of that schema.
 */
export function postgresUrls(): (name: string) => Promise<string> {
  const database = `test_${crypto.randomUUID().replaceAll('-', '')}`
  const urls = new Map<string, string>()
  let admin: pg.Client | undefined
  beforeAll(async () => {
    const server = inject('testPostgres')
    if ('missing' in server) throw new Error(server.missing)
    await untilStarted(server)
    await onServer(server.url, `CREATE DATABASE ${database}`)
    admin = await connected(urlWith(server.url, { database }))
  }, startLimitMs + 10_000)
  afterEach(() => urls.clear())
  afterAll(async () => {
    const server = inject('testPostgres')
    if (admin === undefined || 'missing' in server) return
    await admin.end()
    await onServer(server.url, `DROP DATABASE ${database} WITH (FORCE)`)
  })
  let schemas = 0
  return async (name) => {
    const server = inject('testPostgres')
    if (admin === undefined || 'missing' in server) throw new Error('no test database')
    const known = urls.get(name)
    if (known !== undefined) return known
    const schema = `schema_${schemas++}`
    await admin.query(`CREATE SCHEMA ${schema}`)
    const url = urlWith(server.url, { database, schema })
    urls.set(name, url)
    return url
  }
}

function urlWith(server: string, { database, schema }: { database: string; schema?: string }) {
  const url = new URL(server)
  url.pathname = `/${database}`
  if (schema !== undefined) url.searchParams.set('options', `-c search_path=${schema}`)
  return url.href
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = await connected(url)
  await client.query(sql)
  await client.end()
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, pipeline: true })
  client.on('error', () => {})
  await client.connect()
  return client
}

const startLimitMs = 30_000
const startPollMs = 50

/** The server of the run starts in the background. */
async function untilStarted({ url, log }: { url: string; log?: string }): Promise<void> {
  const deadline = performance.now() + startLimitMs
  for (;;) {
    try {
      const client = await connected(url)
      return await client.end()
    } catch (cause) {
      if (performance.now() > deadline) {
        const reason = log !== undefined && existsSync(log) ? readFileSync(log, 'utf8') : ''
        throw new Error(`PostgreSQL for tests does not answer. ${reason}`, { cause })
      }
      await setTimeout(startPollMs)
    }
  }
}
