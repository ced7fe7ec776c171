/** Ids count milliseconds from here: 2020-01-01 00:00:00 UTC. */
const EPOCH_MS = 1_577_836_800_000
/** Node numbers are 0 to 1023. */
const NODE_BITS = 10n
const COUNTER_BITS = 12n
const COUNTER_MAX = 4095
/**
 * Ready 64-bit ids of the shape time, node, counter: unique without asking the database, and
 * rising on each node, also when its clock steps back.
 */
export class IdSource {
  readonly #node: () => number
  readonly #nowMs: () => number
  #lastMs = 0
  #counter = 0

  /** `node` is asked for each id: a node that lost its number goes on with another one. */
  constructor(node: () => number, nowMs: () => number) {
    this.#node = node
    this.#nowMs = nowMs
  }

  next(): bigint {
    const nowMs = this.#nowMs()
    if (nowMs > this.#lastMs) {
      this.#lastMs = nowMs
      this.#counter = 0
    } else if (this.#counter < COUNTER_MAX) {
      this.#counter += 1
    } else {
      this.#lastMs += 1
      this.#counter = 0
    }
    const time = BigInt(this.#lastMs - EPOCH_MS) << (NODE_BITS + COUNTER_BITS)
    return time | (BigInt(this.#node()) << COUNTER_BITS) | BigInt(this.#counter)
  }
}

/** When an id was made, in epoch milliseconds. */
export function createdMs(id: bigint): number {
  return Number(id >> (NODE_BITS + COUNTER_BITS)) + EPOCH_MS
}

/** The number of the node that made an id. */
export function nodeOf(id: bigint): number {
  return Number((id >> COUNTER_BITS) & (2n ** NODE_BITS - 1n))
}
