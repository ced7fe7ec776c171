import {
  bytes,
  defineTable,
  insertInto,
  int,
  int64,
  lookup,
  type Migration,
  nullable,
  type RowOf,
  sumLookup,
  text,
  upsertInto,
} from '@topgate/storage'

/** `PENDING`: on a third-party key that nobody has bound yet. `CAPPED`: a cap left nothing. */
export type LineStatus = 'AWARDED' | 'CAPPED' | 'PENDING'
export type RegistrationStatus = 'REGISTERED' | 'FORCED' | 'CANCELLED'
export type BindingStatus = 'BOUND' | 'CANCELLED'
export type AccountStatus = 'ACTIVE' | 'BLOCKED'
export type ChannelStatus = 'ACTIVE' | 'CLOSED'
export type ActivityStatus = 'DRAFT' | 'ONLINE' | 'ENDED' | 'SETTLED' | 'OFFLINE'
export type Formula = 'FIXED' | 'PER_DURATION' | 'PER_QUANTITY'

/**
 * The effect table: idempotency record with the stored answer, ledger line and outbox entry in one.
 * Only ever inserted into. What could name a person is in `account` as a keyed tag and in `sealed`.
 */
export const charityAction = defineTable('charity_action', {
  id: int64,
  channel: text,
  event_id: text,
  /** `ACTION`: hours for an action. `MOVE`: hours that changed their account. */
  kind: text,
  content_hash: bytes,
  account: text,
  activity_id: int64,
  sub_code: text,
  type: text,
  /** Beijing year of `happened_ms`: the year that the hours count for. */
  year: int,
  happened_ms: int,
  received_ms: int,
  app_key: text,
  minutes: int,
  status: text,
  /** The cap that lowered the award: `DAY`, `YEAR` or ''. */
  cap: text,
  /** Short codes with commas between. */
  flags: text,
  sealed: bytes,
})

/** The columns that a replay needs, so that looking for one does not read sealed texts. */
export const charityAnswer = defineTable('charity_action', {
  channel: text,
  event_id: text,
  content_hash: bytes,
  minutes: int,
  status: text,
})

/** Minutes that count against a cap; `period` is a Beijing year or day. */
export const charityCap = defineTable('charity_cap', {
  account: text,
  sub_code: text,
  period: text,
  minutes: int,
})

export const charityRegistration = defineTable('charity_registration', {
  account: text,
  activity_id: int64,
  status: text,
  at_ms: int,
})

export const charityBinding = defineTable('charity_binding', {
  channel: text,
  key_tag: text,
  account: text,
  status: text,
  at_ms: int,
})

/** Only accounts of which something is known; any other Taobao user is a fine account too. */
export const charityAccount = defineTable('charity_account', {
  account: text,
  status: text,
})

export const charityChannel = defineTable('charity_channel', {
  channel: text,
  name: text,
  status: text,
  /** 1: a Taobao user without a row in `charity_account` is unknown. */
  known_users_only: int,
  /** Types of action with commas between; '' allows all. */
  types: text,
})

export const charityActivity = defineTable('charity_activity', {
  activity_id: int64,
  channel: text,
  name: text,
  start_ms: int,
  end_ms: nullable(int),
  /** How many days after the end an action may still be reported. */
  grace_days: int,
  need_registration: int,
  /** For the sign-up of users; registration by force ignores it. Null: no limit. */
  quota: nullable(int),
  default_sub_code: text,
  status: text,
})

export const charityRule = defineTable('charity_rule', {
  sub_code: text,
  version: int,
  valid_from_ms: int,
  valid_to_ms: nullable(int),
  type: text,
  formula: text,
  /** FIXED: of one action. PER_QUANTITY: of one full unit. */
  minutes: int,
  unit: int,
  /** Member of `ori_content`, dots between the levels; '' for FIXED. */
  quantity_path: text,
  event_max: nullable(int),
  day_cap: nullable(int),
  year_cap: nullable(int),
  /** 1: `ori_content` may be JSON text inside a JSON string. */
  decode_once: int,
})

