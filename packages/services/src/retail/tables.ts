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

/** A business source. One without a row has defaults. */
export const retailSource = defineTable('retail_source', {
  biz_code: text,
  ttl_days: int,
  /** 1: this source sends phone numbers as `isv_user_id`. */
  isv_user_id_is_phone: int,
})

export const retailTag = defineTable('retail_tag', {
  biz_code: text,
  tag_code: text,
  start_ms: nullable(int),
  end_ms: nullable(int),
})

/** A Taobao account, known by a keyed tag of its id. `refused`: the user wants no tags. */
export const retailAccount = defineTable('retail_account', {
  user_tag: text,
  user_id: bytes,
  nick: bytes,
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

/** The mark itself: one row per source, user and tag. */
export const retailUserTag = defineTable('retail_user_tag', {
  biz_code: text,
  user_tag: text,
  tag_code: text,
  first_ms: int,
  last_ms: int,
  expire_ms: int,
  count: int,
})

/** The effect table: one row per accepted call, with its answer and the memory of its signature. */
export const retailTagEvent = defineTable('retail_tag_event', {
  id: int64,
  app_key: text,
  biz_code: text,
  user_tag: text,
  tag_code: text,
  use_type: text,
  social_nick: text,
  isv_user_tag: nullable(text),
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

export type SourceRow = RowOf<typeof retailSource>
export type TagRow = RowOf<typeof retailTag>
export type AccountRow = RowOf<typeof retailAccount>
export type IdentityRow = RowOf<typeof retailIdentity>
export type UserTagRow = RowOf<typeof retailUserTag>
export type TagEventRow = RowOf<typeof retailTagEvent>
export type SignedRow = RowOf<typeof signedTag>

export const sourcesByCode = lookup(retailSource, ['biz_code'])
export const tagsByCode = lookup(retailTag, ['biz_code', 'tag_code'])
export const accountsByTag = lookup(retailAccount, ['user_tag'])
export const identitiesByTag = lookup(retailIdentity, ['identity_tag'])
export const eventsBySignature = lookup(signedTag, ['app_key', 'signature'])

export const insertEvents = insertInto(retailTagEvent)
export const markUsers = upsertInto(retailUserTag, ['biz_code', 'user_tag', 'tag_code'], {
  last_ms: 'replace',
  expire_ms: 'replace',
  count: 'add',
})

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
