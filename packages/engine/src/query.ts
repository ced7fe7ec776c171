import type { ApiContract, RequestOf, ResponseOf } from '@topgate/contracts'
import type { CallerApp } from './write.ts'

/** What a reading API may know about its call. */
export interface QueryCall<Request = unknown> {
  readonly app: CallerApp
  readonly request: Request
  readonly received_ms: number
  /** The address that the caller is seen with. */
  readonly peer: string
}

/** A reading API. Reads never pass through the writer. */
export interface QueryHandler {
  readonly method: string
  readonly answer: (call: QueryCall) => unknown
}

export function implementQuery<A extends ApiContract>(
  api: A,
  answer: (call: QueryCall<RequestOf<A>>) => ResponseOf<A> | Promise<ResponseOf<A>>,
): QueryHandler {
  return { method: api.method, answer: answer as QueryHandler['answer'] }
}
