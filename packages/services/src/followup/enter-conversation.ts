import { lenientConversation } from './lenient.ts'
import { type Claim, corpKey, type People, policyFor } from './people.ts'
import type { ConversationRow, TokenRole, TokenRow } from './tables.ts'

/** Somebody who may be in this conversation. */
export interface Entered {
  readonly conversation: ConversationRow
  readonly person_id: string
}

export type EntryRefusal = 'TOKEN_INVALID' | 'TOKEN_EXPIRED' | 'SESSION_NOT_FOUND'

/** In the order of the refusals: token, then conversation with its members. */
export function enterConversation(
  people: People,
  claim: Claim,
  nowMs: number,
): Entered | EntryRefusal {
  const role = roleOf(people, claim)
  const problem = tokenProblem(people, claim, role, nowMs)
  if (problem !== undefined) return problem
  // One answer for missing, foreign and other people's conversations: no id may be probed.
  const conversation = conversationOf(people, claim)
  if (conversation === undefined) return 'SESSION_NOT_FOUND'
  const person_id = personIn(people, claim, role, conversation)
  return person_id === undefined ? 'SESSION_NOT_FOUND' : { conversation, person_id }
}

/** Where the claim does not say it: as the token says, else whom the claim names. */
function roleOf(people: People, claim: Claim): TokenRole {
  if (claim.rs_type !== undefined) return claim.rs_type === '2' ? 'doctor' : 'patient'
  const token = tokenOf(people, claim)
  if (token !== undefined) return token.role === 'doctor' ? 'doctor' : 'patient'
  return claim.user_id === undefined ? 'patient' : 'doctor'
}

function conversationOf(people: People, claim: Claim): ConversationRow | undefined {
  const known = people.conversations.get(corpKey(claim.corp, claim.session_id))
  return known ?? (claim.lenient && claim.corp !== '' ? lenientConversation(claim) : undefined)
}

/**
 * What is wrong with the token itself, before any conversation is looked at. A foreign token is
 * invalid like an unknown one; only the owner of a token learns that it has expired. A lenient app
 * may send one that nobody issued.
 */
function tokenProblem(
  people: People,
  claim: Claim,
  role: TokenRole,
  nowMs: number,
): 'TOKEN_INVALID' | 'TOKEN_EXPIRED' | undefined {
  if (claim.auth_token === undefined) {
    const isRequired = policyFor(people.policies, claim.corp).auth_token_required
    return isRequired ? 'TOKEN_INVALID' : undefined
  }
  const token = tokenOf(people, claim)
  if (token === undefined) return claim.lenient ? undefined : 'TOKEN_INVALID'
  if (token.revoked !== 0) return 'TOKEN_INVALID'
  if (token.app_key !== null && token.app_key !== claim.app_key) return 'TOKEN_INVALID'
  if (token.role !== role) return 'TOKEN_INVALID'
  const claimed = role === 'doctor' ? claim.user_id : claim.cterm_user_id
  if (claimed !== undefined && !speaksFor(people, token, claimed)) return 'TOKEN_INVALID'
  return token.expires_ms !== null && token.expires_ms <= nowMs ? 'TOKEN_EXPIRED' : undefined
}

/**
 * Who it is, or undefined when nobody there fits. Ids that the claim leaves out are filled from
 * the conversation; ids that contradict it fit nobody.
 */
function personIn(
  people: People,
  claim: Claim,
  role: TokenRole,
  conversation: ConversationRow,
): string | undefined {
  const { bterm_user_id, cterm_user_id } = claim
  if ((bterm_user_id ?? conversation.bterm_user_id) !== conversation.bterm_user_id) return undefined
  if ((cterm_user_id ?? conversation.cterm_user_id) !== conversation.cterm_user_id) return undefined
  return role === 'doctor'
    ? doctorIn(people, claim, conversation)
    : patientIn(people, claim, conversation)
}

function doctorIn(
  people: People,
  claim: Claim,
  { kind, corp, bterm_user_id }: ConversationRow,
): string | undefined {
  const doctors =
    kind === 'SINGLE'
      ? new Map([[bterm_user_id, true]])
      : (people.members.get(corpKey(corp, bterm_user_id)) ?? new Map<string, boolean>())
  const isOpen = claim.lenient && kind === 'GROUP'
  const claimed = claim.user_id ?? tokenOf(people, claim)?.subject
  if (claimed !== undefined) return (doctors.get(claimed) ?? isOpen) ? claimed : undefined
  const [only, ...others] = [...doctors].filter(([, active]) => active).map(([id]) => id)
  if (only === undefined && isOpen) return bterm_user_id
  return others.length === 0 ? only : undefined
}

function patientIn(
  people: People,
  claim: Claim,
  { cterm_user_id }: ConversationRow,
): string | undefined {
  const token = tokenOf(people, claim)
  if (token === undefined) return cterm_user_id
  return speaksFor(people, token, cterm_user_id) ? token.subject : undefined
}

function speaksFor(people: People, { role, corp, subject }: TokenRow, claimed: string): boolean {
  if (subject === claimed) return true
  return role === 'patient' && people.guardians.get(corpKey(corp, claimed)) === subject
}

function tokenOf(people: People, { corp, auth_token }: Claim): TokenRow | undefined {
  return auth_token === undefined ? undefined : people.tokens.get(corpKey(corp, auth_token))
}
