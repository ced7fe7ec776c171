import {
  bytes,
  defineTable,
  int,
  int64,
  lookup,
  type Migration,
  nullable,
  text,
  upsertInto,
} from '@topgate/storage'

/** Registered apps. Lists and objects are JSON text: nothing asks the database about their parts. */
export const appTable = defineTable('app', {
  app_key: text,
  name: text,
  status: text,
  profile: text,
  /** Sealed; the second one lives only during a rotation. */
  secret: bytes,
  previous_secret: nullable(bytes),
  /** Null: as long as it is there. */
  previous_until_ms: nullable(int),
  min_sign_method: text,
  limits: text,
  ip_allow: text,
  redirect_uri: text,
  owns: text,
  biz_codes: text,
})

export const grantTable = defineTable('app_grant', {
  app_key: text,
  package: text,
  approved: int,
  expires_ms: nullable(int),
})

export const dailyUseTable = defineTable('app_daily_use', {
  app_key: text,
  day: int,
  calls: int,
})

/**
 * One line per call: codes, sizes and times, never personal data. A ring: each node writes over its
 * oldest lines, so that the journal is bounded without anything being deleted.
 */
export const journalTable = defineTable('call_journal', {
  node: int,
  slot: int,
  id: int64,
  app_key: text,
  method: text,
  received_ms: int,
  duration_us: int,
  bytes_in: int,
  bytes_out: int,
  code: int,
  sub_code: text,
  success: int,
})

/** One row that `/readyz` writes to learn whether the store takes writes. */
export const probeTable = defineTable('write_probe', { name: text, written_ms: int })

export const putApp = upsertInto(appTable, ['app_key'], {
  name: 'replace',
  status: 'replace',
  profile: 'replace',
  secret: 'replace',
  previous_secret: 'replace',
  previous_until_ms: 'replace',
  min_sign_method: 'replace',
  limits: 'replace',
  ip_allow: 'replace',
  redirect_uri: 'replace',
  owns: 'replace',
  biz_codes: 'replace',
})
export const appsByKey = lookup(appTable, ['app_key'])
export const grantsByApp = lookup(grantTable, ['app_key'])
export const putGrant = upsertInto(grantTable, ['app_key', 'package'], {
  approved: 'replace',
  expires_ms: 'replace',
})
export const addDailyUse = upsertInto(dailyUseTable, ['app_key', 'day'], { calls: 'add' })
export const putJournal = upsertInto(journalTable, ['node', 'slot'], {
  id: 'replace',
  app_key: 'replace',
  method: 'replace',
  received_ms: 'replace',
  duration_us: 'replace',
  bytes_in: 'replace',
  bytes_out: 'replace',
  code: 'replace',
  sub_code: 'replace',
  success: 'replace',
})

export const putProbe = upsertInto(probeTable, ['name'], { written_ms: 'replace' })

export const platformMigration: Migration = {
  number: 1,
  name: 'platform',
  statements: [
    `CREATE TABLE app (
      app_key {text} NOT NULL PRIMARY KEY,
      name {text} NOT NULL,
      status {text} NOT NULL CHECK (status IN ('enabled', 'disabled')),
      profile {text} NOT NULL CHECK (profile IN ('strict', 'lenient')),
      secret {bytes} NOT NULL,
      previous_secret {bytes},
      min_sign_method {text} NOT NULL,
      limits {text} NOT NULL,
      ip_allow {text} NOT NULL,
      redirect_uri {text} NOT NULL,
      owns {text} NOT NULL,
      biz_codes {text} NOT NULL
    ) {table_options}`,
    `CREATE TABLE app_grant (
      app_key {text} NOT NULL,
      package {text} NOT NULL,
      approved {int} NOT NULL,
      expires_ms {int},
      PRIMARY KEY (app_key, package)
    ) {table_options}`,
    `CREATE TABLE app_session (
      token_hash {text} NOT NULL PRIMARY KEY,
      app_key {text} NOT NULL,
      user_tag {text} NOT NULL,
      "user" {bytes} NOT NULL,
      expires_ms {int} NOT NULL,
      revoked {int} NOT NULL
    ) {table_options}`,
    `CREATE TABLE app_daily_use (
      app_key {text} NOT NULL,
      day {int} NOT NULL,
      calls {int} NOT NULL,
      PRIMARY KEY (app_key, day)
    ) {table_options}`,
    `CREATE TABLE call_journal (
      node {int} NOT NULL,
      slot {int} NOT NULL,
      id {int64} NOT NULL,
      app_key {text} NOT NULL,
      method {text} NOT NULL,
      received_ms {int} NOT NULL,
      duration_us {int} NOT NULL,
      bytes_in {int} NOT NULL,
      bytes_out {int} NOT NULL,
      code {int} NOT NULL,
      sub_code {text} NOT NULL,
      success {int} NOT NULL,
      PRIMARY KEY (node, slot)
    ) {table_options}`,
    `CREATE TABLE write_probe (
      name {text} NOT NULL PRIMARY KEY,
      written_ms {int} NOT NULL
    ) {table_options}`,
  ],
}

/** The newest lines are found without reading the others. */
export const journalIndexMigration: Migration = {
  number: 26,
  name: 'console-journal-index',
  statements: ['CREATE INDEX call_journal_newest ON call_journal (id)'],
}

/** What the command line of the owner needs: a rotation that ends, the session keys of an app. */
export const ownerMigration: Migration = {
  number: 15,
  name: 'platform-owner',
  statements: [
    'ALTER TABLE app ADD COLUMN previous_until_ms {int}',
    'CREATE INDEX app_session_app ON app_session (app_key)',
  ],
}
