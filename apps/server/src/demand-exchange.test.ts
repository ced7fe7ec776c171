import { type App, FlowControl, NodeShares } from '@topgate/gateway'
import type { FlowDemandRow } from '@topgate/services'
import { describe, expect, it } from 'vitest'
import { DemandExchange } from './demand-exchange.ts'

const START_MS = Date.UTC(2026, 0, 15, 4)
const HOUSEKEEPING_MS = 250

/** Nodes that share a table, each with its own moment in a quarter of a second and its own clock. */
class Nodes {
  readonly #table = new Map<string, FlowDemandRow>()
  readonly #nodes
  #nowMs = START_MS

  constructor(clocksOffMs: readonly number[]) {
    this.#nodes = clocksOffMs.map((offMs, node) => {
      const clocks = { nowMs: () => this.#nowMs + offMs, elapsedMs: () => this.#nowMs }
      const shares = new NodeShares()
      const known = { usedBefore: () => 0, apiLimits: () => undefined }
      const exchange = new DemandExchange(clocks)
      const flow = new FlowControl(known, shares)
      return {
        node,
        clocks,
        shares,
        exchange,
        flow,
        nextMs: START_MS + node * 80,
        toldMs: START_MS,
      }
    })
    for (const { node } of this.#nodes) this.#tell(node)
    for (const { node } of this.#nodes) this.#learn(node)
  }

  /** Whether a call that reaches this node at this time goes through. */
  take(node: number, app: App, ms: number): boolean {
    this.#advance(START_MS + ms)
    const at = this.#nodes[node]
    return at?.flow.take(app, 'a.method', at.clocks.nowMs()) === undefined
  }

  #advance(nowMs: number): void {
    for (;;) {
      const next = this.#nodes.reduce((first, node) => (node.nextMs < first.nextMs ? node : first))
      if (next.nextMs > nowMs) break
      this.#nowMs = next.nextMs
      next.nextMs += HOUSEKEEPING_MS
      if (!next.exchange.isDue()) continue
      this.#tell(next.node)
      this.#learn(next.node)
    }
    this.#nowMs = nowMs
  }

  #tell(number: number): void {
    const node = this.#nodes[number]
    if (node === undefined) return
    const demand = node.flow.takeDemand(Math.max(1, this.#nowMs - node.toldMs))
    node.toldMs = this.#nowMs
    for (const row of node.exchange.rowsOf(number, demand)) {
      this.#table.set(`${row.node} ${row.slot}`, row)
    }
  }

  #learn(number: number): void {
    const node = this.#nodes[number]
    if (node === undefined) return
    const { nodes, demands } = node.exchange.read([...this.#table.values()])
    node.shares.deal(number, nodes, demands)
  }
}

function appOf(perSecond: number): App {
  return {
    key: '20000001',
    name: 'test',
    status: 'enabled',
    group: 'formal',
    secrets: ['secret'],
    previousUntilMs: null,
    minSignMethod: 'md5',
    profile: 'strict',
    limits: { perSecond, perApi: new Map(), perUser: {} },
    grants: new Map(),
    allows: null,
    owns: {},
    biz_codes: [],
    redirectUris: [],
  }
}

const SECONDS = 12

/** Calls that went through in each second at `times` the limit, spread over the nodes by `nodeOf`. */
function secondsOf(
  limit: number,
  times: number,
  nodeOf: (call: number) => number,
  clocksOffMs = [0, 0, 0],
): number[] {
  const nodes = new Nodes(clocksOffMs)
  const app = appOf(limit)
  const seconds = Array.from({ length: SECONDS }, () => 0)
  const gapMs = 1000 / (limit * times)
  for (let call = 0; call * gapMs < SECONDS * 1000; call += 1) {
    const ms = call * gapMs
    if (!nodes.take(nodeOf(call), app, ms)) continue
    const second = Math.floor(ms / 1000)
    seconds[second] = (seconds[second] ?? 0) + 1
  }
  return seconds
}

const spreads: readonly (readonly [string, (call: number) => number])[] = [
  ['evenly', (call) => call % 3],
  ['as 80 to 15 to 5', (call) => (call % 20 < 16 ? 0 : call % 20 < 19 ? 1 : 2)],
  ['to one alone', () => 1],
  ['in bursts of 5', (call) => Math.floor(call / 5) % 3],
]

describe('three nodes hold an app at twice its limit, whose calls go', () => {
  it.each(spreads)('%s, to it within 5 percent in each of 10 seconds', (_spread, nodeOf) => {
    for (const limit of [60, 200, 1000]) {
      const [first = 0, second = 0, ...seconds] = secondsOf(limit, 2, nodeOf)
      expect(Math.max(first, second)).toBeLessThanOrEqual(limit * 1.05)
      expect(seconds).toHaveLength(10)
      expect(Math.max(...seconds)).toBeLessThanOrEqual(limit * 1.05)
      expect(Math.min(...seconds)).toBeGreaterThanOrEqual(limit * 0.95)
    }
  })

  it.each(spreads)('%s, though their clocks are off by 200 ms', (_spread, nodeOf) => {
    const [, , ...seconds] = secondsOf(200, 2, nodeOf, [0, 200, -200])
    expect(Math.max(...seconds)).toBeLessThanOrEqual(210)
    expect(Math.min(...seconds)).toBeGreaterThanOrEqual(190)
  })
})

it('three nodes refuse nothing of an app that stays well below its limit', () => {
  for (const nodeOf of [(call: number) => call % 3, () => 2]) {
    const seconds = secondsOf(20, 0.3, nodeOf)
    expect(seconds.reduce((sum, calls) => sum + calls)).toBe(20 * 0.3 * SECONDS)
  }
})

describe('a node', () => {
  const clocks = { nowMs: () => START_MS, elapsedMs: () => 0 }
  const beat = START_MS / 500
  const row = (node: number, changes: Partial<FlowDemandRow> = {}): FlowDemandRow => {
    return { node, slot: 0, name: '', demand: 0, beat: beat - 1, ...changes }
  }

  it('that ended long ago does not count, nor its demands', () => {
    const stale = [row(7, { beat: beat - 100 }), row(7, { beat: beat - 100, slot: 1, name: 'a' })]
    const { nodes, demands } = new DemandExchange(clocks).read([row(1), ...stale])
    expect(nodes).toEqual([1])
    expect(demands.size).toBe(0)
  })

  it('is gone when its beat stands still, and back when it goes on', () => {
    let elapsedMs = 0
    const exchange = new DemandExchange({ ...clocks, elapsedMs: () => elapsedMs })
    expect(exchange.read([row(1), row(2)]).nodes).toEqual([1, 2])
    elapsedMs = 2_600
    expect(exchange.read([row(1, { beat }), row(2)]).nodes).toEqual([1])
    expect(exchange.read([row(1, { beat }), row(2, { beat })]).nodes).toEqual([1, 2])
  })

  it('counts with what it told in the last beat, not with rows that are left over', () => {
    const told = [
      row(1),
      row(1, { slot: 1, name: 'a', demand: 5000 }),
      row(1, { slot: 2, name: 'left over', demand: 9000, beat: beat - 3 }),
      row(1, { slot: 2001, beat }),
      row(1, { slot: 2002, name: 'a', demand: 7000, beat }),
    ]
    const { demands } = new DemandExchange(clocks).read(told)
    expect(demands).toEqual(new Map([['a', [{ node: 1, perSecond: 5 }]]]))
  })
})
