import type { Transaction, Vault } from '@topgate/storage'
import type { TokenChange } from './decide-token.ts'
import { sealUser, sessionUserContext } from './session.ts'
import { insertSession, markFamilyRevoked, markRedeemed, markRefreshed } from './tables.ts'

/** A row is marked once in a batch: the decisions see what was marked before. */
export async function saveTokens(
  tx: Transaction,
  changes: readonly TokenChange[],
  vault: Vault,
): Promise<void> {
  await tx.write(markRedeemed, present(changes.map((change) => change.redeemed)))
  await tx.write(markRefreshed, present(changes.map((change) => change.refreshed)))
  await tx.write(markFamilyRevoked, present(changes.map((change) => change.revoked)))
  const issued = present(changes.map((change) => change.issued))
  await tx.write(
    insertSession,
    issued.map(({ family, pair, token_hash, refresh_hash }) => ({
      token_hash,
      app_key: family.row.app_key,
      user_tag: family.row.user_tag,
      user: sealUser(vault, sessionUserContext(token_hash), family.user),
      expires_ms: pair.expires_ms,
      revoked: 0,
      family: family.row.id,
      refresh_hash,
      refresh_until_ms: pair.refresh_until_ms,
      refreshed_ms: null,
    })),
  )
}

function present<T>(values: readonly (T | undefined)[]): T[] {
  return values.filter((value) => value !== undefined)
}