export type ActionRow = RowOf<typeof charityAction>
export type AnswerRow = RowOf<typeof charityAnswer>
export type CapRow = RowOf<typeof charityCap>
export type RegistrationRow = RowOf<typeof charityRegistration>
export type BindingRow = RowOf<typeof charityBinding>
export type ChannelRow = RowOf<typeof charityChannel>
export type ActivityRow = RowOf<typeof charityActivity>
export type RuleRow = RowOf<typeof charityRule>

export const answersByEvent = lookup(charityAnswer, ['channel', 'event_id'])
/**
 * One leaf for each account, year, type and activity; every other sum is a sum of leaves. A total is
 * the sum of its lines whenever it is read, so that the two cannot disagree.
 */
export const totalsByAccount = sumLookup(
  charityAction,
  ['account'],
  ['year', 'type', 'activity_id'],
  'minutes',
)
export type TotalRow = (typeof totalsByAccount)['rowType']

export const capsByPeriod = lookup(charityCap, ['account', 'sub_code', 'period'])
export const capsByAccount = lookup(charityCap, ['account'])
export const registrationsByActivity = lookup(charityRegistration, ['account', 'activity_id'])
export const registrationsByAccount = lookup(charityRegistration, ['account'])
export const bindingsByKey = lookup(charityBinding, ['channel', 'key_tag'])
export const accountsByAccount = lookup(charityAccount, ['account'])
export const channelsByChannel = lookup(charityChannel, ['channel'])
export const activitiesById = lookup(charityActivity, ['activity_id'])
export const rulesBySubCode = lookup(charityRule, ['sub_code'])

export const insertActions = insertInto(charityAction)
export const addCaps = upsertInto(charityCap, ['account', 'sub_code', 'period'], { minutes: 'add' })
export const setRegistrations = upsertInto(charityRegistration, ['account', 'activity_id'], {
  status: 'replace',
  at_ms: 'replace',
})
export const setBindings = upsertInto(charityBinding, ['channel', 'key_tag'], {
  account: 'replace',
  status: 'replace',
  at_ms: 'replace',
})

/**
 * Every key leads with the tenant or the account, never with an activity, which can be 80 % of a
 * minute's calls. What readers of one account need is in `accountIndexMigration`.
 */
export const charityMigration: Migration = {
  number: 2,
  name: 'charity',
  statements: [
    `CREATE TABLE charity_action (
      {log_position},
      id {int64} NOT NULL,
      channel {text} NOT NULL,
      event_id {text} NOT NULL,
      kind {text} NOT NULL,
      content_hash {bytes} NOT NULL,
      account {text} NOT NULL,
      activity_id {int64} NOT NULL,
      sub_code {text} NOT NULL,
      type {text} NOT NULL,
      year {int} NOT NULL,
      happened_ms {int} NOT NULL,
      received_ms {int} NOT NULL,
      app_key {text} NOT NULL,
      minutes {int} NOT NULL,
      status {text} NOT NULL,
      cap {text} NOT NULL,
      flags {text} NOT NULL,
      sealed {bytes} NOT NULL
    ) {table_options}`,
    'CREATE UNIQUE INDEX charity_action_event ON charity_action (channel, event_id)',
    `CREATE TABLE charity_total (
      account {text} NOT NULL,
      year {int} NOT NULL,
      type {text} NOT NULL,
      activity_id {int64} NOT NULL,
      minutes {int} NOT NULL,
      PRIMARY KEY (account, year, type, activity_id)
    ) {table_options}`,
    `CREATE TABLE charity_cap (
      account {text} NOT NULL,
      sub_code {text} NOT NULL,
      period {text} NOT NULL,
      minutes {int} NOT NULL,
      PRIMARY KEY (account, sub_code, period)
    ) {table_options}`,
    `CREATE TABLE charity_registration (
      account {text} NOT NULL,
      activity_id {int64} NOT NULL,
      status {text} NOT NULL,
      at_ms {int} NOT NULL,
      PRIMARY KEY (account, activity_id)
    ) {table_options}`,
    `CREATE TABLE charity_binding (
      channel {text} NOT NULL,
      key_tag {text} NOT NULL,
      account {text} NOT NULL,
      status {text} NOT NULL,
      at_ms {int} NOT NULL,
      PRIMARY KEY (channel, key_tag)
    ) {table_options}`,
    `CREATE TABLE charity_account (
      account {text} NOT NULL PRIMARY KEY,
      status {text} NOT NULL
    ) {table_options}`,
    `CREATE TABLE charity_channel (
      channel {text} NOT NULL PRIMARY KEY,
      name {text} NOT NULL,
      status {text} NOT NULL,
      known_users_only {int} NOT NULL,
      types {text} NOT NULL
    ) {table_options}`,
    `CREATE TABLE charity_activity (
      activity_id {int64} NOT NULL PRIMARY KEY,
      channel {text} NOT NULL,
      name {text} NOT NULL,
      start_ms {int} NOT NULL,
      end_ms {int},
      grace_days {int} NOT NULL,
      need_registration {int} NOT NULL,
      quota {int},
      default_sub_code {text} NOT NULL,
      status {text} NOT NULL
    ) {table_options}`,
    `CREATE TABLE charity_rule (
      sub_code {text} NOT NULL,
      version {int} NOT NULL,
      valid_from_ms {int} NOT NULL,
      valid_to_ms {int},
      type {text} NOT NULL,
      formula {text} NOT NULL,
      minutes {int} NOT NULL,
      unit {int} NOT NULL,
      quantity_path {text} NOT NULL,
      event_max {int},
      day_cap {int},
      year_cap {int},
      decode_once {int} NOT NULL,
      PRIMARY KEY (sub_code, version)
    ) {table_options}`,
  ],
}

