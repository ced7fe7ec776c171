import type { App } from './ports.ts'

/**
 * How many calls of each app are under way, so that one app with slow calls cannot take the time of
 * the others. Apps without limits are not counted.
 */
export class InFlight {
  readonly #max: number
  readonly #calls = new Map<string, number>()

  constructor(max: number) {
    this.#max = max
  }

  /** False when the app has as many calls under way as it may; otherwise `leave` ends this one. */
  enter({ key, limits }: App): boolean {
    if (limits === null) return true
    const calls = this.#calls.get(key) ?? 0
    if (calls >= this.#max) return false
    this.#calls.set(key, calls + 1)
    return true
  }

  leave({ key, limits }: App): void {
    if (limits === null) return
    const calls = this.#calls.get(key) ?? 0
    if (calls > 1) this.#calls.set(key, calls - 1)
    else this.#calls.delete(key)
  }
}
