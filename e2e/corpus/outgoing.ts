import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { Socket } from 'node:net'

const CHANNEL = 'net.client.socket'

/** Connections that this process opens: a server never connects where a caller tells it to. */
export class Outgoing {
  readonly #expected = new Set<string>()
  /** With the port that each reached, once it did. */
  #quiet = 0
  readonly #opened = new Map<Socket, string | undefined>()

  open(): void {
    subscribe(CHANNEL, this.#note)
  }

  /** Connections to this address are those of the clients or of the database. */
  expect(url: string): void {
    this.#expected.add(new URL(url).port)
  }

  /** Does something that connects by itself, while no case is under way. */
  async quietly<T>(work: () => Promise<T>): Promise<T> {
    this.#quiet += 1
    try {
      return await work()
    } finally {
      this.#quiet -= 1
    }
  }

  readonly #note = (message: unknown): void => {
    if (this.#quiet > 0) return
    const socket =
      typeof message === 'object' && message !== null && 'socket' in message && message.socket
    if (!(socket instanceof Socket)) return
    this.#opened.set(socket, undefined)
    socket.once('connect', () => this.#opened.set(socket, String(socket.remotePort)))
  }

  /** How many went somewhere else; those that are not there yet are told the next time. */
  takeUnexpected(): number {
    let unexpected = 0
    for (const [socket, port] of this.#opened) {
      if (socket.connecting) continue
      this.#opened.delete(socket)
      if (port === undefined || !this.#expected.has(port)) unexpected += 1
    }
    return unexpected
  }

  close(): void {
    unsubscribe(CHANNEL, this.#note)
  }
}
