import type { ApiContract, RequestOf, ResponseOf } from '@topgate/contracts'
import type { Database, Vault } from '@topgate/storage'
import type { CallerApp } from './write.ts'

/** What a reading API may know about its call. */
export interface QueryCall<Request = unknown> {
  readonly app: CallerApp
  readonly request: Request
  readonly received_ms: number
  /** The address that the caller is seen with. */
  readonly peer: string
}

/** What a reading API gets to read with. Reads never pass through the writer. */
export interface QueryTools {
  readonly db: Pick<Database, 'all' | 'read'>
  readonly vault: Vault
  /** The wall clock, for stored times. */
  nowMs(): number
  /** Time that never steps back, in milliseconds, for durations. */
  elapsedMs(): number
  /** Resolves after so many milliseconds. */
  pause(ms: number): Promise<void>
  /** Tells the operators; never personal data. */
  alert(message: string, facts: object): void
  /** The node drains: whoever waits for something answers now. */
  isClosing(): boolean
}

type Answer<Request, Response> = (call: QueryCall<Request>) => Response | Promise<Response>

/** A reading API. */
export interface QueryHandler {
  readonly method: string
  /** Called once, when the node starts: what the API keeps in memory lives in what this returns. */
  open(tools: QueryTools): Answer<unknown, unknown>
}

/** A query that needs nothing but its call. */
export function implementQuery<A extends ApiContract>(
  api: A,
  answer: Answer<RequestOf<A>, ResponseOf<A>>,
): QueryHandler {
  return implementReading(api, () => answer)
}

/** A query that reads the store, or keeps something in memory. */
export function implementReading<A extends ApiContract>(
  api: A,
  open: (tools: QueryTools) => Answer<RequestOf<A>, ResponseOf<A>>,
): QueryHandler {
  return { method: api.method, open: open as QueryHandler['open'] }
}
