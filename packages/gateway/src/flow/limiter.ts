import { dayOf } from './beijing-day.ts'
import { CallWindow } from './call-window.ts'
import { DayCount } from './day-count.ts'
import type { Shares } from './shares.ts'

/** Calls a period; absent: not limited. */
export interface Rates {
  readonly perSecond?: number | undefined
  readonly perMinute?: number | undefined
  /** A Beijing day. */
  readonly perDay?: number | undefined
}

/** Calls of this name on this Beijing day, as far as the store knew when it was asked last. */
export type UsedBefore = (name: string, day: number) => number

const SECOND_MS = 1000
const MINUTE_MS = 60_000

/** The counts of one thing that is limited, such as an app. */
export class Limiter {
  readonly name: string
  #second: CallWindow | undefined
  #minute: CallWindow | undefined
  #day: DayCount | undefined
  #asked = 0
  #perSecond = 0

  constructor(name: string) {
    this.name = name
  }

  /** Milliseconds until one more call keeps within all rates; 0: it does now. */
  waitMs(rates: Rates, nowMs: number, shares: Shares, usedBefore: UsedBefore): number {
    this.#asked += 1
    const { perSecond, perMinute, perDay } = rates
    if (perDay !== undefined) {
      this.#day ??= new DayCount(dayOf(nowMs), usedBefore(this.name, dayOf(nowMs)))
      const waitMs = this.#day.waitMs(this.name, perDay, nowMs, shares)
      if (waitMs > 0) return waitMs
    }
    if (perMinute !== undefined) {
      this.#minute ??= new CallWindow(MINUTE_MS)
      const part = shares.part(this.name, perMinute, MINUTE_MS, nowMs)
      if (!this.#minute.hasRoom(part, nowMs)) return this.#minute.waitMs(part, nowMs)
    }
    if (perSecond !== undefined) {
      this.#second ??= new CallWindow(SECOND_MS)
      const part = shares.part(this.name, perSecond, SECOND_MS, nowMs)
      if (!this.#second.hasRoom(part, nowMs)) return this.#second.waitMs(part, nowMs)
    }
    return 0
  }

  /** Counts one call; `waitMs` was 0 at the same moment. */
  add(): void {
    this.#second?.add()
    this.#minute?.add()
    this.#day?.add()
  }

  takeUnsaved(): { readonly day: number; readonly calls: number } | undefined {
    return this.#day?.takeUnsaved()
  }

  known(day: number, calls: number): void {
    this.#day?.known(day, calls)
  }

  /** Calls a second that were asked for lately, refused ones among them. */
  takeDemand(elapsedMs: number): number {
    const perSecond = (this.#asked * 1000) / elapsedMs
    this.#asked = 0
    // A mean of the last few times, so that chance does not move the shares.
    const weight = this.#perSecond === 0 ? 1 : NEWEST_WEIGHT
    this.#perSecond += (perSecond - this.#perSecond) * weight
    if (this.#perSecond < DEMAND_MIN) this.#perSecond = 0
    return this.#perSecond
  }
}

const NEWEST_WEIGHT = 0.5
/** Less than a call in 20 seconds is no demand. */
const DEMAND_MIN = 0.05
