/** A request dated ahead stays valid for 20 minutes; the memory outlives it. */
export const SIGNATURE_MEMORY_MS = 21 * 60_000
export const SIGNATURES_MAX = 2_000_000
/** Old entries are dropped by whole generations, so that forgetting costs nothing per entry. */
const GENERATION_MS = SIGNATURE_MEMORY_MS / 7

interface Generation {
  readonly startedMs: number
  readonly boundaries: Map<string, string>
}

/**
 * Remembers the signatures of accepted writes with the boundaries of their parameters. Names and
 * values are joined without separators before signing, so one signature can fit two parameter maps
 * (reliability.md S1): the second map is refused. The same map again is the same request.
 */
export class SignatureMemory {
  #generations: Generation[] = []

  /** True when the signature was accepted before with other parameters. */
  collides(signature: string, boundaries: string): boolean {
    for (const generation of this.#generations) {
      const seen = generation.boundaries.get(signature)
      if (seen !== undefined) return seen !== boundaries
    }
    return false
  }

  remember(signature: string, boundaries: string, nowMs: number): void {
    let current = this.#generations.at(-1)
    if (current === undefined || nowMs - current.startedMs >= GENERATION_MS) {
      current = { startedMs: nowMs, boundaries: new Map() }
      this.#generations.push(current)
      this.#forget(nowMs)
    }
    current.boundaries.set(signature, boundaries)
    if (current.boundaries.size > SIGNATURES_MAX / 7) this.#startNewGeneration(nowMs)
  }

  /** A generation that is full ends early; the oldest goes when their number exceeds the bound. */
  #startNewGeneration(nowMs: number): void {
    this.#generations.push({ startedMs: nowMs, boundaries: new Map() })
    this.#forget(nowMs)
    while (this.#generations.length > 7) this.#generations.shift()
  }

  #forget(nowMs: number): void {
    const oldest = nowMs - SIGNATURE_MEMORY_MS - GENERATION_MS
    this.#generations = this.#generations.filter((generation) => generation.startedMs > oldest)
  }
}
