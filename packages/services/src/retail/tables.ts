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
  text,
  upsertInto,
} from '@topgate/storage'

export type AccountStatus = 'ACTIVE' | 'FROZEN' | 'CLOSED'
export type SourceStatus = 'ACTIVE' | 'CLOSED'
export type TagStatus = 'ACTIVE' | 'CLOSED'
/** `contract`: covers every call. `call`: each call proves consent by its `consentId`. */
export type ConsentBasis = 'contract' | 'call'

/** 13 months: how long a tag lasts whose source says nothing else. */
export const TTL_DAYS = 395

/** A business source. One without a row has defaults. */
export const retailSource = defineTable('retail_source', {
  biz_code: text,
  ttl_days: int,
  /** 1: this source sends phone numbers as `isv_user_id`. */
  isv_user_id_is_phone: int,
  status: text,
  /** What the source wants the tags for, in the words of its contract. */
  purpose: text,
  consent_basis: text,
  /** Names of the identifiers that the source may use, commas between; '' allows all. */
  identifiers: text,
  /** Share of people not found above which the source is stopped for a while; null: the default. */
  miss_percent: nullable(int),
  /** Different people that the source may ask for in a minute; null: no limit. */
  people_per_minute: nullable(int),
})

export const retailTag = defineTable('retail_tag', {
  biz_code: text,
  tag_code: text,
  name: text,
  start_ms: nullable(int),
  end_ms: nullable(int),
  status: text,
})

/** A Taobao account, known by a keyed tag of its id. `refused`: the user wants no tags. */
export const retailAccount = defineTable('retail_account', {
  user_tag: text,
  user_id: bytes,
  nick: bytes,
  /** The nick as callers see it, masked once; '' in rows that are older than this column. */
  social_nick: text,
  status: text,
  refused: int,
})

/**
 * Which account an identifier belongs to; a phone may have several, one of them primary.
 * `verified_ms` is when a phone was last known to be the user's; null: it does not age.
 */
export const retailIdentity = defineTable('retail_identity', {
  identity_tag: text,
  user_tag: text,
  kind: text,
  is_primary: int,
  verified_ms: nullable(int),
})

/**
 * The mark itself: one row per source, user and tag. Every column only grows, so that calls in any
 * order end in the same row: the user has the tag as long as `added_ms` is after `removed_ms`.
 */
export const retailUserTag = defineTable('retail_user_tag', {
  biz_code: text,
  user_tag: text,
  tag_code: text,
  first_ms: int,
  last_ms: int,
  expire_ms: int,
  count: int,
  /** When the newest adding and the newest removal happened; 0: never. */
  added_ms: int,
  removed_ms: int,
})

/** The effect table: one row per accepted call, with its answer and the memory of its signature. */
export const retailTagEvent = defineTable('retail_tag_event', {
  id: int64,
  /**
   * `ADD`, or `REMOVE`: an operator or the user took marks away, where '' in `biz_code` or
   * `tag_code` means all.
   */
  kind: text,
  app_key: text,
  biz_code: text,
  user_tag: text,
  tag_code: text,
  use_type: text,
  social_nick: text,
  isv_user_tag: nullable(text),
  /** `isv_user_tag` when this call was the first to say that it is this user; else null. */
  bound_isv_tag: nullable(text),
  ext_param: nullable(bytes),
  event_ms: nullable(int),
  expire_ms: int,
  flags: text,
  signature: text,
  boundaries: text,
  received_ms: int,
  processed_ms: int,
})

/** What a repeated signature needs. */
export const signedTag = defineTable('retail_tag_event', {
  app_key: text,
  signature: text,
  boundaries: text,
  use_type: text,
  social_nick: text,
})

/** Whom a source's own id was last said to be. */
export const boundIsvUser = defineTable('retail_tag_event', {
  id: int64,
  bound_isv_tag: text,
  user_tag: text,
})

/**
 * One row per call that looked a user up and tagged nobody; no identifier is in it. Row, indexes
 * and count are what a tagged call writes too, so that both take the same time.
 */
