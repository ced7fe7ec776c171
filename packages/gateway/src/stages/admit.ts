import { Refusal } from '@topgate/contracts'
import type { Gateway } from '../gateway.ts'
import type { AuthenticCall } from './verify-signature.ts'

/**
 * 7 for an app above its limits. Counted only after the signature is right, or anyone could use up
 * the limits of an app whose key he knows. Clients read the number out of the text.
 */
export function admit(call: AuthenticCall, gateway: Gateway, nowMs: number): void {
  const waitS = gateway.ports.quotas.take(call.app, nowMs)
  if (waitS === undefined) return
  throw new Refusal('app-call-limited', {
    subMsg: `This ban will last for ${waitS} more seconds`,
    retryAfterS: waitS,
  })
}