/** For those who read one account. Bindings change seldom; every accepted action adds a line. */
export const accountIndexMigration: Migration = {
  number: 25,
  name: 'platform-charity-account',
  statements: [
    'CREATE INDEX charity_action_account ON charity_action (account, received_ms)',
    'CREATE INDEX charity_binding_account ON charity_binding (account)',
  ],
}

/** Totals and caps are written by nearly every action: one tree each instead of two. */
export const keyTablesMigration: Migration = {
  number: 27,
  name: 'charity-key-tables',
  statements: [
    'ALTER TABLE charity_total RENAME TO charity_total_before',
    `CREATE TABLE charity_total (
      account {text} NOT NULL,
      year {int} NOT NULL,
      type {text} NOT NULL,
      activity_id {int64} NOT NULL,
      minutes {int} NOT NULL,
      PRIMARY KEY (account, year, type, activity_id)
    ) {key_table_options}`,
    `INSERT INTO charity_total (account, year, type, activity_id, minutes)
      SELECT account, year, type, activity_id, minutes FROM charity_total_before`,
    'DROP TABLE charity_total_before',
    'ALTER TABLE charity_cap RENAME TO charity_cap_before',
    `CREATE TABLE charity_cap (
      account {text} NOT NULL,
      sub_code {text} NOT NULL,
      period {text} NOT NULL,
      minutes {int} NOT NULL,
      PRIMARY KEY (account, sub_code, period)
    ) {key_table_options}`,
    `INSERT INTO charity_cap (account, sub_code, period, minutes)
      SELECT account, sub_code, period, minutes FROM charity_cap_before`,
    'DROP TABLE charity_cap_before',
  ],
}

/**
 * Totals are sums over the index by which an account is found: one tree that every action changes
 * instead of two (decision 0011). The view keeps their name for whoever reads with SQL.
 */
export const summedTotalsMigration: Migration = {
  number: 31,
  name: 'charity-summed-totals',
  statements: [
    'DROP TABLE charity_total',
    'DROP INDEX charity_action_account',
    `CREATE INDEX charity_action_account
      ON charity_action (account, received_ms, year, type, activity_id, minutes)`,
    `CREATE VIEW charity_total AS
      SELECT account, year, type, activity_id, CAST(sum(minutes) AS BIGINT) AS minutes
      FROM charity_action GROUP BY account, year, type, activity_id HAVING sum(minutes) <> 0`,
  ],
}
