import { type ApiLimits, dayOf, FlowControl, NodeShares, type Rates } from '@topgate/gateway'
import {
  type CallRates,
  findDailyUse,
  findFlowDemand,
  findUseOf,
  listApiLimits,
} from '@topgate/services'
import { StorageFault } from '@topgate/storage'
import { type Clocks, DemandExchange } from './demand-exchange.ts'
import type { Store } from './store.ts'

/** Limits of APIs that another node or the command line changed hold after this long. */
const LIMITS_KEPT_MS = 2_000

/** The part of the store that flow control uses. */
type FlowStore = Pick<Store, 'reader' | 'isShared' | 'nodeNumber' | 'saveNotes'>

/**
 * Flow control of this node, with what the store knows about it: the limits of APIs, the calls of
 * the day, and on PostgreSQL what the other nodes are asked for. Everything is read and written a
 * few times a second; a call meets counters in memory alone. When the store cannot be reached, what
 * was known last goes on counting.
 */
export class Flow {
  readonly quotas: FlowControl
  readonly #store: FlowStore
  readonly #clocks: Clocks
  readonly #shares = new NodeShares()
  readonly #exchange: DemandExchange
  #limits: ReadonlyMap<string, ApiLimits> = new Map()
  #limitsReadMs = Number.NEGATIVE_INFINITY
  #toldMs: number

  /** Limits of the day go on where the last process stopped. */
  static async open(store: FlowStore, clocks: Clocks): Promise<Flow> {
    const today = dayOf(clocks.nowMs())
    const uses = await findDailyUse(store.reader, today)
    const used = new Map(uses.map(({ app_key, calls }) => [app_key, calls]))
    const flow = new Flow(store, clocks, (name, day) => (day === today ? (used.get(name) ?? 0) : 0))
    await flow.readLimits()
    if (store.isShared) await flow.#tell()
    return flow
  }

  private constructor(
    store: FlowStore,
    clocks: Clocks,
    usedBefore: (name: string, day: number) => number,
  ) {
    this.#store = store
    this.#clocks = clocks
    this.#toldMs = clocks.nowMs()
    this.#exchange = new DemandExchange(clocks)
    const known = { usedBefore, apiLimits: (method: string) => this.#limits.get(method) }
    this.quotas = new FlowControl(known, this.#shares)
  }

  /** The limits of APIs as they are now. */
  async readLimits(): Promise<void> {
    this.#limitsReadMs = this.#clocks.elapsedMs()
    const limits = await listApiLimits(this.#store.reader)
    this.#limits = new Map(
      limits.map(({ method, limits: { per_user = {}, ...rates } }) => [
        method,
        { ...ratesOf(rates), perUser: ratesOf(per_user) },
      ]),
    )
  }

  /** A few times a second, after the calls of the day are stored. Rejects only by a defect. */
  async exchange(): Promise<void> {
    try {
      if (this.#clocks.elapsedMs() - this.#limitsReadMs >= LIMITS_KEPT_MS) await this.readLimits()
      if (this.#store.isShared && this.#exchange.isDue()) await this.#tell()
    } catch (error) {
      // The store is away: the shares and limits that were known last go on counting.
      if (!(error instanceof StorageFault)) throw error
    }
  }

  /** Tells the other nodes what this one is asked for, and learns the same of them. */
  async #tell(): Promise<void> {
    const { reader } = this.#store
    const nowMs = this.#clocks.nowMs()
    const demand = this.quotas.takeDemand(Math.max(1, nowMs - this.#toldMs))
    this.#toldMs = nowMs
    const flowDemand = this.#exchange.rowsOf(this.#store.nodeNumber(), demand)
    await this.#store.saveNotes({ journal: [], dailyUse: [], flowDemand })
    const { nodes, demands } = this.#exchange.read(await findFlowDemand(reader))
    this.#shares.deal(this.#store.nodeNumber(), nodes, demands)
    if (demand.length === 0) return
    const day = dayOf(nowMs)
    const names = demand.map(({ name }) => ({ app_key: name, day }))
    this.quotas.learnUse(await findUseOf(reader, names))
  }
}

export function ratesOf({ per_second, per_minute, per_day }: CallRates): Rates {
  return { perSecond: per_second, perMinute: per_minute, perDay: per_day }
}
