import { type PlatformErrorName, Refusal } from '@topgate/contracts'
import type { Gateway } from '../gateway.ts'
import type { AuthenticCall } from './verify-signature.ts'

/** 7 for an address from which too many calls were refused, before anything of the call is read. */
export function admitSource(peer: string, { sources }: Gateway, nowMs: number): void {
  const waitS = sources.waitS(peer, nowMs)
  if (waitS !== undefined) throw banned('source-call-limited', waitS)
}

/**
 * 7 for an app above its limits. Counted only after the signature is right, or anyone could use up
 * the limits of an app whose key he knows.
 */
export function admit(call: AuthenticCall, gateway: Gateway, nowMs: number): void {
  const waitS = gateway.ports.quotas.take(call.app, nowMs)
  if (waitS !== undefined) throw banned('app-call-limited', waitS)
}

/** Clients read the number out of the text, with the words around it. */
function banned(name: PlatformErrorName, waitS: number): Refusal {
  return new Refusal(name, {
    subMsg: `This ban will last for ${waitS} more seconds`,
    retryAfterS: waitS,
  })
}
