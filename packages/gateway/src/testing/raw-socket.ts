import { connect, type Socket } from 'node:net'

/** One answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

/** A client that sends bytes as they are and waits for what comes, never for time to pass. */
export class RawSocket {
  readonly #socket: Socket
  #received = ''
  #isClosed = false
  #wake: () => void = () => {}

  static open(port: number): Promise<RawSocket> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new RawSocket(socket)))
      socket.once('error', reject)
    })
  }

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.on('data', (chunk: Buffer) => {
      this.#received += chunk.toString('latin1')
      this.#wake()
    })
    // A server that closes early resets what is still being sent; what it said before counts.
    socket.on('error', () => {})
    socket.on('close', () => {
      this.#isClosed = true
      this.#wake()
    })
  }

  send(...pieces: readonly (string | Buffer)[]): this {
    for (const piece of pieces) this.#socket.write(piece, 'latin1')
    return this
  }

  /** Sends no more, and still reads. */
  endSending(): this {
    this.#socket.end()
    return this
  }

  stopReading(): this {
    this.#socket.pause()
    return this
  }

  close(): void {
    this.#socket.destroy()
  }

  /** Everything received once the server has closed the connection. */
  async untilClosed(): Promise<string> {
    while (!this.#isClosed) await this.#change()
    return this.#received
  }

  /** The first answers, as soon as there are so many. */
  async answers(count: number): Promise<RawAnswer[]> {
    for (;;) {
      const answers = readAnswers(this.#received)
      if (answers.length >= count) return answers.slice(0, count)
      if (this.#isClosed) throw new Error(`closed after ${JSON.stringify(this.#received)}`)
      await this.#change()
    }
  }

  #change(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve
    })
  }
}

/** The complete answers at the front of `text`. */
export function readAnswers(text: string): RawAnswer[] {
  const answers: RawAnswer[] = []
  for (let at = 0; ; ) {
    const end = text.indexOf('\r\n\r\n', at)
    if (end < 0) return answers
    const [statusLine = '', ...lines] = text.slice(at, end).split('\r\n')
    const headers = new Map(
      lines.map((line): [string, string] => {
        const colon = line.indexOf(':')
        return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
      }),
    )
    at = end + 4 + Number(headers.get('content-length') ?? 0)
    if (at > text.length) return answers
    answers.push({
      status: Number(statusLine.split(' ')[1]),
      headers,
      body: text.slice(end + 4, at),
    })
  }
}
