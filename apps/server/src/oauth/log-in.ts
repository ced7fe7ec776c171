import { isUserId, NICK_CHARS_MAX, type SessionUser } from '@topgate/services'
import type { Vault } from '@topgate/storage'
import { errors, jwtVerify } from 'jose'
import type { LogInSettings } from '../config.ts'
import type { Visitor } from './visitor-cookie.ts'

/** The owner's own site logs users in and says who they are. */
export interface LogIn {
  /** Where the user goes to log in. */
  addressFor(query: string, visitor: Visitor): string
  /** The user of a proof of the owner's site; undefined when it is not good for this browser. */
  verify(
    proof: string,
    query: string,
    visitor: Visitor,
    nowMs: number,
  ): Promise<SessionUser | undefined>
}

/** `aud` of the proofs, so that one that was made for something else opens nothing here. */
const LOG_IN_AUDIENCE = 'topgate'
const PROOF_AGE_MAX = '5m'
const CLOCK_TOLERANCE_S = 60
const PROOF_CHARS_MAX = 4_096

/**
 * A hand-over with a JSON Web Token, signed with a key that only the owner's site and the platform
 * have. Its `nonce` is bound to the browser and the request: a proof that is stolen or planted opens
 * nothing in another one (CWE-352, log-in CSRF).
 */
export function createLogIn({ url, key }: LogInSettings, vault: Vault): LogIn {
  const nonceOf = (query: string, { id }: Visitor) => vault.tag('oauth log-in', `${id} ${query}`)
  return {
    addressFor(query, visitor) {
      const address = new URL(url)
      address.searchParams.set('request', Buffer.from(query).toString('base64url'))
      address.searchParams.set('nonce', nonceOf(query, visitor))
      return address.href
    },

    async verify(proof, query, visitor, nowMs) {
      if (proof.length > PROOF_CHARS_MAX) return undefined
      try {
        const { payload } = await jwtVerify(proof, key, {
          algorithms: ['HS256'],
          audience: LOG_IN_AUDIENCE,
          requiredClaims: ['sub', 'iat', 'nonce'],
          maxTokenAge: PROOF_AGE_MAX,
          clockTolerance: CLOCK_TOLERANCE_S,
          currentDate: new Date(nowMs),
        })
        if (payload.nonce !== nonceOf(query, visitor)) return undefined
        return userOf(payload.sub ?? '', payload.nick ?? '')
      } catch (error) {
        if (error instanceof errors.JOSEError) return undefined
        throw error
      }
    },
  }
}

/** The query that `addressFor` has packed. */
export function unpackQuery(request: string): string {
  return Buffer.from(request, 'base64url').toString('utf8')
}

function userOf(id: string, nick: unknown): SessionUser | undefined {
  const isNick =
    typeof nick === 'string' && [...nick].length <= NICK_CHARS_MAX && !/\p{C}/u.test(nick)
  if (!isUserId(id) || !isNick) return undefined
  return { taobao_user_id: id, taobao_user_nick: nick === '' ? id : nick }
}
