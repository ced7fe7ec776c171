import {
  type ApiContract,
  type Leniency,
  type PlatformErrorName,
  Refusal,
} from '@topgate/contracts'
import type { Gateway, ServedApi } from '../gateway.ts'
import type { App, Session } from '../ports.ts'
import type { AuthenticCall } from './verify-signature.ts'

const sessionForm = /^[0-9A-Za-z]{16,128}$/

/**
 * The tag of the user that the call speaks for, or null without a session. 26 when the API needs
 * one; 27 for any session that is present and not good, also where none is needed, unless the app
 * is lenient; 12 and 53 when the user has not allowed what the API needs, or too long ago.
 */
export async function openSession(
  call: AuthenticCall,
  { contract }: ServedApi,
  gateway: Gateway,
  nowMs: number,
  forgiven?: Leniency[],
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
  const session = await findSession(token, call.app, gateway, nowMs)
  if (typeof session !== 'string') {
    if (contract.access === 'session') checkConsent(session, contract, nowMs)
    return session.userTag
  }
  if (forgiven === undefined || contract.access === 'session') throw new Refusal(session)
  forgiven.push('session-ignored')
  return null
}

function checkConsent(
  session: Session,
  { package: name, securityClass }: ApiContract,
  nowMs: number,
) {
  const { scopes, r2UntilMs, w2UntilMs } = session
  if (scopes !== null && name !== null && !scopes.includes(name)) {
    throw new Refusal('user-not-permitted', {
      subMsg: `用户授权的范围不含 ${name}，请以 scope=${name} 请用户重新授权`,
    })
  }
  const untilMs = { r1: null, w1: null, r2: r2UntilMs, w2: w2UntilMs }[securityClass]
  if (untilMs !== null && untilMs <= nowMs) throw new Refusal('consent-too-old')
}

/** The session, or why it is none. */
async function findSession(
  token: string,
  app: App,
  gateway: Gateway,
  nowMs: number,
): Promise<Session | PlatformErrorName> {
  if (!sessionForm.test(token)) return 'malformed-session'
  const session = await gateway.ports.sessions.find(token)
  if (session === undefined || session.revoked) return 'unknown-session'
  if (session.appKey !== app.key) return 'foreign-session'
  return session.expiresMs <= nowMs ? 'expired-session' : session
}
