import { setTimeout } from 'node:timers/promises'
import type { LogEntry, Store } from './store.ts'

const POLL_MS = 50
/** Reading takes at most one part in so many of the time, however long the log becomes. */
const IDLE_SHARE = 20

/** A consumer of the log: polls all the time that the servers run, and looks at the sums, too. */
export class LogFollower {
  readonly met: LogEntry[] = []
  readonly wrongSums: string[] = []
  readonly #store: Store
  #polling: Promise<void> | undefined
  #pausing = new AbortController()

  constructor(store: Store) {
    this.#store = store
  }

  start(): void {
    this.#pausing = new AbortController()
    this.#polling = this.#poll(this.#pausing.signal)
  }

  /** Resolves when no read is under way. */
  async pause(): Promise<void> {
    this.#pausing.abort()
    await this.#polling
  }

  /** Once more, until everything that is stored has been shown. */
  async finish(): Promise<void> {
    await this.pause()
    await this.#store.settled()
    await this.#look()
  }

  async #poll(paused: AbortSignal): Promise<void> {
    while (!paused.aborted) {
      const startMs = performance.now()
      await this.#look()
      const tookMs = performance.now() - startMs
      const pauseMs = Math.max(POLL_MS, IDLE_SHARE * tookMs)
      await setTimeout(pauseMs, undefined, { signal: paused }).catch(() => {})
    }
  }

  async #look(): Promise<void> {
    for (const entry of await this.#store.follow(this.met.at(-1))) this.met.push(entry)
    this.wrongSums.push(...(await this.#store.wrongSums()))
  }
}
