import { connect, type Socket } from 'node:net'
import { parseArgs } from 'node:util'
import { charity } from './apis.ts'
import { signedBody } from './calls.ts'
import { quantile } from './statistics.ts'

/**
 * An open-loop load generator in a process of its own: a call is due at a fixed pace, whatever the
 * server does, and its time counts from when it was due. With `--rate 0` it is a closed loop: each
 * connection sends its next call when it has the answer. Prints one line of JSON a second.
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    rate: { type: 'string', default: '0' },
    seconds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '64' },
    address: { type: 'string', default: '127.0.0.1' },
    key: { type: 'string' },
    secret: { type: 'string' },
    /** Breaks every signature: a flood of somebody who has no secret. */
    unsigned: { type: 'boolean', default: false },
  },
})
const rate = Number(values.rate)
const endMs = performance.now() + Number(values.seconds) * 1000

interface Second {
  good: number
  limited: number
  shed: number
  other: number
  /** Due, and no connection was free: counted when there is no more room to wait. */
  late: number
  readonly goodMs: number[]
  readonly refusedMs: number[]
}

let second: Second = newSecond()
function newSecond(): Second {
  return { good: 0, limited: 0, shed: 0, other: 0, late: 0, goodMs: [], refusedMs: [] }
}

const idle: Connection[] = []
let open = 0
/** When the calls were due that wait for a connection. */
const due: number[] = []
const DUE_MAX = 20_000

function bodyNow(): string {
  const body = signedBody(charity, Date.now(), values.key, values.secret)
  return values.unsigned ? body.replace(/sign=[0-9A-F]{4}/, 'sign=0000') : body
}

class Connection {
  readonly #socket: Socket
  #answer = ''
  #dueMs = 0

  constructor() {
    open += 1
    this.#socket = connect({
      port: Number(values.port),
      host: '127.0.0.1',
      localAddress: values.address,
    })
    this.#socket.setNoDelay().setEncoding('latin1')
    this.#socket.on('data', (chunk: string) => this.#read(chunk))
    this.#socket.on('error', () => {})
    this.#socket.on('close', () => {
      open -= 1
      if (this.#dueMs > 0) second.other += 1
      const at = idle.indexOf(this)
      if (at >= 0) idle.splice(at, 1)
    })
  }

  send(dueMs: number): void {
    this.#dueMs = dueMs
    this.#answer = ''
    const body = bodyNow()
    this.#socket.write(
      `POST /router/rest HTTP/1.1\r\nHost: a\r\nContent-Length: ${body.length}\r\n` +
        `Content-Type: application/x-www-form-urlencoded\r\n\r\n${body}`,
    )
  }

  end(): void {
    this.#dueMs = 0
    this.#socket.destroy()
  }

  #read(chunk: string): void {
    this.#answer += chunk
    const headEnd = this.#answer.indexOf('\r\n\r\n')
    if (headEnd < 0) return
    const length = Number(/content-length: *(\d+)/i.exec(this.#answer)?.[1])
    if (this.#answer.length < headEnd + 4 + length) return
    count(this.#answer, performance.now() - this.#dueMs)
    this.#dueMs = 0
    const next = rate === 0 ? performance.now() : due.shift()
    if (next === undefined) idle.push(this)
    else if (performance.now() < endMs) this.send(next)
  }
}

function count(answer: string, ms: number): void {
  if (answer.includes(charity.success)) {
    second.good += 1
    second.goodMs.push(ms)
    return
  }
  second.refusedMs.push(ms)
  if (answer.includes('"code":7,')) second.limited += 1
  else if (answer.includes('"code":10,')) second.shed += 1
  else second.other += 1
}

const connectionsMax = Number(values.connections)
const connections: Connection[] = []
function newConnection(): Connection {
  const connection = new Connection()
  connections.push(connection)
  return connection
}

function dispatch(dueMs: number): void {
  const connection = idle.pop() ?? (open < connectionsMax ? newConnection() : undefined)
  if (connection !== undefined) connection.send(dueMs)
  else if (due.length < DUE_MAX) due.push(dueMs)
  else second.late += 1
}

const startMs = performance.now()
let sent = 0
if (rate === 0) for (let at = 0; at < connectionsMax; at += 1) dispatch(startMs)

const telling = setInterval(() => {
  const { goodMs, refusedMs, ...counts } = second
  second = newSecond()
  const times = {
    p50Ms: quantile(goodMs, 0.5),
    p99Ms: quantile(goodMs, 0.99),
    refusedP99Ms: quantile(refusedMs, 0.99),
  }
  process.stdout.write(`${JSON.stringify({ ...counts, ...times })}\n`)
}, 1000)

function pace(): void {
  const nowMs = performance.now()
  if (nowMs >= endMs) {
    clearInterval(telling)
    for (const connection of connections) connection.end()
    return
  }
  for (; rate > 0 && startMs + (sent * 1000) / rate <= nowMs; sent += 1) {
    dispatch(startMs + (sent * 1000) / rate)
  }
  setTimeout(pace, 1)
}
pace()
