import { type PlatformErrorName, Refusal } from '@topgate/contracts'
import type { Parameters } from '@topgate/protocol'
import type { Gateway, ServedApi } from '../gateway.ts'
import type { App, LimitScope } from '../ports.ts'
import type { AuthenticCall } from './verify-signature.ts'

/** 7 for an address from which too many calls were refused, before anything of the call is read. */
export function admitSource(peer: string, { sources }: Gateway, nowMs: number): void {
  const waitS = sources.waitS(peer, nowMs)
  if (waitS !== undefined) throw banned('source-call-limited', waitS)
}

/**
 * 10 for a call that the node sheds under load: before its signature is computed, which is most of
 * what a refusal would cost. A repeat of a write that was accepted is cheap and ends somebody's
 * retries; it is never shed.
 */
export function admitLoad(
  app: App,
  { contract }: ServedApi,
  parameters: Parameters,
  { ports, signatures }: Gateway,
  id: bigint,
  peer: string,
): void {
  if (ports.load.admits(contract.flowClass, app.key, peer)) return
  if (signatures.boundariesOf(parameters.get('sign')?.toLowerCase() ?? '') !== undefined) return
  // Callers come back at different times.
  const waitS = 1n + (id % 5n)
  throw new Refusal('service-unavailable', {
    subMsg: `系统繁忙，请求没有执行，请等待 ${waitS} 秒后原样重试`,
    retryAfterS: 1,
  })
}

const refusals: Readonly<Record<LimitScope, PlatformErrorName>> = {
  app: 'app-call-limited',
  'app-api': 'app-api-call-limited',
  api: 'api-call-limited',
  session: 'session-call-limited',
  user: 'user-call-limited',
}

/**
 * 7 above a limit, or with too many calls of the app under way. Counted only after the signature is
 * right, or anyone could use up the limits of an app whose key he knows. What it lets in ends with
 * `inFlight.leave`.
 */
export function admit(
  { app }: AuthenticCall,
  { contract }: ServedApi,
  { ports, inFlight }: Gateway,
  nowMs: number,
): void {
  const full = inFlight.enter(app, contract, ports.load.level)
  if (full === 'node') throw new Refusal('service-unavailable', { retryAfterS: 1 })
  if (full !== undefined) throw banned(refusals[full], 1)
  const limited = ports.quotas.take(app, contract.method, nowMs)
  if (limited === undefined) return
  inFlight.leave(app, contract)
  throw banned(refusals[limited.scope], limited.waitS)
}

/** 5 or 4 for a user who called more often than the app or the API allows each of its users. */
export function admitUser(
  { app }: AuthenticCall,
  userTag: string,
  { contract }: ServedApi,
  { ports }: Gateway,
  nowMs: number,
): void {
  const limited = ports.quotas.takeOfUser(app, contract.method, userTag, nowMs)
  if (limited !== undefined) throw banned(refusals[limited.scope], limited.waitS)
}

/** Clients read the number out of the text, with the words around it. */
function banned(name: PlatformErrorName, waitS: number): Refusal {
  return new Refusal(name, {
    subMsg: `This ban will last for ${waitS} more seconds`,
    retryAfterS: waitS,
  })
}
