/** Which master keys the database needs, and sealing its records anew with the newest one. */
export { checkKeys, refuseWrongKey } from './check-keys.ts'
export { type Rewrapped, rewrapRecords } from './rewrap-records.ts'
export { sealedColumns } from './sealed-columns.ts'
export { vaultMigration } from './vault-key-table.ts'
