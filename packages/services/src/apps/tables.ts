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
  app_group: text,
})

export const grantTable = defineTable('app_grant', {
  app_key: text,
  package: text,
  approved: int,
  expires_ms: nullable(int),
  /** When it was asked for, until somebody decides. */
  requested_ms: nullable(int),
  reason: text,
})

/** The limits of an API over all apps, as JSON. */
export const apiLimitTable = defineTable('api_limit', { method: text, limits: text })

/** How often each secret counted during a rotation: one row for each. */
export const secretUseTable = defineTable('app_secret_use', {
  app_key: text,
  /** When the old secret ends; 0: no end was set. Tells rotations apart. */
  until_ms: int,
  old_calls: int,
  new_calls: int,
  last_old_ms: int,
})

/** What each node was asked for lately. Each writes over its own rows, in turn over two halves. */
export const flowDemandTable = defineTable('flow_demand', {
  node: int,
  slot: int,
  name: text,
  /** Thousandths of a call a second. */
  demand: int,
  beat: int,
})

export const dailyUseTable = defineTable('app_daily_use', {
  /** An app key, or another name that the gateway counts under. */
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
  /** Decided and not stored. */
  dry_run: int,
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
  app_group: 'replace',
})
export const appsByKey = lookup(appTable, ['app_key'])
export const grantsByApp = lookup(grantTable, ['app_key'])
export const putGrant = upsertInto(grantTable, ['app_key', 'package'], {
  approved: 'replace',
  expires_ms: 'replace',
  requested_ms: 'replace',
  reason: 'replace',
})
export const apiLimitsByMethod = lookup(apiLimitTable, ['method'])
export const putApiLimit = upsertInto(apiLimitTable, ['method'], { limits: 'replace' })
export const addSecretUse = upsertInto(secretUseTable, ['app_key', 'until_ms'], {
  old_calls: 'add',
  new_calls: 'add',
  last_old_ms: 'max',
})
export const putFlowDemand = upsertInto(flowDemandTable, ['node', 'slot'], {
  name: 'replace',
  demand: 'replace',
  beat: 'replace',
})
export const dailyUseByName = lookup(dailyUseTable, ['app_key', 'day'])
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
  dry_run: 'replace',
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

/** Limits of APIs, groups of apps, requests for packages; what several nodes share of limits. */
export const flowMigration: Migration = {
  number: 40,
  name: 'platform-flow',
  statements: [
    "ALTER TABLE app ADD COLUMN app_group {text} NOT NULL DEFAULT 'formal'",
    'ALTER TABLE app_grant ADD COLUMN requested_ms {int}',
    "ALTER TABLE app_grant ADD COLUMN reason {text} NOT NULL DEFAULT ''",
    `CREATE TABLE api_limit (
      method {text} NOT NULL PRIMARY KEY,
      limits {text} NOT NULL
    ) {table_options}`,
    `CREATE TABLE app_secret_use (
      app_key {text} NOT NULL,
      until_ms {int} NOT NULL,
      old_calls {int} NOT NULL,
      new_calls {int} NOT NULL,
      last_old_ms {int} NOT NULL,
      PRIMARY KEY (app_key, until_ms)
    ) {table_options}`,
    `CREATE TABLE flow_demand (
      node {int} NOT NULL,
      slot {int} NOT NULL,
      name {text} NOT NULL,
      demand {int} NOT NULL,
      beat {int} NOT NULL,
      PRIMARY KEY (node, slot)
    ) {table_options}`,
  ],
}
