import type { RowOf, Transaction, Vault } from '@topgate/storage'
import { familyUserContext } from './grant-access.ts'
import type { SessionUser } from './session.ts'
import {
  familiesByCode,
  familiesById,
  type familyTable,
  sessionsByRefresh,
  type sessionTable,
} from './tables.ts'
import type { PresentedToken } from './token-request.ts'

export type FamilyRow = RowOf<typeof familyTable>
export type SessionRow = RowOf<typeof sessionTable>

/** A family as the decisions of a batch see it; one object, however it was found. */
export interface Family {
  row: FamilyRow
  readonly user: SessionUser
}

/** What the presented codes and refresh tokens are, by their hashes. */
export interface TokenFacts {
  readonly codes: ReadonlyMap<string, Family>
  readonly refreshTokens: ReadonlyMap<string, { row: SessionRow; readonly family: Family }>
}

/** Whoever presents the same code or token waits until this transaction has ended. */
export async function loadTokens(
  tx: Transaction,
  presented: readonly PresentedToken[],
  vault: Vault,
): Promise<TokenFacts> {
  await tx.lock(presented.map(({ hash }) => `token ${hash}`))
  const hashesOf = (kind: PresentedToken['kind']) =>
    presented.flatMap((one) => (one.kind === kind ? [one.hash] : []))
  const ofCodes = await tx.read(
    familiesByCode,
    hashesOf('code').map((code_hash) => ({ code_hash })),
  )
  const sessions = await tx.read(
    sessionsByRefresh,
    hashesOf('refresh_token').map((refresh_hash) => ({ refresh_hash })),
  )
  const ids = sessions.flatMap(({ family }) => (family === null ? [] : [{ id: family }]))
  const families = new Map<bigint, Family>()
  for (const row of [...ofCodes, ...(await tx.read(familiesById, ids))]) {
    families.set(row.id, { row, user: openUser(row, vault) })
  }
  const familyOf = (id: bigint | null) => (id === null ? undefined : families.get(id))
  return {
    codes: new Map(
      ofCodes.flatMap(({ id, code_hash }) => {
        const family = families.get(id)
        return family === undefined ? [] : [[code_hash, family] as const]
      }),
    ),
    refreshTokens: new Map(
      sessions.flatMap((row) => {
        const family = familyOf(row.family)
        const hash = row.refresh_hash
        return family === undefined || hash === null ? [] : [[hash, { row, family }] as const]
      }),
    ),
  }
}

function openUser({ id, user }: FamilyRow, vault: Vault): SessionUser {
  return JSON.parse(vault.open(familyUserContext(id), user)) as SessionUser
}
