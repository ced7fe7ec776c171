import { BEIJING_OFFSET_MS } from '@topgate/contracts'
import type { App, Quotas } from './ports.ts'

/** What an app used today, as the store knows it. */
export interface DailyUse {
  /** Calls of the app on this Beijing day before this process counted. */
  usedBefore(appKey: string, day: number): number
}

interface Bucket {
  tokens: number
  filledMs: number
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
 * Per-second limits by token bucket and per-day limits by count, in this process. Refused calls do
 * not count. The counts of the day are handed out to be stored, so that a restart does not forget.
 */
export class TokenBuckets implements Quotas {
  readonly #buckets = new Map<string, Bucket>()
  readonly #usedBefore: DailyUse['usedBefore']

  constructor(dailyUse: DailyUse) {
    this.#usedBefore = (appKey, day) => dailyUse.usedBefore(appKey, day)
  }

  take(app: App, nowMs: number): number | undefined {
    const { limits } = app
    if (limits === null) return undefined
    const bucket = this.#bucketOf(app, limits.perSecond, nowMs)
    if (bucket.used >= limits.perDay) return secondsToMidnight(nowMs)
    if (bucket.tokens < 1) return Math.max(1, Math.ceil((1 - bucket.tokens) / limits.perSecond))
    bucket.tokens -= 1
    bucket.used += 1
    bucket.unsaved += 1
    return undefined
  }

  /** The calls counted since the last time, to be added to the store. */
  takeUse(): { app_key: string; day: number; calls: number }[] {
    const use: { app_key: string; day: number; calls: number }[] = []
    for (const [app_key, bucket] of this.#buckets) {
      if (bucket.unsaved > 0) use.push({ app_key, day: bucket.day, calls: bucket.unsaved })
      bucket.unsaved = 0
    }
    return use
  }

  #bucketOf(app: App, perSecond: number, nowMs: number): Bucket {
    const capacity = perSecond * TOLERANCE
    const day = dayOf(nowMs)
    let bucket = this.#buckets.get(app.key)
    if (bucket === undefined) {
      const used = this.#usedBefore(app.key, day)
      bucket = { tokens: capacity, filledMs: nowMs, day, used, unsaved: 0 }
      this.#buckets.set(app.key, bucket)
    }
    if (bucket.day !== day) Object.assign(bucket, { day, used: 0, unsaved: 0 })
    const gained = Math.max(0, nowMs - bucket.filledMs) * (perSecond / 1000)
    bucket.tokens = Math.min(capacity, bucket.tokens + gained)
    bucket.filledMs = nowMs
    return bucket
  }
}

function secondsToMidnight(nowMs: number): number {
  return Math.ceil((DAY_MS - ((nowMs + BEIJING_OFFSET_MS) % DAY_MS)) / 1000)
}
