import { platformErrors, Refusal } from '@topgate/contracts'
import type { Gateway, ServedApi } from '../gateway.ts'
import type { AuthenticCall } from './verify-signature.ts'

/** What a write holds while it runs. A call that comes to nothing gives it back. */
export interface SignatureClaim {
  release(): void
  /** Keeps it after an error that leaves open whether the write took effect. */
  releaseAfter(error: unknown): void
}

const nothingClaimed: SignatureClaim = { release() {}, releaseAfter() {} }

/**
 * 25 for a signature that came before with other parameters (reliability.md S1, S6). A write takes
 * its signature here, in one step, so that two maps of one signature cannot both get through while
 * neither has ended. Only accepted writes keep it: else a changed copy that is sent first and
 * refused would shut out the honest call. A dry run takes nothing: the same request may follow.
 * For a lenient app reads count too: names that nobody declared could take bytes of any other.
 */
export function claimSignature(
  { app, signature, boundaries }: AuthenticCall,
  { contract }: ServedApi,
  { signatures }: Gateway,
  nowMs: number,
  dryRun: boolean,
): SignatureClaim {
  const seen = signatures.boundariesOf(signature)
  if (seen !== undefined && seen !== boundaries) throw new Refusal('signature-collision')
  const isClaimed = contract.effect === 'write' || app.profile === 'lenient'
  if (dryRun || seen !== undefined || !isClaimed) return nothingClaimed
  signatures.remember(signature, boundaries, nowMs)
  const release = () => signatures.forget(signature)
  return {
    release,
    releaseAfter(error) {
      if (error instanceof Refusal && platformErrors[error.name].retry !== 'same-request') release()
    },
  }
}
