/**
 * Where everything durable goes: one Database port, a SQLite and a PostgreSQL driver, migrations,
 * and the vault that encrypts what the database must not show.
 */
export {
  type DataDirectory,
  DirectoryTaken,
  takeDataDirectory,
} from './data-directory.ts'
export * from './database.ts'
export { findInLog, logIndex } from './find-in-log.ts'
export {
  type MasterKeys,
  parseMasterKeys,
  singleMasterKey,
  withNewMasterKey,
} from './master-keys.ts'
export { type Migration, migrate, refuseOldSchema } from './migrate.ts'
export { acquireNodeNumber, type NodeNumber } from './node-number.ts'
export {
  openPostgres,
  openPostgresPatiently,
  openPostgresWhenReady,
  type PostgresOptions,
} from './postgres.ts'
export { type RewrapProgress, rewrap, type SealedColumn, sealedColumn } from './rewrap.ts'
export type { SchemaDatabase, SchemaTransaction } from './schema.ts'
export { openSqlite } from './sqlite.ts'
export { backUpSqlite } from './sqlite-backup.ts'
export {
  type Checkpointer,
  type CheckpointProgress,
  checkpointAgain,
  checkpointRestMs,
  openCheckpointer,
} from './sqlite-checkpoint.ts'
export { checkDurability } from './sqlite-connection.ts'
export { StartRefusal } from './start-refusal.ts'
export { syncDirectory } from './sync-path.ts'
export * from './table.ts'
export { openVault, type Sealer, type Vault, type VaultOptions } from './vault.ts'
