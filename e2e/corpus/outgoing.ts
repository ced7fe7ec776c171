import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { Socket } from 'node:net'

const CHANNEL = 'net.client.socket'

/** Connections that this process opens: a server never connects where a caller tells it to. */
export class Outgoing {
  readonly #expected: ReadonlySet<string>
  /** With the port that each reached, once it did. */
  readonly #opened = new Map<Socket, string | undefined>()

  /** Connections to these addresses are those of the clients and of the database. */
  constructor(expectedUrls: readonly string[]) {
    this.#expected = new Set(expectedUrls.map((url) => new URL(url).port))
    subscribe(CHANNEL, this.#note)
  }

  readonly #note = (message: unknown): void => {
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
