import type { Demand, FlowControl } from '@topgate/gateway'
import type { FlowDemandRow } from '@topgate/services'

export interface Clocks {
  nowMs(): number
  /** Time that never steps back. */
  elapsedMs(): number
}

export interface Dealt {
  /** All that live, in ascending order. */
  readonly nodes: readonly number[]
  readonly demands: ReadonlyMap<string, readonly Demand[]>
}

/** Nodes tell each other once in each beat of the clock. */
const BEAT_MS = 500
/** A node that has not told for this long is gone. */
const NODE_KEPT_MS = 2_500
/** A node that was never seen before lives when its beat is this near. */
const BEATS_APART_MAX = 60
/** Names that one node tells of; those that are asked for least are left out. */
const NAMES_MAX = 2_000
/** A node writes the rows of one beat over those of the one before the last. */
const SLOTS = NAMES_MAX + 1

/**
 * What nodes tell each other through a table. Everybody goes by the demands of the *last* beat: by
 * then all have told, so that all see the same and the parts of a limit add up to it.
 */
export class DemandExchange {
  readonly #clocks: Clocks
  readonly #seen = new Map<number, { readonly beat: number; readonly seenMs: number }>()
  #toldBeat = Number.NaN

  constructor(clocks: Clocks) {
    this.#clocks = clocks
  }

  isDue(): boolean {
    return this.#beat() !== this.#toldBeat
  }

  /** The rows of this node in this beat. The first says that it lives, whatever is asked for. */
  rowsOf(node: number, demand: ReturnType<FlowControl['takeDemand']>): FlowDemandRow[] {
    const beat = this.#beat()
    this.#toldBeat = beat
    const first = (beat % 2) * SLOTS
    const most = [...demand].sort((a, b) => b.perSecond - a.perSecond).slice(0, NAMES_MAX)
    return [
      { node, slot: first, name: '', demand: 0, beat },
      ...most.map(({ name, perSecond }, at) => {
        return { node, slot: first + at + 1, name, demand: Math.round(perSecond * 1000), beat }
      }),
    ]
  }

  /** What follows from the rows of all nodes. */
  read(rows: readonly FlowDemandRow[]): Dealt {
    const nodes: number[] = []
    const demands = new Map<string, Demand[]>()
    for (const [node, own] of Map.groupBy(rows, (row) => row.node)) {
      const beats = own.filter(({ slot }) => slot % SLOTS === 0).map(({ beat }) => beat)
      if (!this.#lives(node, Math.max(...beats))) continue
      nodes.push(node)
      const counted = beatThatCounts(beats, this.#beat())
      for (const { slot, name, demand, beat } of own) {
        if (beat !== counted || slot % SLOTS === 0) continue
        const known = demands.get(name) ?? []
        known.push({ node, perSecond: demand / 1000 })
        demands.set(name, known)
      }
    }
    return { nodes: nodes.sort((a, b) => a - b), demands }
  }

  /** Clocks of nodes may differ: after the first sight it only counts that the beat goes on. */
  #lives(node: number, beat: number): boolean {
    const elapsedMs = this.#clocks.elapsedMs()
    const seen = this.#seen.get(node)
    if (seen?.beat === beat) return elapsedMs - seen.seenMs < NODE_KEPT_MS
    const isOld = seen === undefined && Math.abs(this.#beat() - beat) > BEATS_APART_MAX
    this.#seen.set(node, { beat, seenMs: isOld ? Number.NEGATIVE_INFINITY : elapsedMs })
    return !isOld
  }

  #beat(): number {
    return Math.floor(this.#clocks.nowMs() / BEAT_MS)
  }
}

/** The newest before the present one; where the clock of the node is ahead, its older one. */
function beatThatCounts(beats: readonly number[], now: number): number {
  const past = beats.filter((beat) => beat < now)
  return past.length > 0 ? Math.max(...past) : Math.min(...beats)
}
