import { Refusal } from '@topgate/contracts'
import type { Gateway, ServedApi } from '../gateway.ts'
import type { AuthenticCall } from './verify-signature.ts'

/**
 * 25 for a signature that came before with other parameters (reliability.md S1, S6). A write takes
 * its signature here, in the same step, so that two maps of one signature cannot both get through
 * while neither has ended.
 */
export function claimSignature(
  { signature, boundaries }: AuthenticCall,
  { contract }: ServedApi,
  { signatures }: Gateway,
  nowMs: number,
): void {
  if (signatures.collides(signature, boundaries)) throw new Refusal('signature-collision')
  if (contract.effect === 'write') signatures.remember(signature, boundaries, nowMs)
}
