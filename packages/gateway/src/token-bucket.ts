import { BEIJING_OFFSET_MS } from '@topgate/contracts'
import type { App, Limited, LimitScope, Quotas } from './ports.ts'

/** What the store knows about limits, at hand without waiting. */
export interface KnownLimits {
  /** Calls of the app on this Beijing day before this process counted. */
  usedBefore(appKey: string, day: number): number
  /** Calls a second of an API over all apps; undefined: no limit. */
  apiPerSecond?(method: string): number | undefined
}

/** What may still be called at once, refilled at an even pace. */
interface Bucket {
  tokens: number
  filledMs: number
}

interface DayCount {
  day: number
  used: number
  /** Calls of `day` that `takeUse` has not handed out yet. */
  unsaved: number
}

const DAY_MS = 24 * 60 * 60_000
/** Honest clients that send exactly at their limit are not refused for a few milliseconds. */
const TOLERANCE = 1.05

/** The Beijing day of an instant, counted from 1970-01-01: limits start anew at 00:00 GMT+8. */
export function dayOf(nowMs: number): number {
  return Math.floor((nowMs + BEIJING_OFFSET_MS) / DAY_MS)
}

/**
 * Per-second limits by token bucket and per-day limits by count, in this process. A call takes from
 * every limit that it falls under, or, when one of them is used up, from none: refused calls do not
 * count. The counts of the day are handed out to be stored, so that a restart does not forget.
 */
export class TokenBuckets implements Quotas {
  readonly #known: KnownLimits
  readonly #days = new Map<string, DayCount>()
  readonly #buckets: Readonly<Record<LimitScope, Map<string, Bucket>>> = {
    app: new Map(),
    'app-api': new Map(),
    api: new Map(),
  }

  constructor(known: KnownLimits) {
    this.#known = known
  }

  take(app: App, method: string, nowMs: number): Limited | undefined {
    const { limits, key } = app
    const apiPerSecond = this.#known.apiPerSecond?.(method)
    if (limits === null && apiPerSecond === undefined) return undefined
    const taken: Bucket[] = []
    const tryTake = (scope: LimitScope, name: string, perSecond?: number): Limited | undefined => {
      if (perSecond === undefined) return undefined
      const bucket = this.#bucketOf(scope, name, perSecond, nowMs)
      taken.push(bucket)
      if (bucket.tokens >= 1) return undefined
      return { scope, waitS: Math.max(1, Math.ceil((1 - bucket.tokens) / perSecond)) }
    }
    const day = limits === null ? undefined : this.#dayOf(key, nowMs)
    if (limits !== null && day !== undefined && day.used >= limits.perDay) {
      return { scope: 'app', waitS: secondsToMidnight(nowMs) }
    }
    const limited =
      tryTake('app', key, limits?.perSecond) ??
      tryTake('app-api', `${key} ${method}`, limits?.perApi.get(method)) ??
      tryTake('api', method, apiPerSecond)
    if (limited !== undefined) return limited
    for (const bucket of taken) bucket.tokens -= 1
    if (day !== undefined) {
      day.used += 1
      day.unsaved += 1
    }
    return undefined
  }

  /** The calls counted since the last time, to be added to the store. */
  takeUse(): { app_key: string; day: number; calls: number }[] {
    const use: { app_key: string; day: number; calls: number }[] = []
    for (const [app_key, count] of this.#days) {
      if (count.unsaved > 0) use.push({ app_key, day: count.day, calls: count.unsaved })
      count.unsaved = 0
    }
    return use
  }

  #bucketOf(scope: LimitScope, name: string, perSecond: number, nowMs: number): Bucket {
    const capacity = Math.max(1, perSecond * TOLERANCE)
    let bucket = this.#buckets[scope].get(name)
    if (bucket === undefined) {
      bucket = { tokens: capacity, filledMs: nowMs }
      this.#buckets[scope].set(name, bucket)
    }
    const gained = Math.max(0, nowMs - bucket.filledMs) * (perSecond / 1000)
    bucket.tokens = Math.min(capacity, bucket.tokens + gained)
    bucket.filledMs = nowMs
    return bucket
  }

  #dayOf(appKey: string, nowMs: number): DayCount {
    const day = dayOf(nowMs)
    let count = this.#days.get(appKey)
    if (count === undefined) {
      count = { day, used: this.#known.usedBefore(appKey, day), unsaved: 0 }
      this.#days.set(appKey, count)
    }
    if (count.day !== day) Object.assign(count, { day, used: 0, unsaved: 0 })
    return count
  }
}

function secondsToMidnight(nowMs: number): number {
  return Math.ceil((DAY_MS - ((nowMs + BEIJING_OFFSET_MS) % DAY_MS)) / 1000)
}
