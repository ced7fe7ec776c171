export type ProtocolErrorCode = 'encoding' | 'parameter'

/**
 * A request that cannot be read: thrown before anything is known about the caller, so it must stay
 * cheap. Not an Error, because a stack trace costs more than the refusal itself.
 */
export class ProtocolError {
  /** `encoding` is TOP code 47 (bytes that are not UTF-8), `parameter` is 43 (everything else). */
  readonly code: ProtocolErrorCode
  /** A short English fact for the caller. It may name a parameter and never shows a value. */
  readonly detail: string

  constructor(code: ProtocolErrorCode, detail: string) {
    this.code = code
    this.detail = detail
  }
}

const SHOWN_CHARS_MAX = 64

/**
 * A name as it may stand in a detail: at most 64 characters, and everything outside printable ASCII
 * becomes `?`, so that a look-alike letter shows and nothing can forge a log line.
 */
export function showName(name: string): string {
  return name.slice(0, SHOWN_CHARS_MAX).replace(/[^ -~]/g, '?')
}
