import type { Retry } from './api-table.ts'

const BACK_OFF_MS = 100
const BACK_OFF_FACTOR = 4
/** `after=N` and `Retry-After` beyond a day are no numbers of seconds that anybody means. */
const AFTER_CHARS_MAX = 5

/** How a try failed, as far as repeating is concerned. */
export type Failure =
  /** The platform said no, so it did not run the call, or ran it and failed. */
  | {
      readonly kind: 'refused'
      readonly retry: Retry
      readonly afterS: number | undefined
      /** The platform itself said so, for this very call. */
      readonly isHint: boolean
    }
  /** Nothing was sent. */
  | { readonly kind: 'not-sent' }
  /** Nobody knows whether the platform ran it: a time-out, a broken connection, a 502. */
  | { readonly kind: 'unknown-fate'; readonly afterS: number | undefined }
  | { readonly kind: 'final' }

export interface RetryRules {
  /**
   * What the contract says of a call whose fate is unknown. `free`: it only reads. `same-bytes`: the
   * platform knows a repeated call. `unknown`: nobody says, so it is not sent again.
   */
  readonly repeat: 'free' | 'same-bytes' | 'unknown'
  readonly triesMax: number
  readonly waitMsMax: number
}

/**
 * How long to wait before sending the same bytes again; undefined: do not. `tryNumber` counts from 1,
 * `random` is from 0 to below 1.
 */
export function decideRetry(
  failure: Failure,
  rules: RetryRules,
  tryNumber: number,
  random: number,
): number | undefined {
  if (tryNumber >= rules.triesMax) return undefined
  const backOffMs = BACK_OFF_MS * BACK_OFF_FACTOR ** (tryNumber - 1) * (0.5 + random / 2)
  const waitMs = (afterS: number | undefined) => {
    // A little later than asked for, and not all clients at once.
    const ms = afterS === undefined ? backOffMs : afterS * 1000 * (1 + random / 10)
    return ms > rules.waitMsMax ? undefined : ms
  }
  switch (failure.kind) {
    case 'not-sent':
      return waitMs(undefined)
    case 'unknown-fate':
      return rules.repeat === 'unknown' ? undefined : waitMs(failure.afterS)
    case 'refused':
      if (failure.retry === 'later' && failure.afterS !== undefined) return waitMs(failure.afterS)
      if (failure.retry !== 'same-request') return undefined
      return failure.isHint || rules.repeat !== 'unknown' ? waitMs(undefined) : undefined
    case 'final':
      return undefined
    default:
      return failure satisfies never
  }
}

/** What `X-Topgate-Retry` says; undefined where it says nothing that this version knows. */
export function readRetryHint(
  header: string | undefined,
): { readonly retry: Retry; readonly afterS: number | undefined } | undefined {
  if (header === 'never' || header === 'same-request' || header === 'new-session') {
    return { retry: header, afterS: undefined }
  }
  const afterS = header?.startsWith('after=') ? readSeconds(header.slice(6)) : undefined
  return afterS === undefined ? undefined : { retry: 'later', afterS }
}

/** Whole seconds, as `Retry-After` has them; a date is not looked at. */
export function readSeconds(text: string | undefined): number | undefined {
  if (text === undefined || text.length > AFTER_CHARS_MAX) return undefined
  return /^[0-9]+$/.test(text) ? Number(text) : undefined
}
