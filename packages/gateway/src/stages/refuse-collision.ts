import { Refusal } from '@topgate/contracts'
import type { Gateway } from '../gateway.ts'
import type { AuthenticCall } from './verify-signature.ts'

/** 25 for a signature that was accepted before with other parameters (reliability.md S1, S6). */
export function refuseCollision(call: AuthenticCall, gateway: Gateway): void {
  if (gateway.signatures.collides(call.signature, call.boundaries)) {
    throw new Refusal('signature-collision')
  }
}
