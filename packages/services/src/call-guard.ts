import type { WriteCall } from '@topgate/engine'
import type { Database } from '@topgate/storage'

type Values = Readonly<Record<string, unknown>>

/**
 * Stands before the writes of one API, in the memory of one node: it may refuse a call that is fine
 * by itself because of those before it.
 */
export interface CallGuard {
  /** Rejects with a `Refusal`, or resolves with what watches the answer. */
  admit(call: WriteCall): Promise<AnswerWatch>
}

export type AnswerWatch = (answer: Values) => void

/** What a guard gets from the node that it stands in. */
export interface GuardTools {
  /** For reads. */
  readonly db: Database
  nowMs(): number
  /** Keeps what `read` says about a key for a few seconds. Bounded. */
  directory<T>(read: (key: string) => Promise<T | undefined>): {
    find(key: string): Promise<T | undefined>
  }
  /** Tells the operators; never personal data. */
  alert(message: string, facts: object): void
}
