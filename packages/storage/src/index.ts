/** Where everything durable goes: one Database port, a SQLite and a PostgreSQL driver, migrations. */
export * from './database.ts'
export * from './table.ts'
