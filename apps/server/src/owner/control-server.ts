import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import type { OwnerAnswer } from '@topgate/services'
import { withControlPath } from './control-path.ts'
import { LineCollector } from './line-collector.ts'
import { type OwnerOrder, refusal } from './owner-call.ts'

/** Of one order with its lines; the largest file that may be loaded fits, as JSON. */
export const ORDER_CHARS_MAX = 64 * 1024 * 1024
const LINES_MAX = 100_000
const CONNECTIONS_MAX = 4
const SILENCE_MS_MAX = 90_000

/**
 * Listens on a socket in the data directory, which only the same user of the machine can open, and
 * runs what the command line asks for: a line of JSON, and the lines that it announces; one line
 * comes back. Undefined where the system has no such sockets.
 */
export function listenForOwner(
  dataDir: string,
  run: (order: OwnerOrder) => Promise<OwnerAnswer>,
): Promise<Server | undefined> {
  const server = createServer((socket) => serve(socket, run))
  server.maxConnections = CONNECTIONS_MAX
  const listening = withControlPath(dataDir, (path) => listenPrivately(server, path))
  return listening ?? Promise.resolve(undefined)
}

/** Whoever holds the directory owns the name in it: what is there was left by a killed process. */
function listenPrivately(server: Server, path: string): Promise<Server> {
  rmSync(path, { force: true })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ path }, () => resolve(server))
    // The socket is there before `listen` returns, and nobody has been let in yet.
    chmodSync(path, 0o600)
  })
}

function serve(socket: Socket, run: (order: OwnerOrder) => Promise<OwnerAnswer>): void {
  const collector = new LineCollector(ORDER_CHARS_MAX)
  let isTaken = false
  const answer = (value: OwnerAnswer) => {
    isTaken = true
    if (socket.writable) socket.end(`${JSON.stringify(value)}\n`)
  }
  // A server that stops does not wait for who says nothing.
  socket.unref()
  socket.setEncoding('utf8')
  socket.setTimeout(SILENCE_MS_MAX, () => socket.destroy())
  // Who hangs up does not want the answer; what was begun goes on.
  socket.on('error', () => {})
  socket.on('data', (piece: string) => {
    if (isTaken) return
    if (!collector.push(piece)) return answer(refusal('The order is too long.'))
    const order = readOrder(collector.lines)
    if (order === undefined) return
    if (order === 'unreadable') return answer(refusal('The order cannot be read.'))
    isTaken = true
    run(order).then(answer, (error: unknown) => answer(refusal(String(error))))
  })
}

/** Undefined until all of it is there. */
function readOrder([head, ...lines]: readonly string[]): OwnerOrder | 'unreadable' | undefined {
  if (head === undefined) return undefined
  let parsed: unknown
  try {
    parsed = JSON.parse(head)
  } catch {
    return 'unreadable'
  }
  if (typeof parsed !== 'object' || parsed === null) return 'unreadable'
  const { operation, by, input, count } = parsed as Readonly<Record<string, unknown>>
  const isOrder =
    typeof operation === 'string' &&
    typeof by === 'string' &&
    by.length <= 64 &&
    typeof input === 'object' &&
    input !== null &&
    Number.isInteger(count) &&
    Number(count) <= LINES_MAX
  if (!isOrder) return 'unreadable'
  if (lines.length < Number(count)) return undefined
  return { operation, by, input: input as OwnerOrder['input'], ...(count === 0 ? {} : { lines }) }
}
