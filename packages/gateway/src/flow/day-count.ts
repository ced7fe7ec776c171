import { dayOf, msToMidnight } from './beijing-day.ts'
import type { Shares } from './shares.ts'

const DAY_MS = 24 * 60 * 60_000
/** A part that is used up is dealt anew this soon. */
const DEALT_MS = 1000

/**
 * The calls of a Beijing day. What other nodes and earlier processes counted comes from the store
 * (`known`); what this process counts is handed out to be added there (`takeUnsaved`).
 */
export class DayCount {
  #day: number
  /** As the store had it last, with what was handed out before. */
  #stored: number
  #unsaved = 0
  /** Handed out or not, since the store was read last. */
  #sinceRead = 0

  constructor(day: number, stored: number) {
    this.#day = day
    this.#stored = stored
  }

  /**
   * Milliseconds until a call fits, 0 when it does now. Of the calls that are left only the part of
   * this node, and at least one, may go through here before the store is read again.
   */
  waitMs(name: string, limit: number, nowMs: number, shares: Shares): number {
    this.#turn(nowMs)
    const left = limit - this.#stored
    if (left - this.#sinceRead <= 0) return msToMidnight(nowMs)
    const part = Math.max(1, shares.part(name, left, DAY_MS, nowMs))
    return this.#sinceRead < part ? 0 : Math.min(DEALT_MS, msToMidnight(nowMs))
  }

  add(): void {
    this.#unsaved += 1
    this.#sinceRead += 1
  }

  /** The calls that the store does not have yet, and of which day; undefined when there are none. */
  takeUnsaved(): { readonly day: number; readonly calls: number } | undefined {
    if (this.#unsaved === 0) return undefined
    const taken = { day: this.#day, calls: this.#unsaved }
    this.#unsaved = 0
    return taken
  }

  /** What the store says now, after everything that was handed out has reached it. */
  known(day: number, stored: number): void {
    if (day !== this.#day) return
    this.#stored = stored
    this.#sinceRead = this.#unsaved
  }

  #turn(nowMs: number): void {
    const day = dayOf(nowMs)
    if (day === this.#day) return
    this.#day = day
    this.#stored = 0
    this.#unsaved = 0
    this.#sinceRead = 0
  }
}
