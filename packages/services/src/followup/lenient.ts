import type { Claim } from './people.ts'
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
