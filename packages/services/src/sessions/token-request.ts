import { hash } from 'node:crypto'
import { hashToken, newToken } from './token-text.ts'

/** What an app holds out for a session key. Nothing of it is kept in clear. */
export type PresentedToken = PresentedCode | PresentedRefreshToken

export interface PresentedCode {
  readonly kind: 'code'
  readonly hash: string
  /** Null where the way in has none: there the signature of the app stands for it. */
  readonly redirect_uri: string | null
  /** S256 of the verifier; null without one. */
  readonly challenge: string | null
}

export interface PresentedRefreshToken {
  readonly kind: 'refresh_token'
  readonly hash: string
}

export interface TokenRequest {
  readonly app_key: string
  readonly presented: PresentedToken
  /** Names of packages; null: as many as were granted. */
  readonly scopes: readonly string[] | null
  /** What will be issued if nothing speaks against it; made here, because decisions have no chance. */
  readonly fresh: FreshTokens
}

interface FreshTokens {
  readonly token: string
  readonly token_hash: string
  readonly refresh_token: string
  readonly refresh_hash: string
}

export function presentCode(
  code: string,
  redirect_uri: string | null,
  verifier: string | undefined,
): PresentedCode {
  const challenge = verifier === undefined ? null : hash('sha256', verifier, 'base64url')
  return { kind: 'code', hash: hashToken(code), redirect_uri, challenge }
}

export function presentRefreshToken(token: string): PresentedRefreshToken {
  return { kind: 'refresh_token', hash: hashToken(token) }
}

export function freshTokens(): FreshTokens {
  const [token, refresh_token] = [newToken(), newToken()]
  return {
    token,
    token_hash: hashToken(token),
    refresh_token,
    refresh_hash: hashToken(refresh_token),
  }
}
