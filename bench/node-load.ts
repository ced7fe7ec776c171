import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { quantile } from './statistics.ts'

/**
 * A load generator for machines without wrk: keep-alive connections with one call at a time each.
 * Arguments: address, file of bodies, length of a body, connections, seconds, what a good answer
 * holds. Prints one `Round`.
 */
const [address = '', path = '', bodyBytes = '', connections = '', seconds = '', success = ''] =
  process.argv.slice(2)
const url = new URL(address)
const length = Number(bodyBytes)
const bodies = readFileSync(path)
const head = Buffer.from(
  `POST /router/rest HTTP/1.1\r\nHost: ${url.host}\r\nContent-Length: ${length}\r\n` +
    'Content-Type: application/x-www-form-urlencoded;charset=UTF-8\r\n\r\n',
)

const times: number[] = []
let at = 0
let repeated = 0
let nonSuccess = 0
let lost = 0
const startMs = performance.now()
const endMs = startMs + Number(seconds) * 1000

function nextRequest(): Buffer {
  if (at + length > bodies.length) {
    at = 0
    repeated += 1
  }
  at += length
  return Buffer.concat([head, bodies.subarray(at - length, at)])
}

const headEnd = '\r\n\r\n'
const lengthHeader = /\r\ncontent-length: *([0-9]+)/i

/** The body of the answer, or undefined while some of it is missing. */
function bodyOf(answer: string): string | undefined {
  const headLength = answer.indexOf(headEnd)
  const found = headLength < 0 ? null : lengthHeader.exec(answer.slice(0, headLength))
  if (found === null) return undefined
  const start = headLength + headEnd.length
  return answer.length >= start + Number(found[1]) ? answer.slice(start) : undefined
}

/** Resolves when the time is over or the connection is lost. */
function runConnection(): Promise<Socket> {
  return new Promise((resolve) => {
    const socket = connect(Number(url.port), url.hostname)
    let sentMs = 0
    let answer = ''
    const send = () => {
      sentMs = performance.now()
      answer = ''
      socket.write(nextRequest())
    }
    socket.setNoDelay()
    socket.setEncoding('latin1')
    socket.on('connect', send)
    socket.on('error', () => {
      lost += 1
      resolve(socket)
    })
    socket.on('data', (chunk) => {
      answer += chunk
      const body = bodyOf(answer)
      if (body === undefined) return
      const nowMs = performance.now()
      if (nowMs >= endMs) return resolve(socket)
      times.push(nowMs - sentMs)
      if (!answer.startsWith('HTTP/1.1 200 ') || !body.includes(success)) nonSuccess += 1
      send()
    })
  })
}

const sockets = await Promise.all(Array.from({ length: Number(connections) }, runConnection))
for (const socket of sockets) socket.destroy()
const round = {
  answers: times.length,
  seconds: Number(seconds),
  p50Ms: quantile(times, 0.5),
  p99Ms: quantile(times, 0.99),
  nonSuccess,
  repeated,
  lost,
}
process.stdout.write(`${JSON.stringify(round)}\n`)
