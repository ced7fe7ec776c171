import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import type { Database } from './database.ts'
import type { SchemaDatabase, SchemaTransaction } from './schema.ts'
import { StartRefusal } from './start-refusal.ts'
import { defineTable, insertInto, int, text } from './table.ts'

/**
 * One step of the schema, in plain SQL with these tokens where the dialects differ:
 *
 * - `{text}`, `{int64}`, `{int}`, `{bytes}`: the column kinds of `table.ts`
 * - `{log_position}`: in place of a column, makes the table an effect table that
 *   `Database.follow` can read. It brings the primary key; the table needs an `id {int64}` of its
 *   own that is unique
 * - `{table_options}`: after the closing bracket of every CREATE TABLE
 * - `{key_table_options}`: the same for a table of short rows that are found by their primary key
 *   alone, so that SQLite keeps them in the tree of the key and not in two trees
 */
export interface Migration {
  readonly number: number
  readonly name: string
  readonly statements: readonly string[]
  /** What PostgreSQL needs beside them. */
  readonly postgres?: readonly string[]
}

const tokens: Record<Database['dialect'], Readonly<Record<string, string>>> = {
  sqlite: {
    text: 'TEXT',
    int64: 'INTEGER',
    int: 'INTEGER',
    bytes: 'BLOB',
    log_position: 'log_position INTEGER PRIMARY KEY',
    table_options: 'STRICT',
    key_table_options: 'STRICT, WITHOUT ROWID',
  },
  postgres: {
    // Byte order, as on SQLite, whatever the locale of the cluster.
    text: 'TEXT COLLATE "C"',
    int64: 'BIGINT',
    int: 'BIGINT',
    bytes: 'BYTEA',
    log_position:
      'log_position XID8 NOT NULL DEFAULT pg_current_xact_id(), PRIMARY KEY (log_position, id)',
    table_options: '',
    key_table_options: '',
  },
}

const schemaMigration = defineTable('schema_migration', {
  number: int,
  name: text,
  checksum: text,
  applied_ms: int,
})
const insertApplied = insertInto(schemaMigration)
const createSchemaMigration = `CREATE TABLE IF NOT EXISTS schema_migration (
  number {int} NOT NULL PRIMARY KEY,
  name {text} NOT NULL,
  checksum {text} NOT NULL,
  applied_ms {int} NOT NULL
) {table_options}`

/**
 * Brings the schema to the last of `migrations`, which are in ascending order of their numbers.
 * Each is one transaction, so that a killed process leaves whole steps behind, and any number of
 * nodes may start at once. Throws a `StartRefusal` when the database has another history.
 */
export async function migrate(
  db: SchemaDatabase,
  migrations: readonly Migration[],
  nowMs: () => number,
): Promise<void> {
  migrations.forEach((migration, index) => {
    const before = migrations[index - 1]?.number ?? 0
    assert(migration.number > before, `migration ${migration.number} is not in order`)
  })
  while (await db.changeSchema((tx) => applyNext(tx, db.dialect, migrations, nowMs)));
}

/** True when there may be more to do. */
async function applyNext(
  tx: SchemaTransaction,
  dialect: Database['dialect'],
  migrations: readonly Migration[],
  nowMs: () => number,
): Promise<boolean> {
  await tx.execute(inDialect(createSchemaMigration, dialect))
  const applied = await tx.all(
    'SELECT number, name, checksum FROM schema_migration ORDER BY number',
    [],
    { number: int, name: text, checksum: text },
  )
  refuseOtherHistory(applied, migrations)
  const next = migrations[applied.length]
  if (next === undefined) return false
  const own = dialect === 'postgres' ? (next.postgres ?? []) : []
  for (const statement of [...next.statements, ...own]) {
    await tx.execute(inDialect(statement, dialect))
  }
  const { number, name } = next
  await tx.write(insertApplied, [{ number, name, checksum: checksumOf(next), applied_ms: nowMs() }])
  return true
}

const tablesNamed: Record<Database['dialect'], string> = {
  sqlite: "SELECT name FROM sqlite_master WHERE type = 'table' AND name = ?",
  postgres:
    'SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema() AND tablename = ?',
}

/**
 * For whoever only reads: throws a `StartRefusal` when the database has not all of `migrations`
 * yet. One that has more is left to its newer server, whose tables can mostly still be read.
 */
export async function refuseOldSchema(
  db: Database,
  migrations: readonly Migration[],
): Promise<void> {
  const [table] = await db.all(tablesNamed[db.dialect], [schemaMigration.name], { name: text })
  const sql = 'SELECT max(number) AS number FROM schema_migration HAVING count(*) > 0'
  const [last] = table === undefined ? [] : await db.all(sql, [], { number: int })
  if ((last?.number ?? 0) >= (migrations.at(-1)?.number ?? 0)) return
  throw new StartRefusal(
    `The database ${last === undefined ? 'is still empty' : 'was made by an older version'}. ` +
      'Start the server on it once, which brings it up to date.',
  )
}

interface Applied {
  readonly number: number
  readonly name: string
  readonly checksum: string
}

/** What was applied must be the beginning of what the code has, word for word. */
function refuseOtherHistory(applied: readonly Applied[], migrations: readonly Migration[]): void {
  applied.forEach((found, index) => {
    const title = `${found.number} (${found.name})`
    const known = migrations.find(({ number }) => number === found.number)
    if (known === undefined) {
      throw new StartRefusal(
        `The database has migration ${title}, which this version of Topgate does not know: it ` +
          'was written by a newer version. Start that version or a later one, or restore a ' +
          'backup from before the upgrade.',
      )
    }
    if (checksumOf(known) !== found.checksum) {
      throw new StartRefusal(
        `Migration ${title} was applied to the database in another form. An applied migration ` +
          'never changes: put its old text back and add the change as a new migration.',
      )
    }
    const expected = migrations[index]
    if (expected !== known) {
      throw new StartRefusal(
        `Migration ${expected?.number} (${expected?.name}) is missing in the database, but the ` +
          `later ${title} was applied. Give the new migration the highest number.`,
      )
    }
  })
}

function checksumOf({ name, statements, postgres }: Migration): string {
  const text = postgres === undefined ? [name, statements] : [name, statements, postgres]
  return createHash('sha256').update(JSON.stringify(text)).digest('hex')
}

export function inDialect(sql: string, dialect: Database['dialect']): string {
  return sql.replace(/\{(\w+)\}/g, (token, name: string) => {
    const replacement = tokens[dialect][name]
    assert(replacement !== undefined, `unknown token ${token} in a migration`)
    return replacement
  })
}
