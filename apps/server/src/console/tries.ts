/** So many wrong tries are free, from one place and from all of them together. */
const FREE_TRIES = 5
const FREE_TRIES_IN_ALL = 20
/** After that each wrong try doubles the wait; who keeps away for the longest wait is forgiven. */
const FIRST_WAIT_MS = 60_000
const WAIT_MS_MAX = 15 * 60_000

interface Failures {
  readonly count: number
  readonly lastMs: number
}

/**
 * Bounds guessing. A try counts as wrong from the moment it begins, so that guesses sent at the
 * same time are bounded too; the one that turns out right is taken back.
 */
export class Tries {
  readonly #bySource = new Map<string, Failures>()
  #inAll: Failures | undefined

  /** Milliseconds to wait before the next try; 0 lets this one begin. */
  begin(source: string, nowMs: number): number {
    this.#forget(nowMs)
    const known = this.#bySource.get(source)
    const waitMs = Math.max(
      waitOf(known, FREE_TRIES, nowMs),
      waitOf(this.#inAll, FREE_TRIES_IN_ALL, nowMs),
    )
    if (waitMs > 0) return waitMs
    this.#bySource.set(source, oneMore(known, nowMs))
    this.#inAll = oneMore(this.#inAll, nowMs)
    return 0
  }

  /** The try that this place began was right. */
  succeeded(source: string): void {
    this.#bySource.delete(source)
    if (this.#inAll !== undefined) {
      this.#inAll = { ...this.#inAll, count: this.#inAll.count - 1 }
    }
  }

  /** The bound over all places bounds how many of them are remembered, too. */
  #forget(nowMs: number): void {
    for (const [source, failures] of this.#bySource) {
      if (isForgiven(failures, nowMs)) this.#bySource.delete(source)
    }
    if (this.#inAll !== undefined && isForgiven(this.#inAll, nowMs)) this.#inAll = undefined
  }
}

function isForgiven({ lastMs }: Failures, nowMs: number): boolean {
  return nowMs - lastMs >= WAIT_MS_MAX
}

/** How long after `failures` the next try has to wait. */
function waitOf(failures: Failures | undefined, freeTries: number, nowMs: number): number {
  if (failures === undefined || failures.count < freeTries) return 0
  const waitMs = Math.min(WAIT_MS_MAX, FIRST_WAIT_MS * 2 ** (failures.count - freeTries))
  return Math.max(0, failures.lastMs + waitMs - nowMs)
}

function oneMore(failures: Failures | undefined, nowMs: number): Failures {
  return { count: (failures?.count ?? 0) + 1, lastMs: nowMs }
}
