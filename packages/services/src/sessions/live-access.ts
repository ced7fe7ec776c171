import { requestIdOf } from '@topgate/contracts'
import type { FamilyRow, SessionRow } from './load-tokens.ts'

/** Something by which an app may act for a user now: a family of tokens, or a key of the owner's. */
export type LiveAccess =
  | {
      readonly kind: 'family'
      readonly id: string
      readonly row: FamilyRow
      readonly until_ms: number
    }
  | {
      readonly kind: 'session'
      readonly id: string
      readonly row: SessionRow
      readonly until_ms: number
    }

/** Enough of the hash to tell the keys of an app apart; nobody gets in with it. */
const SESSION_ID_CHARS = 12

/** What is alive among the rows of one app, the newest consents first. */
export function liveAccess(
  families: readonly FamilyRow[],
  sessions: readonly SessionRow[],
  nowMs: number,
): LiveAccess[] {
  const byFamily = Map.groupBy(sessions, ({ family }) => family)
  const ofUsers = families
    .filter(({ revoked }) => revoked === 0)
    .toSorted((a, b) => (a.id > b.id ? -1 : 1))
    .map((row): LiveAccess => {
      const until_ms = familyEnd(row, byFamily.get(row.id) ?? [])
      return { kind: 'family', id: requestIdOf(row.id), row, until_ms }
    })
  const ofOwner = (byFamily.get(null) ?? [])
    .filter(({ revoked }) => revoked === 0)
    .map((row): LiveAccess => {
      const id = row.token_hash.slice(0, SESSION_ID_CHARS)
      return { kind: 'session', id, row, until_ms: row.expires_ms }
    })
  return [...ofUsers, ...ofOwner].filter(({ until_ms }) => until_ms > nowMs)
}

/** Until its last token ends; before the exchange, until the code does. */
function familyEnd(family: FamilyRow, sessions: readonly SessionRow[]): number {
  if (family.redeemed_ms === null) return family.code_until_ms
  return Math.max(...sessions.map(sessionEnd), 0)
}

function sessionEnd({ expires_ms, refresh_until_ms, refreshed_ms }: SessionRow): number {
  return refreshed_ms === null ? Math.max(expires_ms, refresh_until_ms ?? 0) : expires_ms
}
