import { type Database, int, nullable, type Transaction, text, type Vault } from '@topgate/storage'
import { putSession, sessionTable } from './tables.ts'
import { hashToken } from './token-text.ts'

/** A Taobao user as the owner's site or the owner names him. */
export interface SessionUser {
  readonly taobao_user_id: string
  readonly taobao_user_nick: string
}

/** A session key as the owner issues it. The token itself is not stored. */
export interface NewSession extends SessionUser {
  readonly token: string
  readonly app_key: string
  readonly expires_ms: number
  readonly revoked: boolean
}

export interface StoredSession {
  readonly app_key: string
  readonly user_tag: string
  readonly expires_ms: number
  /** It, or the whole family that it belongs to. */
  readonly revoked: boolean
  /** The packages that the user has allowed; null: the owner issued it for all of them. */
  readonly scopes: readonly string[] | null
  /** When the security classes r2 and w2 end, which only a new consent renews; null: never. */
  readonly r2_until_ms: number | null
  readonly w2_until_ms: number | null
}

/** The tag by which every service knows a Taobao user. */
export function taobaoUserTag(vault: Vault, taobaoUserId: string): string {
  return vault.tag('taobao_user', taobaoUserId)
}

const { app_key, user_tag, expires_ms, revoked } = sessionTable.columns
const sessionColumns = {
  ...{ app_key, user_tag, expires_ms, revoked },
  family_revoked: nullable(int),
  scope: nullable(text),
  redeemed_ms: nullable(int),
  r2_ms: nullable(int),
  w2_ms: nullable(int),
}

/** Undefined for a token that was never issued. */
export async function findSession(db: Database, token: string): Promise<StoredSession | undefined> {
  const [row] = await db.all(
    `SELECT s.app_key, s.user_tag, s.expires_ms, s.revoked,
      f.revoked AS family_revoked, f.scope, f.redeemed_ms, f.r2_ms, f.w2_ms
    FROM app_session s LEFT JOIN token_family f ON f.id = s.family
    WHERE s.token_hash = ?`,
    [hashToken(token)],
    sessionColumns,
  )
  if (row === undefined) return undefined
  const { app_key, user_tag, expires_ms, scope, redeemed_ms, r2_ms, w2_ms } = row
  return {
    ...{ app_key, user_tag, expires_ms },
    revoked: row.revoked === 1 || row.family_revoked === 1,
    scopes: scope === null ? null : scopesOf(scope),
    r2_until_ms: redeemed_ms === null || r2_ms === null ? null : redeemed_ms + r2_ms,
    w2_until_ms: redeemed_ms === null || w2_ms === null ? null : redeemed_ms + w2_ms,
  }
}

/** The names in a stored scope. */
export function scopesOf(scope: string): string[] {
  return scope === '' ? [] : scope.split(',')
}

/** What the sealed user of a session is bound to. */
export function sessionUserContext(token_hash: string): string {
  return `app_session.user:${token_hash}`
}

export function sealUser(vault: Vault, context: string, user: SessionUser): Uint8Array {
  const { taobao_user_id, taobao_user_nick } = user
  return vault.seal(context, JSON.stringify({ taobao_user_id, taobao_user_nick }))
}

/** Sessions of the owner, such as those of a fresh sandbox; one that is there already is replaced. */
export async function putSessions(
  tx: Transaction,
  vault: Vault,
  sessions: readonly NewSession[],
): Promise<void> {
  await tx.write(
    putSession,
    sessions.map((session) => {
      const token_hash = hashToken(session.token)
      return {
        token_hash,
        app_key: session.app_key,
        user_tag: taobaoUserTag(vault, session.taobao_user_id),
        user: sealUser(vault, sessionUserContext(token_hash), session),
        expires_ms: session.expires_ms,
        revoked: session.revoked ? 1 : 0,
        family: null,
        refresh_hash: null,
        refresh_until_ms: null,
        refreshed_ms: null,
      }
    }),
  )
}
