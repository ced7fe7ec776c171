interface Source {
  readonly startedMs: number
  refused: number
}

const WINDOW_MS = 60_000
/** Addresses that are remembered; when there are more, those whose minute is over are forgotten. */
const SOURCES_MAX = 100_000

/**
 * Calls that were refused before or at the signature, by the address that they came from: whoever
 * guesses keys or signatures waits until the minute ends. It costs nothing of anybody's limits, and
 * a source that is shut out is refused before anything of its call is read.
 */
export class SourceGuard {
  readonly #refusalsMax: number
  readonly #sources = new Map<string, Source>()

  /** `refusalsMax` refused calls of an address are borne in a minute. */
  constructor(refusalsMax: number) {
    this.#refusalsMax = refusalsMax
  }

  /** Seconds until the source is served again; undefined when it may call. */
  waitS(address: string, nowMs: number): number | undefined {
    const source = this.#sources.get(address)
    if (source === undefined || source.refused < this.#refusalsMax) return undefined
    const leftMs = source.startedMs + WINDOW_MS - nowMs
    return leftMs <= 0 || leftMs > WINDOW_MS ? undefined : Math.ceil(leftMs / 1000)
  }

  count(address: string, nowMs: number): void {
    const source = this.#sources.get(address)
    const ageMs = source === undefined ? WINDOW_MS : nowMs - source.startedMs
    if (source !== undefined && ageMs >= 0 && ageMs < WINDOW_MS) {
      source.refused += 1
      return
    }
    if (this.#sources.size >= SOURCES_MAX) this.#forget(nowMs)
    this.#sources.set(address, { startedMs: nowMs, refused: 1 })
  }

  /** Everything whose minute is over; when that is nothing, everything. */
  #forget(nowMs: number): void {
    for (const [address, { startedMs }] of this.#sources) {
      if (nowMs - startedMs >= WINDOW_MS) this.#sources.delete(address)
    }
    if (this.#sources.size >= SOURCES_MAX) this.#sources.clear()
  }
}
