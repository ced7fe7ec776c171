import type {
  ApiContract,
  Leniency,
  PlatformErrorName,
  RefusalDetail,
  RequestOf,
  ResponseOf,
} from '@topgate/contracts'
import type { Transaction, Vault } from '@topgate/storage'

/** What a decision may know about the calling app. */
export interface CallerApp {
  readonly key: string
  readonly profile: 'strict' | 'lenient'
  /** What the app acts for: `charity_channel`, `insurer`, `house_partner`, `followup_corp`. */
  readonly owns: Readonly<Record<string, string>>
  readonly biz_codes: readonly string[]
}

/** One checked call on its way into the store. Plain data: it crosses into the writer thread. */
export interface WriteCall<Request = unknown> {
  /** 64-bit id of the call and of the row that it becomes. */
  readonly id: bigint
  readonly method: string
  readonly app: CallerApp
  /** Keyed tag of the Taobao user of the session, where the API needs one. */
  readonly user_tag: string | null
  readonly request: Request
  readonly received_ms: number
  readonly deadline_ms: number
  /** The digest of the call in lower-case hex, and where its parameters begin and end. */
  readonly signature: string
  readonly boundaries: string
  /** What the gateway forgave; for the flags of the row. */
  readonly forgiven?: readonly Leniency[] | undefined
}

/** What `decide` says about one call. */
export type Decision<Answer, Change> =
  /** Has an effect: saved first, answered after COMMIT. */
  | {
      readonly kind: 'accept'
      readonly answer: Answer
      readonly change: Change
      /** What the decision itself forgave a lenient app. */
      readonly forgiven?: readonly Leniency[] | undefined
    }
  /** Nothing to save: a replay with its first answer, or a decline in the API's own shape. */
  | { readonly kind: 'settle'; readonly answer: Answer; readonly first: boolean }
  | {
      readonly kind: 'refuse'
      readonly refusal: PlatformErrorName
      readonly detail: RefusalDetail
      /** What is saved although the call is refused, such as that a secret was used twice. */
      readonly change?: Change | undefined
    }

export function accept<Answer, Change>(
  answer: Answer,
  change: Change,
  forgiven?: readonly Leniency[],
): Decision<Answer, Change> {
  return { kind: 'accept', answer, change, forgiven }
}

/** The call repeats one that took effect: it gets the first answer. */
export function replay<Answer>(answer: Answer): Decision<Answer, never> {
  return { kind: 'settle', answer, first: false }
}

/** The state says no, in the API's own documented shape. Nothing is remembered. */
export function decline<Answer>(answer: Answer): Decision<Answer, never> {
  return { kind: 'settle', answer, first: true }
}

export function refuse<Change = never>(
  refusal: PlatformErrorName,
  detail: RefusalDetail = {},
  change?: Change,
): Decision<never, Change> {
  return { kind: 'refuse', refusal, detail, change }
}

/**
 * The three functions of a write; the engine does the rest.
 * - `load`: everything that the decisions of this batch need, one query per table.
 * - `decide`: pure and synchronous. Facts and one call in; the answer and the change out, and the
 *   facts updated, so that the next call of the batch sees what this one decided.
 * - `save`: all rows of the batch, one statement per table. Sealing happens here.
 */
export interface WriteSteps<Request, Answer, Facts, Change> {
  load(tx: Transaction, calls: readonly WriteCall<Request>[], vault: Vault): Promise<Facts>
  decide(facts: Facts, call: WriteCall<Request>, nowMs: number): Decision<Answer, Change>
  save(tx: Transaction, changes: readonly Change[], vault: Vault): Promise<void>
}

/** A write whose facts and changes only its own steps understand. */
export interface WriteHandler {
  readonly method: string
  readonly steps: WriteSteps<unknown, unknown, unknown, unknown>
  readonly prepare?: Prepare<unknown, unknown>
}

/**
 * Stateless work on a request before it is queued: throws a `Refusal` for what breaks a rule, and
 * returns what the steps work on, as plain data. For requests that cost too much to judge twice.
 */
export type Prepare<Request, Prepared> = (request: Request, nowMs: number) => Prepared

/** Binds the steps of a write to its contract; request and answer have the contract's types. */
export function implementWrite<A extends ApiContract, Facts, Change>(
  api: A,
  steps: WriteSteps<RequestOf<A>, ResponseOf<A>, Facts, Change>,
): WriteHandler {
  // The engine pairs every `decide` and `save` with the facts and changes of the same steps.
  return { method: api.method, steps: steps as WriteHandler['steps'] }
}

/** A write whose steps work on what `prepare` made of the request. */
export function implementPreparedWrite<A extends ApiContract, Prepared, Facts, Change>(
  api: A,
  prepare: Prepare<RequestOf<A>, Prepared>,
  steps: WriteSteps<Prepared, ResponseOf<A>, Facts, Change>,
): WriteHandler {
  return {
    method: api.method,
    steps: steps as WriteHandler['steps'],
    prepare: prepare as Prepare<unknown, unknown>,
  }
}

/** A write of the platform itself, such as binding a user: same engine, no contract. */
export function internalWrite<Request, Answer, Facts, Change>(
  name: string,
  steps: WriteSteps<Request, Answer, Facts, Change>,
): WriteHandler {
  return { method: name, steps: steps as WriteHandler['steps'] }
}

/** What became of a call. `failed` is our own side; `refused` carries a platform error. */
export type Outcome =
  | {
      readonly kind: 'answered'
      readonly answer: unknown
      readonly effect: 'new' | 'none'
      readonly forgiven?: readonly Leniency[] | undefined
    }
  | {
      readonly kind: 'refused'
      readonly refusal: PlatformErrorName
      readonly detail: RefusalDetail
    }
  | { readonly kind: 'failed'; readonly reason: FailureReason }

export type FailureReason =
  /** The queue is full: refused before it started. */
  | 'busy'
  /** Did not end in time. Unstarted, or the outcome is unknown. */
  | 'timeout'
  | 'storage-full'
  | 'storage-unavailable'
  /** COMMIT was sent and its answer never came. */
  | 'unknown-outcome'
  /** A defect of ours; the log has the cause. */
  | 'defect'
