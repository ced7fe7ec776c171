/** Parts of a period: a count is exact to one of them. */
const SLICES = 200
/** Parts by which a call may come early: the clocks and networks of honest callers waver. */
const EARLY_SLICES = 8

/**
 * The calls of the last period, such as a second. A call counts until one period after it came, so
 * that no period holds more than the limit, from the first call on: not twice the limit, as where
 * windows are fixed and a caller uses the end of one and the beginning of the next. Who was not
 * refused lately may be 4 % early; who was waits to the end.
 */
export class CallWindow {
  readonly #periodMs: number
  readonly #sliceMs: number
  readonly #counts = new Uint32Array(SLICES)
  /** Number of the newest part, counted from 1970. */
  #newest = 0
  #calls = 0
  #refusedMs = Number.NEGATIVE_INFINITY

  constructor(periodMs: number) {
    this.#periodMs = periodMs
    this.#sliceMs = periodMs / SLICES
  }

  /** Whether one more call keeps within `limit` calls a period. */
  hasRoom(limit: number, nowMs: number): boolean {
    this.#forget(nowMs)
    if (this.#calls < limit) return true
    const isCalm = nowMs - this.#refusedMs >= this.#periodMs || nowMs < this.#refusedMs
    if (isCalm && this.#calls - this.#oldest(EARLY_SLICES) < limit) return true
    this.#refusedMs = nowMs
    return false
  }

  /** Counts one call; `hasRoom` was asked at the same moment. */
  add(): void {
    const at = this.#newest % SLICES
    this.#counts[at] = (this.#counts[at] ?? 0) + 1
    this.#calls += 1
  }

  /** Milliseconds until there is room again, at most a period. */
  waitMs(limit: number, nowMs: number): number {
    let calls = this.#calls
    for (let past = SLICES - 1; past > 0; past -= 1) {
      calls -= this.#counts[(this.#newest - past + SLICES) % SLICES] ?? 0
      if (calls < limit) return (this.#newest - past + SLICES) * this.#sliceMs - nowMs
    }
    return this.#periodMs
  }

  #oldest(slices: number): number {
    let calls = 0
    for (let past = SLICES - 1; past >= SLICES - slices; past -= 1) {
      calls += this.#counts[(this.#newest - past + SLICES) % SLICES] ?? 0
    }
    return calls
  }

  #forget(nowMs: number): void {
    const slice = Math.floor(nowMs / this.#sliceMs)
    const steps = slice - this.#newest
    if (steps === 0) return
    if (steps < 0) {
      this.#stepBack(slice)
      return
    }
    for (let step = Math.max(1, steps - SLICES + 1); step <= steps; step += 1) {
      const at = (this.#newest + step) % SLICES
      this.#calls -= this.#counts[at] ?? 0
      this.#counts[at] = 0
    }
    this.#newest = slice
  }

  /** The clock went back: what is counted counts as of now. */
  #stepBack(slice: number): void {
    this.#counts.fill(0)
    this.#counts[slice % SLICES] = this.#calls
    this.#newest = slice
  }
}
