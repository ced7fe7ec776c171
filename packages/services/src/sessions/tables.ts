import {
  bytes,
  defineTable,
  insertInto,
  int,
  int64,
  lookup,
  type Migration,
  nullable,
  text,
  upsertInto,
} from '@topgate/storage'

/**
 * What a user has allowed an app, and the root of all its tokens: one row for each consent. Flags
 * only rise, so that nodes may set them in any order.
 */
export const familyTable = defineTable('token_family', {
  id: int64,
  app_key: text,
  user_tag: text,
  /** JSON of user id and nick, sealed. */
  user: bytes,
  /** Names of permission packages, with commas between. */
  scope: text,
  /** Where the code was sent; who exchanges it has to name the same address. */
  redirect_uri: text,
  code_hash: text,
  /** S256 of the verifier (RFC 7636); null: the app did not ask for PKCE. */
  code_challenge: nullable(text),
  granted_ms: int,
  code_until_ms: int,
  /** When the code was exchanged; null: not yet. */
  redeemed_ms: nullable(int),
  /** The terms of the consent: how long a session key, a refresh token and the 2-classes live. */
  session_ms: int,
  refresh_ms: int,
  r2_ms: int,
  w2_ms: int,
  revoked: int,
})

/**
 * Session keys, and beside each the refresh token that came with it. Both are stored as hashes only:
 * the database alone lets nobody in.
 */
export const sessionTable = defineTable('app_session', {
  token_hash: text,
  app_key: text,
  user_tag: text,
  /** JSON of user id and nick, sealed. */
  user: bytes,
  expires_ms: int,
  revoked: int,
  /** Null: issued by the owner, not by the consent of the user. */
  family: nullable(int64),
  refresh_hash: nullable(text),
  refresh_until_ms: nullable(int),
  /** When the refresh token was used; null: not yet. */
  refreshed_ms: nullable(int),
})

export const insertFamily = insertInto(familyTable)
export const markRedeemed = upsertInto(familyTable, ['id'], { redeemed_ms: 'replace' })
export const markFamilyRevoked = upsertInto(familyTable, ['id'], { revoked: 'replace' })
export const familiesById = lookup(familyTable, ['id'])
export const familiesByCode = lookup(familyTable, ['code_hash'])
export const familiesByApp = lookup(familyTable, ['app_key'])

export const putSession = upsertInto(sessionTable, ['token_hash'], {
  app_key: 'replace',
  user_tag: 'replace',
  user: 'replace',
  expires_ms: 'replace',
  revoked: 'replace',
})
export const insertSession = insertInto(sessionTable)
export const markRefreshed = upsertInto(sessionTable, ['token_hash'], { refreshed_ms: 'replace' })
export const markSessionRevoked = upsertInto(sessionTable, ['token_hash'], { revoked: 'replace' })
export const sessionsByApp = lookup(sessionTable, ['app_key'])
export const sessionsByRefresh = lookup(sessionTable, ['refresh_hash'])

export const familiesMigration: Migration = {
  number: 35,
  name: 'session-families',
  statements: [
    `CREATE TABLE token_family (
      id {int64} NOT NULL PRIMARY KEY,
      app_key {text} NOT NULL,
      user_tag {text} NOT NULL,
      "user" {bytes} NOT NULL,
      scope {text} NOT NULL,
      redirect_uri {text} NOT NULL,
      code_hash {text} NOT NULL,
      code_challenge {text},
      granted_ms {int} NOT NULL,
      code_until_ms {int} NOT NULL,
      redeemed_ms {int},
      session_ms {int} NOT NULL,
      refresh_ms {int} NOT NULL,
      r2_ms {int} NOT NULL,
      w2_ms {int} NOT NULL,
      revoked {int} NOT NULL
    ) {table_options}`,
    'CREATE UNIQUE INDEX token_family_code ON token_family (code_hash)',
    'CREATE INDEX token_family_app ON token_family (app_key)',
    'ALTER TABLE app_session ADD COLUMN family {int64}',
    'ALTER TABLE app_session ADD COLUMN refresh_hash {text}',
    'ALTER TABLE app_session ADD COLUMN refresh_until_ms {int}',
    'ALTER TABLE app_session ADD COLUMN refreshed_ms {int}',
    'CREATE UNIQUE INDEX app_session_refresh ON app_session (refresh_hash)',
    'CREATE INDEX app_session_family ON app_session (family)',
  ],
}
