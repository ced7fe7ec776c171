/** A request dated ahead stays valid for 20 minutes; the memory outlives it. */
export const SIGNATURE_MEMORY_MS = 21 * 60_000
export const SIGNATURES_MAX = 2_000_000
/**
 * Old entries are dropped by whole generations, so that forgetting costs nothing per entry. One
 * more than the memory is long: the oldest is dropped when its last entry is old enough.
 */
const GENERATIONS_MAX = 8
const GENERATION_MS = SIGNATURE_MEMORY_MS / (GENERATIONS_MAX - 1)

interface Generation {
  readonly startedMs: number
  readonly boundaries: Map<string, string>
}

/**
 * Remembers the signatures of writes with the boundaries of their parameters. Names and
 * values are joined without separators before signing, so one signature can fit two parameter maps
 * (reliability.md S1): the second map is refused. The same map again is the same request.
 */
export class SignatureMemory {
  readonly #generationMax: number
  #generations: Generation[] = []

  constructor(signaturesMax = SIGNATURES_MAX) {
    this.#generationMax = Math.floor(signaturesMax / GENERATIONS_MAX)
  }

  /** The boundaries that the signature came with, if it came. */
  boundariesOf(signature: string): string | undefined {
    for (const generation of this.#generations) {
      const seen = generation.boundaries.get(signature)
      if (seen !== undefined) return seen
    }
    return undefined
  }

  /** A generation that is full ends early; when there are too many, the oldest goes. */
  remember(signature: string, boundaries: string, nowMs: number): void {
    let current = this.#generations.at(-1)
    if (current === undefined || this.#isOver(current, nowMs)) {
      current = { startedMs: nowMs, boundaries: new Map() }
      this.#generations.push(current)
      this.#forget(nowMs)
    }
    current.boundaries.set(signature, boundaries)
  }

  forget(signature: string): void {
    for (const { boundaries } of this.#generations) boundaries.delete(signature)
  }

  #isOver({ startedMs, boundaries }: Generation, nowMs: number): boolean {
    return nowMs - startedMs >= GENERATION_MS || boundaries.size >= this.#generationMax
  }

  #forget(nowMs: number): void {
    const oldest = nowMs - SIGNATURE_MEMORY_MS - GENERATION_MS
    this.#generations = this.#generations
      .filter((generation) => generation.startedMs > oldest)
      .slice(-GENERATIONS_MAX)
  }
}
