import type { Socket } from 'node:net'

/**
 * Connections of each address at a time, so that one address cannot take all that a node has. Does
 * not count where many callers share an address: on this machine, and behind proxies of ours.
 */
export class ConnectionCap {
  readonly #max: number
  readonly #isShared: (address: string) => boolean
  readonly #connections = new Map<string, number>()

  constructor(max: number, isShared: (address: string) => boolean) {
    this.#max = max
    this.#isShared = isShared
  }

  /** False for one connection too many; an accepted one counts until it closes. */
  accepts(socket: Pick<Socket, 'remoteAddress' | 'once'>): boolean {
    const address = socket.remoteAddress
    if (address === undefined || this.#isShared(address)) return true
    const connections = this.#connections.get(address) ?? 0
    if (connections >= this.#max) return false
    this.#connections.set(address, connections + 1)
    socket.once('close', () => this.#leave(address))
    return true
  }

  #leave(address: string): void {
    const connections = this.#connections.get(address) ?? 0
    if (connections > 1) this.#connections.set(address, connections - 1)
    else this.#connections.delete(address)
  }
}
