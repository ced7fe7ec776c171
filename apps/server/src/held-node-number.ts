import { nodeOf, type WriteCall } from '@topgate/engine'
import { acquireNodeNumber, type NodeNumber } from '@topgate/storage'

const REACQUIRE_MS = 500

/**
 * The number of this node among those that share the database. A node that loses its connection may
 * lose the number to another: until it has one again, and for ids made with the old one, it stores
 * nothing.
 */
export class HeldNodeNumber {
  readonly #url: string
  #held: NodeNumber
  #isHeld = true
  #isReleased = false

  constructor(held: NodeNumber, url: string) {
    this.#held = held
    this.#url = url
    this.#watch()
  }

  get number(): number {
    return this.#held.number
  }

  owns(calls: readonly WriteCall[]): boolean {
    return this.#isHeld && calls.every(({ id }) => nodeOf(id) === this.#held.number)
  }

  async release(): Promise<void> {
    this.#isReleased = true
    await this.#held.release()
  }

  #watch(): void {
    void this.#held.lost.then(async () => {
      this.#isHeld = false
      while (!this.#isReleased && !this.#isHeld) {
        await acquireNodeNumber(this.#url).then(
          (held) => {
            this.#held = held
            this.#isHeld = true
            this.#watch()
          },
          () => new Promise((resolve) => setTimeout(resolve, REACQUIRE_MS)),
        )
      }
    })
  }
}
