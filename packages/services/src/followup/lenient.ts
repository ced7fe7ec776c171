import type { Leniency } from '@topgate/contracts'
import { CONTENT_RULE, UNKNOWN_TYPE } from './chat-content.ts'
import type { NewMessage } from './message-store.ts'
import { type Claim, corpKey, type People } from './people.ts'
import type { ConversationRow } from './tables.ts'

/**
 * What a lenient app meets instead of SESSION_NOT_FOUND: an open conversation of a group that
 * everybody belongs to, between the people whom its first message names. It is stored with that
 * message. Tokens that nobody issued count as none, content that breaks a rule beyond the page is
 * kept and flagged.
 */
const UNNAMED_DOCTOR = '9000000000000001'
const UNNAMED_PATIENT = '9000000000000002'

export function lenientConversation(claim: Claim): ConversationRow {
  return {
    corp: claim.corp,
    session_id: claim.session_id,
    kind: 'GROUP',
    bterm_user_id: claim.bterm_user_id ?? claim.user_id ?? UNNAMED_DOCTOR,
    cterm_user_id: claim.cterm_user_id ?? UNNAMED_PATIENT,
    state: 'OPEN',
    closed_reason: null,
    head_stamp: 0,
    content_key: null,
  }
}

/** What the answer to a lenient app names. */
export function forgivenIn(
  { conversations, members }: People,
  { conversation, sender_id, rs_type, content_type, flags }: NewMessage,
): Leniency[] {
  const { corp, session_id, kind, bterm_user_id } = conversation
  const made: Leniency[] = []
  if (!conversations.has(corpKey(corp, session_id))) {
    made.push('created-on-first-use:session_id')
  } else if (rs_type === '2' && kind === 'GROUP') {
    const isKnown = members.get(corpKey(corp, bterm_user_id))?.has(sender_id) ?? false
    if (!isKnown) made.push('created-on-first-use:user_id')
  }
  if (content_type === UNKNOWN_TYPE) made.push('unknown-content:content')
  if (flags.includes(CONTENT_RULE)) made.push('grammar:content')
  return made
}
