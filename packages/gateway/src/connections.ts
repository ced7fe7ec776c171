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

  isRefused(socket: Duplex): boolean {
    return this.#refused.has(socket)
  }

  /**
   * Runs `then` once every request that was read whole has its answer: the 400 of unreadable bytes
   * must not stand for the answer of the call before them. Answers leave in the order of requests.
   * A request may also have its answer before it is read whole, and gets no other one.
   */
  afterAnswers(socket: Duplex, then: (isAnswered: boolean) => void): void {
    const latest = this.#latest.get(socket)
    const isAnswered = latest?.request.complete === false && latest.response.headersSent
    const owed = isAnswered || latest?.request.complete ? latest?.response : latest?.before
    if (owed === undefined || owed.writableFinished) then(isAnswered)
    else owed.once('close', () => then(isAnswered))
  }
}
