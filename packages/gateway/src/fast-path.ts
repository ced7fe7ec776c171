import type { Socket } from 'node:net'
import { encodeReply } from './encode-reply.ts'
import type { HttpCall, Reply } from './http-call.ts'
import { PlainHeadReader } from './plain-request.ts'

export interface FastPathOptions {
  /** Serves one call. Must not reject. */
  handle(call: HttpCall): Promise<Reply>
  /** Takes over a connection whose next request is not plain, with the bytes read of it. */
  handOver(socket: Socket, unread: Buffer | undefined): void
  /** The status for a request that no parser is to see; `incomplete` when that is not known yet. */
  statusFor(unread: Buffer): number | 'incomplete' | undefined
  /** Answers with this status and closes. */
  refuse(socket: Socket, status: number): void
  /** Serves a call together with all others that this turn of the event loop brought. */
  serveTogether(serve: () => void): void
  /** Writes an answer together with all others that are ready in this turn. */
  writeTogether(write: () => void): void
  /** The answer as it goes over the wire. */
  replyText(reply: Reply, closes: boolean): string | Uint8Array
  /** The address that a call counts as coming from, by that of its socket. */
  peerOf(address: string): string
  isClosing(): boolean
  readonly callsMax: number
  readonly keepAliveMs: number
  readonly stalledMs: number
  nowMs(): number
}

/** What a client may send ahead while its call is served. */
const AHEAD_BYTES_MAX = 64 * 1024

/**
 * Serves plain calls straight from their sockets: most calls of most clients, at a third of the
 * cost of a full HTTP server (performance.md section 1). Everything else is handed over whole,
 * untouched, so that it is one parser that decides about all that is odd.
 */
export class FastPath {
  readonly #options: FastPathOptions
  readonly #connections = new Set<PlainConnection>()

  constructor(options: FastPathOptions) {
    this.#options = options
  }

  accept(socket: Socket): void {
    const connection = new PlainConnection(socket, this.#options, () => {
      this.#connections.delete(connection)
    })
    this.#connections.add(connection)
  }

  /** Called every few seconds: nothing here has a timer of its own. */
  sweep(): void {
    for (const connection of this.#connections) connection.sweep()
  }

  closeIdle(): void {
    for (const connection of this.#connections) connection.closeIfIdle()
  }

  closeAll(): void {
    for (const connection of this.#connections) connection.destroy()
  }
}

class PlainConnection {
  readonly #socket: Socket
  readonly #options: FastPathOptions
  readonly #leave: () => void
  readonly #address: string
  readonly #heads = new PlainHeadReader()
  #unread: Buffer | undefined
  /** A call is being served, or its answer is not yet taken. */
  #isBusy = false
  #hasEnded = false
  #calls = 0
  /** Since when it waits for what it waits for: a request, the rest of one, or a reader. */
  #sinceMs: number

  constructor(socket: Socket, options: FastPathOptions, leave: () => void) {
    this.#socket = socket
    this.#options = options
    this.#leave = leave
    this.#address = socket.remoteAddress ?? ''
    this.#sinceMs = options.nowMs()
    socket.on('data', this.#onData)
    socket.on('end', this.#onEnd)
    socket.on('drain', this.#onDrain)
    socket.on('error', this.#onError)
    socket.on('close', leave)
  }

  /** A connection that has not begun a call, or not finished one, goes where such clocks run. */
  sweep(): void {
    const waitedMs = this.#options.nowMs() - this.#sinceMs
    if (this.#isBusy) {
      // Not `writableNeedDrain`, which is false once the end was asked for.
      if (this.#socket.writableLength > 0 && waitedMs > this.#options.stalledMs) this.destroy()
    } else if (this.#unread !== undefined || this.#calls === 0) {
      this.#handOver()
    } else if (waitedMs > this.#options.keepAliveMs) {
      this.destroy()
    }
  }

  closeIfIdle(): void {
    if (!this.#isBusy && this.#unread === undefined) this.destroy()
  }

  destroy(): void {
    this.#socket.destroy()
  }

  readonly #onData = (chunk: Buffer): void => {
    this.#unread = this.#unread === undefined ? chunk : Buffer.concat([this.#unread, chunk])
    if (!this.#isBusy) this.#serveNext()
    else if (this.#unread.length > AHEAD_BYTES_MAX) this.#socket.pause()
  }

  /** The client sends no more. The call that is being served is still answered. */
  readonly #onEnd = (): void => {
    this.#hasEnded = true
    if (!this.#isBusy) this.destroy()
  }

  readonly #onDrain = (): void => {
    if (this.#isBusy) this.#answered()
  }

  readonly #onError = (): void => this.destroy()

  #serveNext(): void {
    const bytes = this.#unread
    if (bytes === undefined) return
    const found = this.#heads.read(bytes)
    if (found === 'other') this.#leaveTo(bytes)
    if (found === 'incomplete') this.#readOn()
    if (typeof found === 'string') return
    const { head, length } = found
    const end = length + head.bodyBytes
    if (bytes.length < end) {
      this.#readOn()
      return
    }
    this.#unread = bytes.length === end ? undefined : bytes.subarray(end)
    this.#isBusy = true
    this.#calls += 1
    const call: HttpCall = {
      verb: 'POST',
      query: head.query,
      contentType: head.headers['content-type'],
      headers: head.headers,
      body: bytes.subarray(length, end),
      peer: this.#options.peerOf(this.#address),
    }
    const send = (reply: Reply) => {
      this.#options.writeTogether(() => this.#answer(reply, head.closes))
    }
    this.#options.serveTogether(() => {
      void this.#options.handle(call).then((reply) => {
        const encoded = encodeReply(reply, head.headers)
        if (encoded instanceof Promise) void encoded.then(send)
        else send(encoded)
      })
    })
  }

  #leaveTo(bytes: Buffer): void {
    const status = this.#options.statusFor(bytes)
    if (status === 'incomplete') {
      this.#readOn()
    } else if (status === undefined) {
      this.#handOver()
    } else {
      this.#isBusy = true
      this.#options.refuse(this.#socket, status)
    }
  }

  #answer(reply: Reply, clientCloses: boolean): void {
    const options = this.#options
    const closes = clientCloses || this.#calls >= options.callsMax || options.isClosing()
    const text = options.replyText(reply, closes)
    this.#sinceMs = options.nowMs()
    if (closes) this.#socket.end(text, () => this.destroy())
    else if (this.#socket.write(text)) this.#answered()
  }

  #answered(): void {
    this.#isBusy = false
    if (this.#hasEnded) {
      this.destroy()
    } else {
      if ((this.#unread?.length ?? 0) <= AHEAD_BYTES_MAX) this.#readOn()
      this.#serveNext()
    }
  }

  #readOn(): void {
    if (this.#socket.isPaused()) this.#socket.resume()
  }

  #handOver(): void {
    const socket = this.#socket
    socket.off('data', this.#onData)
    socket.off('end', this.#onEnd)
    socket.off('drain', this.#onDrain)
    socket.off('error', this.#onError)
    socket.off('close', this.#leave)
    this.#leave()
    this.#options.handOver(socket, this.#unread)
  }
}
