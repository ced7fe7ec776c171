import type { Refusal } from '@topgate/contracts'
import type { QueryHandler, QueryTools, WriteHandler } from '@topgate/engine'
import type { CallGuard, GuardTools } from './call-guard.ts'

type Values = Readonly<Record<string, unknown>>

/** What the code of the services gets from the node that it runs in. */
export type ServiceTools = QueryTools & GuardTools

/** The code that serves one API. The server starts only when services and contracts pair up. */
export interface ApiService {
  readonly handler: WriteHandler | QueryHandler
  /** Stateless rules that the contract cannot express; throws a `Refusal`. */
  readonly check?: (request: Values, nowMs: number) => void
  /** The API's own answer for a broken stateless rule, where its contract says so. */
  readonly invalid?: (refusal: Refusal) => Values
  /** Made once for each node. */
  readonly guard?: (tools: ServiceTools) => CallGuard
}
