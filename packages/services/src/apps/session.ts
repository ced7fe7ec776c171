import { createHash } from 'node:crypto'
import type { Database, Transaction, Vault } from '@topgate/storage'
import { putSession, sessionTable } from './tables.ts'

/** A session key as it is issued. The token itself is not stored. */
export interface NewSession {
  readonly token: string
  readonly app_key: string
  readonly taobao_user_id: string
  readonly taobao_user_nick: string
  readonly expires_ms: number
  readonly revoked: boolean
}

export interface StoredSession {
  readonly app_key: string
  readonly user_tag: string
  readonly expires_ms: number
  readonly revoked: boolean
}

/** The tag by which every service knows a Taobao user. */
export function taobaoUserTag(vault: Vault, taobaoUserId: string): string {
  return vault.tag('taobao_user', taobaoUserId)
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Undefined for a token that was never issued. */
export async function findSession(db: Database, token: string): Promise<StoredSession | undefined> {
  const [row] = await db.all(
    'SELECT * FROM app_session WHERE token_hash = ?',
    [hashToken(token)],
    sessionTable.columns,
  )
  if (row === undefined) return undefined
  const { app_key, user_tag, expires_ms } = row
  return { app_key, user_tag, expires_ms, revoked: row.revoked === 1 }
}

/** What the sealed user of a session is bound to. */
export function sessionUserContext(token_hash: string): string {
  return `app_session.user:${token_hash}`
}

export async function putSessions(
  tx: Transaction,
  vault: Vault,
  sessions: readonly NewSession[],
): Promise<void> {
  await tx.write(
    putSession,
    sessions.map((session) => {
      const token_hash = hashToken(session.token)
      const { taobao_user_id, taobao_user_nick } = session
      const user = JSON.stringify({ taobao_user_id, taobao_user_nick })
      return {
        token_hash,
        app_key: session.app_key,
        user_tag: taobaoUserTag(vault, taobao_user_id),
        user: vault.seal(sessionUserContext(token_hash), user),
        expires_ms: session.expires_ms,
        revoked: session.revoked ? 1 : 0,
      }
    }),
  )
}
