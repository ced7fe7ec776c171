import { bytes, defineTable, int, type Migration, text, upsertInto } from '@topgate/storage'

/**
 * Which master keys the records of this database need, so that a start without one of them is
 * refused instead of failing later, record by record. Version 0 is the lookup key.
 */
export const vaultKey = defineTable('vault_key', {
  version: int,
  /** `IN_USE` or `RETIRED`. */
  state: text,
  /** Sealed with the key of this version; of the lookup key a tag. */
  sample: bytes,
})

export const putVaultKeys = upsertInto(vaultKey, ['version'], {
  state: 'replace',
  sample: 'replace',
})

/** What the sealed sample of a version is bound to. */
export function sampleContext(version: number): string {
  return `vault_key.sample:${version}`
}

export const vaultMigration: Migration = {
  number: 23,
  name: 'vault-keys',
  statements: [
    `CREATE TABLE vault_key (
      version {int} NOT NULL PRIMARY KEY,
      state {text} NOT NULL,
      sample {bytes} NOT NULL
    ) {table_options}`,
    // A miss is to cost as many indexes as a mark.
    'CREATE INDEX retail_miss_count_time ON retail_miss_count (last_ms)',
  ],
}
