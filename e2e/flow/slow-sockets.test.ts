import { connect } from 'node:net'
import { HTTP_LIMITS } from '@topgate/gateway'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startSandbox } from '../testing/start-server.ts'
import { callSteadily } from './steady-calls.ts'

/** A tenth of what the product allows, so that nobody waits half a minute. */
const timeouts = {
  headersMs: 1_000,
  requestMs: 3_000,
  sweepMs: 200,
  keepAliveMs: 6_500,
  stalledMs: 3_000,
}
const EACH = 60
const BYTE_EVERY_MS = 200
const START_MS_MAX = 60_000
const RUN_MS_MAX = 60_000

let server: Awaited<ReturnType<typeof startSandbox>> | undefined
beforeAll(async () => {
  server = await startSandbox(undefined, { timeouts })
}, START_MS_MAX)
afterAll(() => server?.stop(), START_MS_MAX)

const head = 'POST /router/rest HTTP/1.1\r\nHost: a.example\r\n'
const form = 'Content-Type: application/x-www-form-urlencoded\r\n'

/** Sends a byte from time to time; resolves with how long the server bore it. */
function drip(url: string, first: string, slow: string): Promise<number> {
  const { hostname, port } = new URL(url)
  const startMs = performance.now()
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => socket.write(first))
    let at = 0
    const dripping = setInterval(() => {
      socket.write(slow[at % slow.length] ?? '')
      at += 1
    }, BYTE_EVERY_MS)
    socket.on('error', () => {}).resume()
    socket.on('close', () => {
      clearInterval(dripping)
      resolve(performance.now() - startMs)
    })
  })
}

/** Asks for large pages and never reads them. */
function neverRead(url: string): Promise<number> {
  const { hostname, port } = new URL(url)
  const startMs = performance.now()
  return new Promise((resolve) => {
    const asks = `GET /docs/llms-full.txt HTTP/1.1\r\nHost: a.example\r\n\r\n`
    const socket = connect(Number(port), hostname, () => socket.write(asks.repeat(50)))
    socket.pause()
    socket.on('error', () => {})
    socket.on('close', () => resolve(performance.now() - startMs))
    // A paused socket is told of the end only when somebody looks at it.
    const looking = setInterval(() => {
      if (socket.destroyed || !socket.writable) socket.resume()
      else socket.write('\r\n')
    }, BYTE_EVERY_MS)
    socket.once('close', () => clearInterval(looking))
  })
}

it(
  'slow heads, slow bodies and slow readers are closed by their limits, and others are served',
  async () => {
    const url = server?.url ?? ''
    const ended = new AbortController()
    const [key, secret] = ['10000001', 'sandbox00000000000000000000000001']
    const calling = callSteadily({ url, key, secret, perSecond: 50, until: ended.signal })
    const heads = Array.from({ length: EACH }, () => drip(url, head, 'X-Slow: 1\r\n'))
    const bodies = Array.from({ length: EACH }, () =>
      drip(url, `${head}${form}Content-Length: 1000\r\n\r\n`, 'a'),
    )
    const unread = Array.from({ length: EACH }, () => neverRead(url))
    const [headsMs, bodiesMs] = await Promise.all([Promise.all(heads), Promise.all(bodies)])
    await Promise.all(unread)
    ended.abort()
    const { failures, answered } = await calling
    expect(Math.min(...headsMs)).toBeGreaterThanOrEqual(timeouts.headersMs * 0.9)
    expect(Math.min(...bodiesMs)).toBeGreaterThanOrEqual(timeouts.requestMs * 0.9)
    expect(failures).toEqual([])
    expect(answered).toBeGreaterThan(0)
    expect(3 * EACH).toBeLessThan(HTTP_LIMITS.connectionsMax)
  },
  RUN_MS_MAX,
)
