import type { ApiContract, RequestOf } from '@topgate/contracts'

/** Rules over one request that its contract cannot express. Runs before the engine is reached. */
export interface CheckHandler {
  readonly method: string
  /** Throws a `Refusal` that names the field. Looks at nothing but the request and the clock. */
  readonly check: (request: unknown, nowMs: number) => void
}

export function implementCheck<A extends ApiContract>(
  api: A,
  check: (request: RequestOf<A>, nowMs: number) => void,
): CheckHandler {
  // The binder has made the request by the same contract before it comes here.
  return { method: api.method, check: check as CheckHandler['check'] }
}