export const retailMiss = defineTable('retail_miss', {
  id: int64,
  app_key: text,
  biz_code: text,
  tag_code: text,
  outcome: text,
  isv_user_tag: nullable(text),
  /** Sealed names of the members of `ext_param`, without their values. */
  members: nullable(bytes),
  event_ms: nullable(int),
  flags: text,
  signature: text,
  boundaries: text,
  received_ms: int,
  processed_ms: int,
})

/** How many misses a source had: over many rows, so that none is written by every call. */
export const retailMissCount = defineTable('retail_miss_count', {
  biz_code: text,
  shard: text,
  tag_code: text,
  first_ms: int,
  last_ms: int,
  count: int,
})

export type SourceRow = RowOf<typeof retailSource>
export type TagRow = RowOf<typeof retailTag>
export type AccountRow = RowOf<typeof retailAccount>
export type IdentityRow = RowOf<typeof retailIdentity>
export type UserTagRow = RowOf<typeof retailUserTag>
export type MissRow = RowOf<typeof retailMiss>
export type MissCountRow = RowOf<typeof retailMissCount>
export type TagEventRow = RowOf<typeof retailTagEvent>
export type SignedRow = RowOf<typeof signedTag>

export const sourcesByCode = lookup(retailSource, ['biz_code'])
export const tagsByCode = lookup(retailTag, ['biz_code', 'tag_code'])
export const accountsByTag = lookup(retailAccount, ['user_tag'])
export const identitiesByTag = lookup(retailIdentity, ['identity_tag'])
export const eventsBySignature = lookup(signedTag, ['app_key', 'signature'])
export const boundByIsvTag = lookup(boundIsvUser, ['bound_isv_tag'])
export const marksByTag = lookup(retailUserTag, ['biz_code', 'user_tag', 'tag_code'])
export const marksByUser = lookup(retailUserTag, ['user_tag'])

export const insertEvents = insertInto(retailTagEvent)
export const markUsers = upsertInto(retailUserTag, ['biz_code', 'user_tag', 'tag_code'], {
  last_ms: 'max',
  expire_ms: 'max',
  count: 'add',
  added_ms: 'max',
  removed_ms: 'max',
})
export const insertMisses = insertInto(retailMiss)
export const countMisses = upsertInto(retailMissCount, ['biz_code', 'shard', 'tag_code'], {
  last_ms: 'max',
  count: 'add',
})
export const putAccounts = upsertInto(retailAccount, ['user_tag'], { refused: 'max' })

/** No column holds a phone, Alipay id, open id, Taobao id or nick that anybody could read. */
export const retailMigration: Migration = {
  number: 5,
  name: 'retail',
  statements: [
    `CREATE TABLE retail_source (
      biz_code {text} NOT NULL PRIMARY KEY,
      ttl_days {int} NOT NULL,
      isv_user_id_is_phone {int} NOT NULL
    ) {table_options}`,
    `CREATE TABLE retail_tag (
      biz_code {text} NOT NULL,
      tag_code {text} NOT NULL,
      start_ms {int},
      end_ms {int},
      PRIMARY KEY (biz_code, tag_code)
    ) {table_options}`,
    `CREATE TABLE retail_account (
      user_tag {text} NOT NULL PRIMARY KEY,
      user_id {bytes} NOT NULL,
      nick {bytes} NOT NULL,
      status {text} NOT NULL,
      refused {int} NOT NULL
    ) {table_options}`,
    `CREATE TABLE retail_identity (
      identity_tag {text} NOT NULL,
      user_tag {text} NOT NULL,
      kind {text} NOT NULL,
      is_primary {int} NOT NULL,
      verified_ms {int},
      PRIMARY KEY (identity_tag, user_tag)
    ) {table_options}`,
    `CREATE TABLE retail_user_tag (
      biz_code {text} NOT NULL,
      user_tag {text} NOT NULL,
      tag_code {text} NOT NULL,
      first_ms {int} NOT NULL,
      last_ms {int} NOT NULL,
      expire_ms {int} NOT NULL,
      count {int} NOT NULL,
      PRIMARY KEY (biz_code, user_tag, tag_code)
    ) {table_options}`,
    `CREATE TABLE retail_tag_event (
      {log_position},
      id {int64} NOT NULL,
      app_key {text} NOT NULL,
      biz_code {text} NOT NULL,
      user_tag {text} NOT NULL,
      tag_code {text} NOT NULL,
      use_type {text} NOT NULL,
      social_nick {text} NOT NULL,
      isv_user_tag {text},
      ext_param {bytes},
      event_ms {int},
      expire_ms {int} NOT NULL,
      flags {text} NOT NULL,
      signature {text} NOT NULL,
      boundaries {text} NOT NULL,
      received_ms {int} NOT NULL,
      processed_ms {int} NOT NULL
    ) {table_options}`,
    'CREATE UNIQUE INDEX retail_tag_event_signature ON retail_tag_event (app_key, signature)',
  ],
}

