import { BEIJING_OFFSET_MS } from '@topgate/contracts'

const DAY_MS = 24 * 60 * 60_000

/** The Beijing day of an instant, counted from 1970-01-01: limits start anew at 00:00 GMT+8. */
export function dayOf(nowMs: number): number {
  return Math.floor((nowMs + BEIJING_OFFSET_MS) / DAY_MS)
}

/** Milliseconds until the next Beijing day begins. */
export function msToMidnight(nowMs: number): number {
  return DAY_MS - ((nowMs + BEIJING_OFFSET_MS) % DAY_MS)
}
