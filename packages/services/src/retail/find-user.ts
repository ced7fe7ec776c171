import { type Identifier, identityKey, phoneInIsvUserId } from './identifiers.ts'
import type { UseType } from './tag-answers.ts'

/** A phone that nobody confirmed for so long may belong to somebody else by now. */
const PHONE_FRESH_MS = 180 * 24 * 60 * 60_000

export interface BoundAccount {
  readonly user_tag: string
  readonly is_primary: boolean
  /** When the binding was last known to hold; null: it does not age. */
  readonly verified_ms: number | null
  /** The masked nick: nothing else of it is needed here. */
  readonly social_nick: string
  readonly status: string
  readonly refused: boolean
  /** No account has it: a lenient app meets it in place of nobody. */
  readonly is_made_up?: true
}

/** The accounts that each identifier is bound to. */
export type Bindings = ReadonlyMap<string, readonly BoundAccount[]>

export type FoundUser =
  | { readonly kind: 'found'; readonly account: BoundAccount; readonly use_type: UseType }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'declined'; readonly code: 'IDENTITY_CONFLICT' | 'MULTI_ACCOUNT' }

/**
 * The one account that all given identifiers belong to. The first of them names the way it was
 * found. Tagging the wrong person gives away money, so whatever is not certain finds nobody.
 */
export function findUser(
  bindings: Bindings,
  identifiers: readonly Identifier[],
  nowMs: number,
): FoundUser {
  const found = identifiers.map((identifier) => accountOf(bindings, identifier, nowMs))
  const accounts = found.filter((account) => typeof account === 'object')
  const [first] = accounts
  if (accounts.some(({ user_tag }) => user_tag !== first?.user_tag)) {
    return { kind: 'declined', code: 'IDENTITY_CONFLICT' }
  }
  if (found.includes('nobody')) return { kind: 'not-found' }
  if (found.includes('several')) return { kind: 'declined', code: 'MULTI_ACCOUNT' }
  const [decisive] = identifiers
  if (first === undefined || decisive === undefined) return { kind: 'not-found' }
  return { kind: 'found', account: first, use_type: decisive.use_type }
}

/** What a source that sends phones as `isv_user_id` means by its identifiers. */
export function withPhones(identifiers: readonly Identifier[]): Identifier[] {
  return identifiers.map((identifier) => phoneInIsvUserId(identifier) ?? identifier)
}

function accountOf(
  bindings: Bindings,
  identifier: Identifier,
  nowMs: number,
): BoundAccount | 'nobody' | 'several' {
  // A frozen or closed account is told like none at all.
  const candidates = (bindings.get(identityKey(identifier)) ?? []).filter(
    ({ status, verified_ms }) =>
      status === 'ACTIVE' && (verified_ms === null || verified_ms > nowMs - PHONE_FRESH_MS),
  )
  const primary = candidates.filter(({ is_primary }) => is_primary)
  const [account, ...others] = primary.length > 0 ? primary : candidates
  if (account === undefined) return 'nobody'
  return others.length > 0 ? 'several' : account
}
