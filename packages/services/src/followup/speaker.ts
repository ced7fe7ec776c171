import { corpKey, type SendCall, type SendFacts } from './send-facts.ts'
import type { ConversationRow, TokenRow } from './tables.ts'

/**
 * What is wrong with the token itself, before any conversation is looked at. A foreign token is
 * invalid like an unknown one; only the owner of a token learns that it has expired.
 */
export function tokenProblem(
  facts: SendFacts,
  call: SendCall,
  nowMs: number,
): 'TOKEN_INVALID' | 'TOKEN_EXPIRED' | undefined {
  const token = tokenOf(facts, call)
  if (token === undefined || token.revoked !== 0) return 'TOKEN_INVALID'
  const { rs_type, user_id, cterm_user_id } = call.request.request1
  if (token.role !== (rs_type === '2' ? 'doctor' : 'patient')) return 'TOKEN_INVALID'
  const claimed = rs_type === '2' ? user_id : cterm_user_id
  if (claimed !== undefined && !speaksFor(facts, token, claimed)) return 'TOKEN_INVALID'
  return token.expires_ms !== null && token.expires_ms <= nowMs ? 'TOKEN_EXPIRED' : undefined
}

/**
 * Who speaks in the conversation, or undefined when nobody there fits. Ids that the call leaves
 * out are filled from the conversation; ids that contradict it fit nobody.
 */
export function speakerIn(
  facts: SendFacts,
  call: SendCall,
  conversation: ConversationRow,
): string | undefined {
  const { rs_type, bterm_user_id, cterm_user_id } = call.request.request1
  if ((bterm_user_id ?? conversation.bterm_user_id) !== conversation.bterm_user_id) return undefined
  if ((cterm_user_id ?? conversation.cterm_user_id) !== conversation.cterm_user_id) return undefined
  return rs_type === '2'
    ? doctorIn(facts, call, conversation)
    : patientIn(facts, call, conversation)
}

function doctorIn(
  facts: SendFacts,
  call: SendCall,
  { kind, corp, bterm_user_id }: ConversationRow,
): string | undefined {
  const members =
    kind === 'SINGLE'
      ? new Set([bterm_user_id])
      : (facts.members.get(corpKey(corp, bterm_user_id)) ?? new Set<string>())
  const claimed = call.request.request1.user_id ?? tokenOf(facts, call)?.subject
  if (claimed !== undefined) return members.has(claimed) ? claimed : undefined
  const [only, ...others] = members
  return others.length === 0 ? only : undefined
}

function patientIn(
  facts: SendFacts,
  call: SendCall,
  { cterm_user_id }: ConversationRow,
): string | undefined {
  const token = tokenOf(facts, call)
  if (token === undefined) return cterm_user_id
  return speaksFor(facts, token, cterm_user_id) ? token.subject : undefined
}

function speaksFor(facts: SendFacts, { role, corp, subject }: TokenRow, claimed: string): boolean {
  if (subject === claimed) return true
  return role === 'patient' && facts.guardians.get(corpKey(corp, claimed)) === subject
}

function tokenOf(facts: SendFacts, { app, request }: SendCall): TokenRow | undefined {
  if (request.auth_token === undefined) return undefined
  return facts.tokens.get(corpKey(app.owns.followup_corp, request.auth_token))
}
