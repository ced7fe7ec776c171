import type { IncomingMessage, ServerResponse } from 'node:http'
import { setInterval } from 'node:timers'
import { gzipSync } from 'node:zlib'
import type { ServerStep } from './scenarios.ts'

const DRIP_MS = 100
const DEEP = 200_000
const CHUNK = Buffer.alloc(64 * 1024, 'x')
/** "Without end" is this much: enough for every bound, and it ends when a client has none. */
const ENDLESS_BYTES = 256 * 1024 * 1024
const BOMB_BYTES = 64 * 1024 * 1024

type Count = (bytes: number) => void

/** Answers one request as a step says. */
export function answerStrangely(
  step: ServerStep,
  request: IncomingMessage,
  response: ServerResponse,
  count: Count,
): void {
  const body = Buffer.from(step.body ?? '')
  const acceptsGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  const head = (more: Record<string, string | number> = {}) =>
    response.writeHead(step.status ?? 200, {
      'Content-Type': 'text/javascript;charset=UTF-8',
      ...step.headers,
      ...more,
    })
  const whole = (bytes: Buffer, more: Record<string, string> = {}) => {
    count(bytes.length)
    head({ ...more, 'Content-Length': bytes.length }).end(bytes)
  }
  const wholeOrGzip = () => {
    if (acceptsGzip) whole(gzipSync(body), { 'Content-Encoding': 'gzip' })
    else whole(body)
  }
  const bomb = () => {
    if (acceptsGzip) whole(gzipSync(Buffer.alloc(BOMB_BYTES, ' ')), { 'Content-Encoding': 'gzip' })
    else endless(head(), count)
  }
  switch (step.do) {
    case undefined:
      whole(body)
      break
    case 'silence':
      break
    case 'reset':
      request.socket.destroy()
      break
    case 'half':
    case 'stall':
      head({ 'Content-Length': body.length })
      response.write(body.subarray(0, body.length / 2), () => {
        if (step.do === 'half') request.socket.destroy()
      })
      break
    case 'drip':
      drip(head(), count)
      break
    case 'endless':
      endless(head(), count)
      break
    case 'bomb':
      bomb()
      break
    case 'gzip':
      wholeOrGzip()
      break
    case 'binary':
      whole(Buffer.from(step.body ?? '', 'latin1'))
      break
    case 'deep':
      whole(Buffer.from('['.repeat(DEEP)))
      break
    case 'close-after':
      count(body.length)
      head({ 'Content-Length': body.length }).end(body, () => request.socket.destroySoon())
      break
    default:
      step.do satisfies never
  }
}

function drip(response: ServerResponse, count: Count): void {
  const timer = setInterval(() => {
    count(1)
    response.write(' ')
  }, DRIP_MS)
  response.on('close', () => clearInterval(timer))
}

function endless(response: ServerResponse, count: Count): void {
  let left = ENDLESS_BYTES
  response.write('{"a":"')
  const fill = () => {
    while (left > 0 && !response.destroyed) {
      left -= CHUNK.length
      count(CHUNK.length)
      if (!response.write(CHUNK)) {
        response.once('drain', fill)
        return
      }
    }
    response.end()
  }
  fill()
}
