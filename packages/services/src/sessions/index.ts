/** Session keys: what a user allows an app, the tokens that follow from it, and their ends. */

export { type Consent, type ConsentTerms, grantAccess } from './grant-access.ts'
export { issueToken, type TokenOutcome } from './issue-token.ts'
export { type AccessView, listSessions } from './list-sessions.ts'
export {
  findSession,
  type NewSession,
  putSessions,
  type SessionUser,
  taobaoUserTag,
} from './session.ts'
export { SESSION_DAYS, sessionOperations } from './session-operations.ts'
export { familiesMigration } from './tables.ts'
export { createAuthToken } from './taobao.top.auth.token.create.ts'
export { refreshAuthToken } from './taobao.top.auth.token.refresh.ts'
export { type TokenTrouble, tokenRefusals } from './token-refusals.ts'
export {
  freshTokens,
  presentCode,
  presentRefreshToken,
  type TokenRequest,
} from './token-request.ts'
export { hashToken, newCode } from './token-text.ts'
export { isUserId, NICK_CHARS_MAX } from './user-form.ts'
