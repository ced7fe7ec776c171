import type { PlatformErrorName } from './errors.ts'
import type { Leniency } from './leniency.ts'
import type { SignatureMistake } from './signature-mistakes.ts'

export interface RefusalDetail {
  /** What 40 and 41 append to `msg`: the parameter, nested members with the dotted path. */
  readonly argument?: string
  /** Replaces the text for the caller; the catalogue's remedy otherwise. */
  readonly subMsg?: string
  /** Seconds after which the caller may try again. */
  readonly retryAfterS?: number
  /** What the client seems to have done wrong when it signed; for whoever the app belongs to. */
  readonly mistake?: SignatureMistake
  /** The leniency that led to this refusal, such as a failure that the caller asked for. */
  readonly forgiven?: readonly Leniency[]
}

/**
 * A call that is refused, thrown by the stage that found out. Not an `Error`: refusals are expected
 * and frequent, and building a stack trace for each would be the most costly part of refusing.
 */
export class Refusal {
  readonly name: PlatformErrorName
  readonly detail: RefusalDetail

  constructor(name: PlatformErrorName, detail: RefusalDetail = {}) {
    this.name = name
    this.detail = detail
  }
}

/**
 * The breach of a stateless rule. The text starts with 非法参数, as all five pages print, names the
 * field and says what to send.
 */
export function invalidParameter(field: string, advice: string): Refusal {
  return new Refusal('invalid-parameter', {
    subMsg: `非法参数：${field} ${advice}`,
    argument: field,
  })
}
