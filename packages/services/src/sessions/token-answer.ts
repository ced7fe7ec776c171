import type { SessionUser } from './session.ts'

/** A session key and the refresh token beside it, with their ends. */
export interface TokenPair {
  readonly token: string
  readonly refresh_token: string
  readonly expires_ms: number
  readonly refresh_until_ms: number
  readonly r2_until_ms: number
  readonly w2_until_ms: number
}

export type TokenAnswer = ReturnType<typeof tokenAnswer>

/** The answer of the token step, member by member as TOP gives it (top-protocol.md section 7.2). */
export function tokenAnswer(pair: TokenPair, user: SessionUser, scope: string, nowMs: number) {
  const secondsTo = (ms: number) => Math.max(0, Math.floor((ms - nowMs) / 1000))
  const expires_in = secondsTo(pair.expires_ms)
  return {
    access_token: pair.token,
    token_type: 'Bearer',
    expires_in,
    refresh_token: pair.refresh_token,
    re_expires_in: secondsTo(pair.refresh_until_ms),
    r1_expires_in: expires_in,
    r2_expires_in: secondsTo(pair.r2_until_ms),
    w1_expires_in: expires_in,
    w2_expires_in: secondsTo(pair.w2_until_ms),
    r1_valid: pair.expires_ms,
    r2_valid: pair.r2_until_ms,
    w1_valid: pair.expires_ms,
    w2_valid: pair.w2_until_ms,
    expire_time: pair.expires_ms,
    refresh_token_valid_time: pair.refresh_until_ms,
    taobao_user_id: user.taobao_user_id,
    // Clients decode it: TOP sends it percent-encoded.
    taobao_user_nick: encodeURIComponent(user.taobao_user_nick),
    scope,
  }
}
