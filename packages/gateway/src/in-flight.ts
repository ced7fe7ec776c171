import type { ApiContract } from '@topgate/contracts'
import type { LoadLevel } from './overload/index.ts'
import type { App } from './ports.ts'

/** How many calls may be under way at a time (reliability.md section 7). */
export interface InFlightLimits {
  readonly ofNode: number
  /** Of each app that names no number of its own. */
  readonly ofApp: number
  /** Of each API that takes statistics: its calls are large. */
  readonly ofStatistics: number
}

/** What is full. */
export type Full = 'node' | 'app' | 'api'

/**
 * The calls under way, so that neither one app with slow calls nor one API with large ones takes the
 * time of the others. Apps without limits count for the node alone.
 */
export class InFlight {
  readonly #limits: InFlightLimits
  readonly #apps = new Map<string, number>()
  readonly #apis = new Map<string, number>()
  #calls = 0

  constructor(limits: InFlightLimits) {
    this.#limits = limits
  }

  /** Undefined when the call may go on; then `leave` ends it. */
  enter(
    { key, limits }: App,
    { method, flowClass }: ApiContract,
    level: LoadLevel,
  ): Full | undefined {
    if (this.#calls >= this.#limits.ofNode) return 'node'
    if (limits !== null) {
      const ofApp = this.#apps.get(key) ?? 0
      if (ofApp >= (limits.inFlight ?? this.#limits.ofApp)) return 'app'
      if (flowClass === 'statistics') {
        const ofApi = this.#apis.get(method) ?? 0
        // Under load the large calls come one by one.
        if (ofApi >= (level === 'green' ? this.#limits.ofStatistics : 1)) return 'api'
        this.#apis.set(method, ofApi + 1)
      }
      this.#apps.set(key, ofApp + 1)
    }
    this.#calls += 1
    return undefined
  }

  leave({ key, limits }: App, { method, flowClass }: ApiContract): void {
    this.#calls -= 1
    if (limits === null) return
    countDown(this.#apps, key)
    if (flowClass === 'statistics') countDown(this.#apis, method)
  }

  /** Calls under way on this node. */
  calls(): number {
    return this.#calls
  }
}

function countDown(counts: Map<string, number>, name: string): void {
  const count = counts.get(name) ?? 0
  if (count > 1) counts.set(name, count - 1)
  else counts.delete(name)
}
