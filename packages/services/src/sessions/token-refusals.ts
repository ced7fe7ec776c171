import type { Bilingual } from '@topgate/contracts'

/** Why a code or refresh token gives no session key. */
export type TokenTrouble =
  | 'unknown'
  | 'expired'
  | 'used-again'
  | 'revoked'
  | 'other-redirect'
  | 'wrong-verifier'
  | 'wider-scope'

interface TokenRefusal {
  /** `error` of RFC 6749 section 5.2. */
  readonly error: 'invalid_grant' | 'invalid_scope'
  /** The English is its `error_description`: ASCII without quotation marks. */
  readonly about: Bilingual
}

function invalidGrant(zh: string, en: string): TokenRefusal {
  return { error: 'invalid_grant', about: { zh, en } }
}

/** Another app's code or token is told from an unknown one by nothing. */
export const tokenRefusals: Readonly<Record<TokenTrouble, TokenRefusal>> = {
  unknown: invalidGrant(
    '不存在，或不是发给此应用的；请用户重新授权',
    'Unknown, or issued to another app. Ask the user to authorise again.',
  ),
  expired: invalidGrant(
    '已过期；请用户重新授权',
    'It has expired. Ask the user to authorise again.',
  ),
  'used-again': invalidGrant(
    '已被使用过；为安全起见，由此得到的所有 SessionKey 均已作废，请用户重新授权',
    'It was used before. All session keys that came from it are revoked: ask the user to authorise again.',
  ),
  revoked: invalidGrant(
    '授权已被取消；请用户重新授权',
    'The authorisation was revoked. Ask the user to authorise again.',
  ),
  'other-redirect': invalidGrant(
    'redirect_uri 与请求授权时不同',
    'redirect_uri is not the one that the code was sent to.',
  ),
  'wrong-verifier': invalidGrant(
    'code_verifier 与请求授权时的 code_challenge 不符，或缺失，或多余',
    'code_verifier does not fit the code_challenge of the authorisation, is missing, or was not announced.',
  ),
  'wider-scope': {
    error: 'invalid_scope',
    about: {
      zh: 'scope 超出用户的授权',
      en: 'scope asks for more than the user has granted.',
    },
  },
}
