import type { Database, Vault } from '@topgate/storage'
import { masked } from '../masked.ts'
import { familyUserContext } from './grant-access.ts'
import { type LiveAccess, liveAccess } from './live-access.ts'
import { type SessionUser, scopesOf, sessionUserContext } from './session.ts'
import { familyTable, sessionTable } from './tables.ts'

/** An app's way to act for a user, as the owner sees it. Plain JSON; the user is masked. */
export interface AccessView {
  /** What `session revoke --id` takes. */
  readonly id: string
  readonly by: 'user' | 'owner'
  readonly user: string
  /** Names of packages; null: all that the app has. */
  readonly scopes: readonly string[] | null
  readonly granted_ms: number | null
  readonly until_ms: number
}

/** Rows that are looked at; of more, the oldest consents are left out. */
const ROWS_MAX = 1_000

/** What is alive now. */
export async function listSessions(
  db: Database,
  vault: Vault,
  appKey: string,
  nowMs: number,
): Promise<AccessView[]> {
  const families = await db.all(
    'SELECT * FROM token_family WHERE app_key = ? AND revoked = 0 ORDER BY id DESC LIMIT ?',
    [appKey, ROWS_MAX],
    familyTable.columns,
  )
  const sessions = await db.all(
    `SELECT * FROM app_session WHERE app_key = ? AND (expires_ms > ? OR refresh_until_ms > ?)
    ORDER BY expires_ms DESC LIMIT ?`,
    [appKey, nowMs, nowMs, ROWS_MAX],
    sessionTable.columns,
  )
  return liveAccess(families, sessions, nowMs).map((access) => viewOf(access, vault))
}

function viewOf(access: LiveAccess, vault: Vault): AccessView {
  const { kind, id, row, until_ms } = access
  const context = kind === 'family' ? familyUserContext(row.id) : sessionUserContext(row.token_hash)
  const { taobao_user_id } = JSON.parse(vault.open(context, row.user)) as SessionUser
  return {
    id,
    by: kind === 'family' ? 'user' : 'owner',
    user: masked(taobao_user_id),
    scopes: kind === 'family' ? scopesOf(row.scope) : null,
    granted_ms: kind === 'family' ? row.granted_ms : null,
    until_ms,
  }
}
