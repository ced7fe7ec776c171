import { accept, internalWrite, type WriteCall } from '@topgate/engine'
import type { Transaction, Vault } from '@topgate/storage'
import { type SessionUser, sealUser, taobaoUserTag } from './session.ts'
import { insertFamily } from './tables.ts'

/** How long what follows from a consent lives, in milliseconds. */
export interface ConsentTerms {
  readonly code_ms: number
  readonly session_ms: number
  readonly refresh_ms: number
}

/** What a user said yes to. */
export interface Consent extends ConsentTerms {
  readonly app_key: string
  readonly user: SessionUser
  readonly scopes: readonly string[]
  readonly redirect_uri: string
  readonly code_hash: string
  readonly code_challenge: string | null
}

interface Granted extends Consent {
  readonly id: bigint
  readonly granted_ms: number
}

/** The risky classes end this long after the consent, however often the session is refreshed. */
const R2_MS = 24 * 60 * 60_000
const W2_MS = 30 * 60_000

/** Begins a family of tokens. Its code is made by who asks and stored as a hash. */
export const grantAccess = internalWrite<Consent, { readonly granted: true }, null, Granted>(
  'sessions.consent.grant',
  {
    load: () => Promise.resolve(null),
    decide: (_facts, call: WriteCall<Consent>, nowMs) =>
      accept({ granted: true }, { ...call.request, id: call.id, granted_ms: nowMs }),
    save: saveConsents,
  },
)

/** What the sealed user of a family is bound to. */
export function familyUserContext(id: bigint): string {
  return `token_family.user:${id}`
}

async function saveConsents(
  tx: Transaction,
  consents: readonly Granted[],
  vault: Vault,
): Promise<void> {
  await tx.write(
    insertFamily,
    consents.map(({ id, user, scopes, code_ms, granted_ms, ...consent }) => ({
      id,
      app_key: consent.app_key,
      user_tag: taobaoUserTag(vault, user.taobao_user_id),
      user: sealUser(vault, familyUserContext(id), user),
      scope: scopes.join(','),
      redirect_uri: consent.redirect_uri,
      code_hash: consent.code_hash,
      code_challenge: consent.code_challenge,
      granted_ms,
      code_until_ms: granted_ms + code_ms,
      redeemed_ms: null,
      session_ms: consent.session_ms,
      refresh_ms: consent.refresh_ms,
      r2_ms: R2_MS,
      w2_ms: W2_MS,
      revoked: 0,
    })),
  )
}
