import { Refusal } from '@topgate/contracts'
import type { RequestHeaders } from '../http-call.ts'

export const DRY_RUN_HEADER = 'X-Topgate-Dry-Run'
const name = DRY_RUN_HEADER.toLowerCase()

/**
 * Whether the call asks to be checked and decided without being stored. 43 for any value that is
 * neither 1 nor 0: somebody who wanted a rehearsal must not get the real thing.
 */
export function readDryRun(headers: RequestHeaders): boolean {
  const value = headers[name]
  if (value === undefined || value === '0') return false
  if (value === '1') return true
  throw new Refusal('parameter-error', { subMsg: `${DRY_RUN_HEADER} is 1 or 0` })
}
