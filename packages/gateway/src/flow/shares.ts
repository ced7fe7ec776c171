/** How much of each limit falls to this node. */
export interface Shares {
  /** The whole calls of `limit` calls a period that may go through here at this moment. */
  part(name: string, limit: number, periodMs: number, nowMs: number): number
}

/** A node alone has all of every limit. */
export const wholeLimits: Shares = { part: (_name, limit) => limit }

/** What one node was asked for lately. */
export interface Demand {
  readonly node: number
  /** Calls a second, those that were refused among them. */
  readonly perSecond: number
}

/** Turns whose remainders are spread as evenly as can be. */
const GOLDEN_RATIO = 0.618_033_988_749_895

/**
 * Shares by what each node is asked for. A limit is a line of that length, cut among the nodes in
 * the order of their numbers, so that their parts add up to exactly the limit; what is left of a
 * call goes to another node each second. Where less is asked for than is allowed, the rest is for
 * all alike: the first call at another node finds room. What is known ages by one exchange.
 */
export class NodeShares implements Shares {
  #own = 0
  #nodes: readonly number[] = []
  #demands: ReadonlyMap<string, readonly Demand[]> = new Map()

  /** `nodes` are all that live, in ascending order, this one among them. */
  deal(
    own: number,
    nodes: readonly number[],
    demands: ReadonlyMap<string, readonly Demand[]>,
  ): void {
    this.#own = own
    this.#nodes = nodes
    this.#demands = demands
  }

  part(name: string, limit: number, periodMs: number, nowMs: number): number {
    if (this.#nodes.length < 2) return limit
    const demands = this.#demands.get(name) ?? []
    let asked = 0
    for (const { perSecond } of demands) asked += perSecond
    const spare = Math.max(0, (limit * 1000) / periodMs - asked) / this.#nodes.length
    let before = 0
    let own = 0
    let all = 0
    for (const node of this.#nodes) {
      const weight = demandOf(demands, node) + spare
      if (node < this.#own) before += weight
      if (node === this.#own) own = weight
      all += weight
    }
    if (all === 0) return limit
    const turn = (Math.floor(nowMs / 1000) * GOLDEN_RATIO) % 1
    const from = Math.ceil((limit * before) / all - turn)
    return Math.ceil((limit * (before + own)) / all - turn) - from
  }
}

function demandOf(demands: readonly Demand[], node: number): number {
  for (const demand of demands) if (demand.node === node) return demand.perSecond
  return 0
}
