import {
  bytes,
  defineTable,
  insertInto,
  int,
  int64,
  lookup,
  type Migration,
  text,
  upsertInto,
} from '@topgate/storage'

/** The password of the console; one row. */
export const credentialTable = defineTable('operator_credential', {
  name: text,
  password_hash: text,
  changed_ms: int,
})

/** What operators did and read: a line is added, never changed. */
export const auditTable = defineTable('operator_audit', {
  id: int64,
  at_ms: int,
  act: text,
  /** Which session of the console, or `local user NAME` for the command line. */
  session: text,
  /** Kind and id of what was read; never a person's identifier. */
  object: text,
  /** The operator's own words, sealed: they may name a person. */
  reason: bytes,
})

export const credentialByName = lookup(credentialTable, ['name'])
export const putCredential = upsertInto(credentialTable, ['name'], {
  password_hash: 'replace',
  changed_ms: 'replace',
})
export const insertAudit = insertInto(auditTable)

export const operatorsMigration: Migration = {
  number: 16,
  name: 'console-operators',
  statements: [
    `CREATE TABLE operator_credential (
      name {text} NOT NULL PRIMARY KEY,
      password_hash {text} NOT NULL,
      changed_ms {int} NOT NULL
    ) {table_options}`,
    `CREATE TABLE operator_audit (
      id {int64} NOT NULL PRIMARY KEY,
      at_ms {int} NOT NULL,
      act {text} NOT NULL,
      session {text} NOT NULL,
      object {text} NOT NULL,
      reason {bytes} NOT NULL
    ) {table_options}`,
  ],
}
