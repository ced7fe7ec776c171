import type { Family, FamilyRow, SessionRow, TokenFacts } from './load-tokens.ts'
import { scopesOf } from './session.ts'
import { type TokenAnswer, type TokenPair, tokenAnswer } from './token-answer.ts'
import type { TokenTrouble } from './token-refusals.ts'
import type { PresentedCode, TokenRequest } from './token-request.ts'

/** What one request changes. A refused one changes something only when a secret was used twice. */
export interface TokenChange {
  readonly issued?: {
    readonly family: Family
    readonly pair: TokenPair
    readonly token_hash: string
    readonly refresh_hash: string
  }
  readonly redeemed?: FamilyRow
  readonly refreshed?: SessionRow
  readonly revoked?: FamilyRow
}

export type TokenDecision =
  | { readonly kind: 'issued'; readonly answer: TokenAnswer; readonly change: TokenChange }
  | {
      readonly kind: 'refused'
      readonly trouble: TokenTrouble
      readonly change?: TokenChange
    }

/**
 * Pure; updates the facts. A code or refresh token counts once: who holds it out a second time may
 * be a thief or the one who was robbed, so everything that came from it ends (RFC 9700 section 4.14).
 */
export function decideToken(
  facts: TokenFacts,
  request: TokenRequest,
  nowMs: number,
): TokenDecision {
  return request.presented.kind === 'code'
    ? decideCode(facts, request, request.presented, nowMs)
    : decideRefresh(facts, request, request.presented.hash, nowMs)
}

function decideCode(
  { codes }: TokenFacts,
  request: TokenRequest,
  presented: PresentedCode,
  nowMs: number,
): TokenDecision {
  const family = codes.get(presented.hash)
  if (family === undefined || family.row.app_key !== request.app_key) return refused('unknown')
  const { row } = family
  if (row.redeemed_ms !== null) return usedAgain(family)
  if (row.revoked === 1) return refused('revoked')
  if (row.code_until_ms <= nowMs) return refused('expired')
  const { redirect_uri, challenge } = presented
  if (redirect_uri !== null && redirect_uri !== row.redirect_uri) return refused('other-redirect')
  // A verifier that nobody announced is refused too: the challenge may have been cut out on the way.
  if (challenge !== row.code_challenge) return refused('wrong-verifier')
  if (isWider(request, row)) return refused('wider-scope')
  family.row = { ...row, redeemed_ms: nowMs }
  return issue(family, request, nowMs, { redeemed: family.row })
}

function decideRefresh(
  { refreshTokens }: TokenFacts,
  request: TokenRequest,
  hash: string,
  nowMs: number,
): TokenDecision {
  const found = refreshTokens.get(hash)
  if (found === undefined || found.row.app_key !== request.app_key) return refused('unknown')
  const { row, family } = found
  if (row.refreshed_ms !== null) return usedAgain(family)
  if (row.revoked === 1 || family.row.revoked === 1) return refused('revoked')
  if ((row.refresh_until_ms ?? 0) <= nowMs) return refused('expired')
  if (isWider(request, family.row)) return refused('wider-scope')
  found.row = { ...row, refreshed_ms: nowMs }
  return issue(family, request, nowMs, { refreshed: found.row })
}

function issue(
  family: Family,
  { fresh }: TokenRequest,
  nowMs: number,
  change: TokenChange,
): TokenDecision {
  const { scope, session_ms, refresh_ms, r2_ms, w2_ms, redeemed_ms } = family.row
  const consentMs = redeemed_ms ?? nowMs
  const pair: TokenPair = {
    token: fresh.token,
    refresh_token: fresh.refresh_token,
    expires_ms: nowMs + session_ms,
    refresh_until_ms: nowMs + refresh_ms,
    r2_until_ms: consentMs + r2_ms,
    w2_until_ms: consentMs + w2_ms,
  }
  const { token_hash, refresh_hash } = fresh
  return {
    kind: 'issued',
    answer: tokenAnswer(pair, family.user, scope, nowMs),
    change: { ...change, issued: { family, pair, token_hash, refresh_hash } },
  }
}

function usedAgain(family: Family): TokenDecision {
  if (family.row.revoked === 1) return refused('used-again')
  family.row = { ...family.row, revoked: 1 }
  return { kind: 'refused', trouble: 'used-again', change: { revoked: family.row } }
}

function refused(trouble: TokenTrouble): TokenDecision {
  return { kind: 'refused', trouble }
}

function isWider({ scopes }: TokenRequest, { scope }: FamilyRow): boolean {
  const granted = scopesOf(scope)
  return scopes?.some((name) => !granted.includes(name)) ?? false
}
