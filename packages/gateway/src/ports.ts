import type { FlowClass, Leniency, PackageName, Refusal } from '@topgate/contracts'
import type { Digests, Parameters, SignMethod } from '@topgate/protocol'
import type { Evidence } from './evidence.ts'
import type { Rates } from './flow/limiter.ts'
import type { RequestHeaders } from './http-call.ts'
import type { LoadLevel } from './overload/index.ts'

type Values = Readonly<Record<string, unknown>>

/** What the gateway needs from outside. The composition root plugs the rest of the platform in. */
export interface GatewayPorts {
  readonly apps: AppDirectory
  readonly sessions: SessionDirectory
  readonly quotas: Quotas
  readonly load: LoadState
  readonly handlers: HandlerTable
  readonly bulk: BulkReader
  readonly journal: Journal
  readonly digests: Digests
  nowMs(): number
  /** Time that never steps back, in milliseconds, for durations. */
  elapsedMs(): number
  nextId(): bigint
  /** Something that must not happen did; for the log of the operators. */
  onDefect(error: unknown, requestId: string): void
}

/** A registered app as the stages see it. */
export interface App {
  readonly key: string
  readonly name: string
  readonly status: 'enabled' | 'disabled'
  /** `test`: only APIs that need no package. */
  readonly group: 'formal' | 'test'
  /** Live secrets: one, or two during a rotation. */
  readonly secrets: readonly string[]
  /** When the second one ends; null: no end is set. */
  readonly previousUntilMs: number | null
  /** The one before, after its time: it opens nothing, and tells who still signs with it. */
  readonly retiredSecret?: string
  readonly minSignMethod: SignMethod
  readonly profile: 'strict' | 'lenient'
  /** Null: neither rate nor daily limit, nor one of calls under way. */
  readonly limits: AppLimits | null
  readonly grants: ReadonlyMap<PackageName, Grant>
  /** Addresses that may call; empty: all. */
  readonly allows: AddressList | null
  readonly owns: Readonly<Record<string, string>>
  readonly biz_codes: readonly string[]
  /** Where users may return to after they were asked; for the pages of OAuth. */
  readonly redirectUris: readonly string[]
}

export interface AppLimits extends Rates {
  /** Of single APIs, by method. */
  readonly perApi: ReadonlyMap<string, Rates>
  /** Of each user whose session the app uses. */
  readonly perUser: Rates
  /** Calls under way at a time; absent: as the node allows every app. */
  readonly inFlight?: number | undefined
}

export interface Grant {
  readonly approved: boolean
  readonly expiresMs: number | null
  /** It was asked for, and nobody has decided yet. */
  readonly requested: boolean
}

export interface AddressList {
  readonly patterns: readonly string[]
  holds(address: string): boolean
}

export interface AppDirectory {
  find(appKey: string): Promise<App | undefined>
}

export interface Session {
  readonly appKey: string
  readonly userTag: string
  readonly expiresMs: number
  readonly revoked: boolean
  /** Packages that the user has allowed; null: all that the app has. */
  readonly scopes: readonly string[] | null
  /** When the security classes r2 and w2 end; null: with the session. */
  readonly r2UntilMs: number | null
  readonly w2UntilMs: number | null
}

export interface SessionDirectory {
  find(token: string): Promise<Session | undefined>
}

/**
 * What is limited: an app, one API of an app, an API over all apps; a user within an app, or a user
 * at an API.
 */
export type LimitScope = 'app' | 'app-api' | 'api' | 'session' | 'user'

export interface Limited {
  readonly scope: LimitScope
  /** Seconds to wait, at least one. */
  readonly waitS: number
}

export interface Quotas {
  /** Counts one call; undefined when it may go on, else which limit is used up. */
  take(app: App, method: string, nowMs: number): Limited | undefined
  /** The same for the user whose session the call brought, who is known later. */
  takeOfUser(app: App, method: string, userTag: string, nowMs: number): Limited | undefined
}

/** How much this node has to do, and which calls it refuses for it. */
export interface LoadState {
  readonly level: LoadLevel
  /** New connections are not taken at the moment. */
  readonly isClosed: boolean
  /** Whether a call of this app from this address may go on. */
  admits(flowClass: FlowClass, appKey: string, peer: string): boolean
}

/** A call that passed every stage, on its way to the code that serves it. */
export interface ReadyCall {
  readonly id: bigint
  readonly app: App
  readonly userTag: string | null
  readonly request: Values
  readonly receivedMs: number
  /** When the request ends that the call is a part of, if that has a time of its own. */
  readonly endsMs?: number | undefined
  readonly signature: string
  readonly boundaries: string
  readonly peer: string
  /** To be decided, and not stored. */
  readonly dryRun: boolean
  /** What the stages forgave a lenient app. */
  readonly forgiven?: readonly Leniency[] | undefined
}

export interface Handled {
  readonly answer: Values
  /** Whether this call changed something. */
  readonly effect: 'new' | 'none'
  /** What the decision forgave on top. */
  readonly forgiven?: readonly Leniency[] | undefined
}

export interface Handler {
  /** Resolves with the API's own answer, or rejects with a `Refusal`. */
  run(call: ReadyCall): Promise<Handled>
  /**
   * Stateless rules that a contract cannot express; throws a `Refusal`. Returns the request in the
   * form that `run` takes.
   */
  prepare?(request: Values, nowMs: number): Values
  /** The answer for a broken rule, for APIs that tell it in their own shape. */
  invalid?(refusal: Refusal): Values
}

/** Reads the large calls, away from the event loop that serves all others. */
export interface BulkReader {
  /**
   * Binds the parameters by the contract and prepares the request; rejects with a `Refusal`. What
   * is forgiven is added to `forgiven`; undefined for a strict app.
   */
  read(
    method: string,
    parameters: Parameters,
    nowMs: number,
    forgiven: Leniency[] | undefined,
  ): Promise<Values>
}

export interface HandlerTable {
  get(method: string): Handler
}

/** One line per call. Never personal data: sizes, codes and times only. */
export interface JournalEntry {
  readonly id: bigint
  readonly app_key: string
  readonly method: string
  readonly received_ms: number
  readonly duration_us: number
  readonly bytes_in: number
  readonly bytes_out: number
  /** Platform code; 0 when the API itself answered. */
  readonly code: number
  /** `sub_code`, or the API's own code when it declined. */
  readonly sub_code: string
  readonly success: boolean
  /** The signature was right: such rows are kept, others are only counted and sampled. */
  readonly authentic: boolean
  /** The call asked to be decided and not stored. */
  readonly dryRun: boolean
  /** The profile of the app that signed; `none` before that is known. */
  readonly app_class: App['profile'] | 'none'
  /** Of the request, for whoever goes on with a trace of the caller. Never kept. */
  readonly headers: RequestHeaders
  /**
   * What a call that did not succeed looked like, masked. Made when it is asked for: under load
   * nobody does.
   */
  readonly evidence: (() => Evidence | null) | undefined
}

export interface Journal {
  record(entry: JournalEntry): void
}
