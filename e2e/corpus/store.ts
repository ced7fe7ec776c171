import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Notes about calls, written beside the business: they grow with refused calls too. */
const notes: ReadonlySet<string> = new Set([
  'call_journal',
  'app_daily_use',
  'write_probe',
  'retail_miss',
  'retail_miss_count',
])

export type Counts = ReadonlyMap<string, number>

/** Looks into the database file of a running server, without being able to change it. */
export class Store {
  readonly #db: DatabaseSync
  readonly #tables: readonly string[]

  constructor(dataDir: string) {
    this.#db = new DatabaseSync(join(dataDir, 'topgate.db'), { readOnly: true })
    this.#tables = this.#column("SELECT name FROM sqlite_master WHERE type = 'table'")
      .map(String)
      .filter((table) => !notes.has(table))
  }

  /** Rows of every table but the notes. */
  counts(): Counts {
    const counted = this.#tables.map((table) => `SELECT count(*) FROM ${table}`)
    const numbers = this.#column(counted.join(' UNION ALL ')).map(Number)
    return new Map(this.#tables.map((table, at) => [table, numbers[at] ?? 0]))
  }

  /** All rows of a table as text, with integers to the last digit. */
  text(table: string): string {
    const query = this.#db.prepare(`SELECT * FROM ${table}`)
    query.setReadBigInts(true)
    return query
      .all()
      .map((row) => Object.values(row).join(' '))
      .join('\n')
  }

  /** What the newest row of an effect table was marked with. */
  newestFlags(table: string): unknown {
    return this.#column(`SELECT flags FROM ${table} ORDER BY id DESC LIMIT 1`)[0]
  }

  close(): void {
    this.#db.close()
  }

  /** The first column of a query. */
  #column(sql: string): unknown[] {
    return this.#db
      .prepare(sql)
      .all()
      .map((row) => Object.values(row)[0])
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
