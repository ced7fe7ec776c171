import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'

/** Notes about calls, written beside the business: they grow with refused calls too. */
const notes: ReadonlySet<string> = new Set([
  'call_journal',
  'call_evidence',
  'app_daily_use',
  'app_secret_use',
  'flow_demand',
  'write_probe',
  'retail_miss',
  'retail_miss_count',
])

export type Counts = ReadonlyMap<string, number>

/** Answers of a query with every value as text. */
interface Reader {
  readonly tables: string
  rows(sql: string): Promise<string[][]>
  close(): Promise<void>
}

/** Looks into the database of a running server, without being able to change it. */
export class Store {
  readonly #reader: Reader
  readonly #tables: readonly string[]

  /** The embedded database in this directory, or the PostgreSQL at this address. */
  static async open(dataDir: string, databaseUrl: string | undefined): Promise<Store> {
    const reader =
      databaseUrl === undefined ? sqliteReader(dataDir) : await postgresReader(databaseUrl)
    const tables = (await reader.rows(reader.tables)).map(([name = '']) => name)
    return new Store(reader, tables)
  }

  private constructor(reader: Reader, tables: readonly string[]) {
    this.#reader = reader
    this.#tables = tables.filter((table) => !notes.has(table))
  }

  /** Rows of every table but the notes. */
  async counts(): Promise<Counts> {
    const counted = this.#tables.map((table) => `SELECT '${table}', count(*) FROM ${table}`)
    const rows = await this.#reader.rows(counted.join(' UNION ALL '))
    return new Map(rows.map(([table = '', count]) => [table, Number(count)]))
  }

  /** All rows of a table as text, with integers to the last digit. */
  async text(table: string): Promise<string> {
    const rows = await this.#reader.rows(`SELECT * FROM ${table}`)
    return rows.map((row) => row.join(' ')).join('\n')
  }

  /** What the newest row of an effect table was marked with. */
  async newestFlags(table: string): Promise<string | undefined> {
    const rows = await this.#reader.rows(`SELECT flags FROM ${table} ORDER BY id DESC LIMIT 1`)
    return rows[0]?.[0]
  }

  close(): Promise<void> {
    return this.#reader.close()
  }
}

function sqliteReader(dataDir: string): Reader {
  const db = new DatabaseSync(join(dataDir, 'topgate.db'), { readOnly: true })
  return {
    tables: "SELECT name FROM sqlite_master WHERE type = 'table'",
    async rows(sql) {
      const query = db.prepare(sql)
      query.setReadBigInts(true)
      return query.all().map((row) => Object.values(row).map(String))
    },
    async close() {
      db.close()
    },
  }
}

async function postgresReader(connectionString: string): Promise<Reader> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  return {
    tables: 'SELECT tablename FROM pg_tables WHERE schemaname = current_schema()',
    async rows(text) {
      const { rows } = await client.query<unknown[]>({ text, rowMode: 'array' })
      return rows.map((row) => row.map(String))
    },
    close: () => client.end(),
  }
}

/** Tables whose number of rows changed, with by how many. */
export function growth(before: Counts, after: Counts): ReadonlyMap<string, number> {
  const changes = [...after].map(([table, count]): [string, number] => [
    table,
    count - (before.get(table) ?? 0),
  ])
  return new Map(changes.filter(([, change]) => change !== 0))
}
