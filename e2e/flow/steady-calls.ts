import { Agent, request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { timeGet } from './time-get.ts'

/** What became of the calls of a caller who sends at a fixed pace, whatever the server does. */
export interface SteadyResult {
  readonly answered: number
  /** The connection was refused or reset. */
  readonly unaccepted: number
  /** Why other calls failed. */
  readonly failures: readonly string[]
  /** Answers that ended their connection. */
  readonly closing: number
  /** Milliseconds from when each answered call was due. */
  readonly timesMs: readonly number[]
}

export interface SteadyOptions {
  readonly url: string
  readonly key: string
  readonly secret: string
  readonly perSecond: number
  /** Ends the calls. */
  readonly until: AbortSignal
}

/** Calls over kept connections until `until`, and waits for all answers. */
export async function callSteadily(options: SteadyOptions): Promise<SteadyResult> {
  const agent = new Agent({ keepAlive: true })
  const startMs = performance.now()
  const sent: Promise<Outcome>[] = []
  for (let call = 0; !options.until.aborted; call += 1) {
    const dueMs = startMs + (call * 1000) / options.perSecond
    const waitMs = dueMs - performance.now()
    if (waitMs > 0) await setTimeout(waitMs)
    sent.push(send(options, agent, dueMs))
  }
  const outcomes = await Promise.all(sent)
  agent.destroy()
  const answers = outcomes.filter((outcome) => typeof outcome !== 'string')
  const failures = outcomes.filter((outcome) => typeof outcome === 'string')
  return {
    answered: answers.length,
    unaccepted: failures.filter((code) => code === UNACCEPTED).length,
    failures: failures.filter((code) => code !== UNACCEPTED),
    closing: answers.filter(({ isClosing }) => isClosing).length,
    timesMs: answers.map(({ ms }) => ms),
  }
}

const UNACCEPTED = 'unaccepted'
/**
 * A connection that the server did not take, or that it closed while the request was on its way:
 * whether the server read the call is for the server to say.
 */
const resets: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE'])

type Outcome = { readonly ms: number; readonly isClosing: boolean } | string

function send({ url, key, secret }: SteadyOptions, agent: Agent, dueMs: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const body = timeGet(key, secret)
    const headers = {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': body.length,
    }
    const call = request(`${url}/router/rest`, { agent, method: 'POST', headers })
    call.on('error', ({ code, message }: NodeJS.ErrnoException) => {
      resolve(resets.has(code ?? '') ? UNACCEPTED : (code ?? message))
    })
    call.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk
      })
      response.on('error', (error) => resolve(error.message))
      response.on('end', () => {
        const isClosing = response.headers.connection === 'close'
        if (text.includes('time_get_response')) {
          resolve({ ms: performance.now() - dueMs, isClosing })
        } else resolve(text.slice(0, 200))
      })
    })
    call.end(body)
  })
}
