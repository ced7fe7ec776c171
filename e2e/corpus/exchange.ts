import { connect, type Socket } from 'node:net'

export interface HttpAnswer {
  readonly status: number
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

export interface Exchange {
  readonly answers: readonly HttpAnswer[]
  /** The server ended the connection. */
  readonly closed: boolean
}

export interface ExchangeOptions {
  /** How many answers to wait for. */
  readonly count?: number
  /** Ends our side behind the last byte, as a client that goes away. */
  readonly halfClose?: boolean
  /** Waits until the server closes, whatever it answers. */
  readonly untilClosed?: boolean
  /** The address that the connection comes from. */
  readonly localAddress?: string
  /** Sends so many bytes at once and then one in every so many milliseconds. */
  readonly trickle?: { readonly atOnce: number; readonly everyMs: number }
  /** How long nothing may happen before we give up. */
  readonly patienceMs?: number
}

const PATIENCE_MS = 3_000

/** Sends bytes as they are over a connection of their own. Never rejects: silence is a result. */
export function exchange(
  serverUrl: string,
  bytes: Buffer,
  options: ExchangeOptions = {},
): Promise<Exchange> {
  const { count = 1, halfClose = false, untilClosed = false, localAddress, trickle } = options
  const { hostname, port } = new URL(serverUrl)
  return new Promise((resolve) => {
    const answers: HttpAnswer[] = []
    let rest: Buffer = Buffer.alloc(0)
    const socket = connect({ host: hostname, port: Number(port), localAddress }, () => {
      if (trickle !== undefined) sendSlowly(socket, bytes, trickle)
      else if (halfClose) socket.end(bytes)
      else socket.write(bytes)
    })
    const finish = (closed: boolean) => {
      socket.destroy()
      resolve({ answers, closed })
    }
    socket.setTimeout(options.patienceMs ?? PATIENCE_MS, () => finish(false))
    socket.on('data', (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk])
      for (let read = readHttp(rest); read !== undefined; read = readHttp(rest)) {
        answers.push(read.answer)
        rest = rest.subarray(read.length)
      }
      if (answers.length >= count && !untilClosed) finish(false)
    })
    socket.on('end', () => finish(true))
    // A server that refuses a body unread closes while we still write.
    socket.on('error', () => finish(true))
  })
}

function sendSlowly(
  socket: Socket,
  bytes: Buffer,
  { atOnce, everyMs }: NonNullable<ExchangeOptions['trickle']>,
): void {
  let sent = atOnce
  if (atOnce > 0) socket.write(bytes.subarray(0, atOnce))
  const timer = setInterval(() => {
    if (sent < bytes.length) socket.write(bytes.subarray(sent, sent + 1))
    sent += 1
  }, everyMs)
  socket.once('close', () => clearInterval(timer))
}

function readHttp(bytes: Buffer): { answer: HttpAnswer; length: number } | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n')
  if (headEnd < 0) return undefined
  const [statusLine = '', ...lines] = bytes.subarray(0, headEnd).toString('latin1').split('\r\n')
  const headers = new Map(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
    }),
  )
  const length = headEnd + 4 + Number(headers.get('content-length') ?? 0)
  if (bytes.length < length) return undefined
  const body = bytes.subarray(headEnd + 4, length).toString('utf8')
  return { answer: { status: Number(statusLine.split(' ')[1]), headers, body }, length }
}
