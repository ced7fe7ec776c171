import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** The one before, which was read whole when this one began. */
  readonly before: ServerResponse | undefined
}

/** What has to be known of a connection when several requests follow each other on it. */
export class Connections {
  readonly #refused = new WeakSet<Duplex>()
  readonly #latest = new WeakMap<Duplex, Exchange>()

  begin(request: IncomingMessage, response: ServerResponse): void {
    const before = this.#latest.get(request.socket)?.response
    this.#latest.set(request.socket, { request, response, before })
  }

  /** The connection closes behind a refusal. What was sent after it gets no answer: no effect. */
  refuse(request: IncomingMessage): void {
    this.#refused.add(request.socket)
  }

  isRefused(request: IncomingMessage): boolean {
    return this.#refused.has(request.socket)
  }

  /**
   * Runs `then` once every request that was read whole has its answer: the 400 of unreadable bytes
   * must not stand for the answer of the call before them. Answers leave in the order of requests.
   */
  afterAnswers(socket: Duplex, then: () => void): void {
    const latest = this.#latest.get(socket)
    const owed = latest?.request.complete ? latest.response : latest?.before
    if (owed === undefined || owed.writableFinished) then()
    else owed.once('close', then)
  }
}
