import { Refusal } from '@topgate/contracts'
import type { Gateway, ServedApi } from '../gateway.ts'
import type { AuthenticCall } from './verify-signature.ts'

const sessionForm = /^[0-9A-Za-z]{16,128}$/

/**
 * The tag of the user that the call speaks for, or null without a session. 26 when the API needs
 * one; 27 for any session that is present and not good, also where none is needed.
 */
export async function openSession(
  call: AuthenticCall,
  { contract }: ServedApi,
  gateway: Gateway,
  nowMs: number,
): Promise<string | null> {
  const token = call.parameters.get('session')
  if (token === undefined) {
    if (contract.access === 'session') throw new Refusal('missing-session')
    return null
  }
  if (token === '') {
    if (contract.access === 'session') throw new Refusal('blank-session')
    return null
  }
  if (!sessionForm.test(token)) throw new Refusal('malformed-session')
  const session = await gateway.ports.sessions.find(token)
  if (session === undefined || session.revoked) throw new Refusal('unknown-session')
  if (session.appKey !== call.app.key) throw new Refusal('foreign-session')
  if (session.expiresMs <= nowMs) throw new Refusal('expired-session')
  return session.userTag
}