/** Sources with rules of their own, removal, and a trace of calls that tagged nobody. */
export const retailLookupsMigration: Migration = {
  number: 13,
  name: 'retail-lookups',
  statements: [
    "ALTER TABLE retail_source ADD COLUMN status {text} NOT NULL DEFAULT 'ACTIVE'",
    "ALTER TABLE retail_source ADD COLUMN purpose {text} NOT NULL DEFAULT ''",
    "ALTER TABLE retail_source ADD COLUMN consent_basis {text} NOT NULL DEFAULT 'contract'",
    "ALTER TABLE retail_source ADD COLUMN identifiers {text} NOT NULL DEFAULT ''",
    'ALTER TABLE retail_source ADD COLUMN miss_percent {int}',
    'ALTER TABLE retail_source ADD COLUMN people_per_minute {int}',
    "ALTER TABLE retail_tag ADD COLUMN name {text} NOT NULL DEFAULT ''",
    "ALTER TABLE retail_tag ADD COLUMN status {text} NOT NULL DEFAULT 'ACTIVE'",
    "ALTER TABLE retail_account ADD COLUMN social_nick {text} NOT NULL DEFAULT ''",
    'ALTER TABLE retail_user_tag ADD COLUMN added_ms {int} NOT NULL DEFAULT 0',
    'ALTER TABLE retail_user_tag ADD COLUMN removed_ms {int} NOT NULL DEFAULT 0',
    'UPDATE retail_user_tag SET added_ms = last_ms',
    'CREATE INDEX retail_user_tag_user ON retail_user_tag (user_tag)',
    'CREATE INDEX retail_identity_user ON retail_identity (user_tag)',
    "ALTER TABLE retail_tag_event ADD COLUMN kind {text} NOT NULL DEFAULT 'ADD'",
    'ALTER TABLE retail_tag_event ADD COLUMN bound_isv_tag {text}',
    'CREATE INDEX retail_tag_event_bound ON retail_tag_event (bound_isv_tag)',
    `CREATE TABLE retail_miss (
      {log_position},
      id {int64} NOT NULL,
      app_key {text} NOT NULL,
      biz_code {text} NOT NULL,
      tag_code {text} NOT NULL,
      outcome {text} NOT NULL,
      isv_user_tag {text},
      members {bytes},
      event_ms {int},
      flags {text} NOT NULL,
      signature {text} NOT NULL,
      boundaries {text} NOT NULL,
      received_ms {int} NOT NULL,
      processed_ms {int} NOT NULL
    ) {table_options}`,
    'CREATE INDEX retail_miss_signature ON retail_miss (app_key, signature)',
    'CREATE INDEX retail_miss_source ON retail_miss (biz_code, processed_ms)',
    `CREATE TABLE retail_miss_count (
      biz_code {text} NOT NULL,
      shard {text} NOT NULL,
      tag_code {text} NOT NULL,
      first_ms {int} NOT NULL,
      last_ms {int} NOT NULL,
      count {int} NOT NULL,
      PRIMARY KEY (biz_code, shard, tag_code)
    ) {table_options}`,
  ],
}
