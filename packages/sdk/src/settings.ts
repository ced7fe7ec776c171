import { Agent } from 'node:http'
import type { ClientOptions, LogEvent, SignMethod } from './options.ts'

/** The options with what was not given. */
export interface Settings {
  readonly url: URL
  readonly appKey: string
  readonly secret: string
  readonly session: string | undefined
  readonly signMethod: SignMethod
  readonly connectTimeoutMs: number
  readonly readTimeoutMs: number | undefined
  readonly triesMax: number
  readonly waitMsMax: number
  readonly bodyBytesMax: number
  readonly connectionsMax: number
  readonly agent: Agent | undefined
  readonly log: (event: LogEvent) => void
}

const MINUTE_MS = 60_000
const MIB = 1024 * 1024

/** Throws a `TypeError` or `RangeError` that names the option. */
export function readOptions(options: ClientOptions): Settings {
  return {
    url: readUrl(options.url),
    appKey: readText('appKey', options.appKey),
    secret: readText('secret', options.secret),
    session: options.session,
    signMethod: readSignMethod(options.signMethod),
    connectTimeoutMs: bounded('connectTimeoutMs', options.connectTimeoutMs, 3_000, MINUTE_MS),
    readTimeoutMs:
      options.readTimeoutMs === undefined
        ? undefined
        : bounded('readTimeoutMs', options.readTimeoutMs, 0, 10 * MINUTE_MS),
    triesMax: bounded('triesMax', options.triesMax, 3, 10),
    // A call is refused when it is older than ten minutes, so waiting longer makes no sense.
    waitMsMax: bounded('waitMsMax', options.waitMsMax, 30_000, 2 * MINUTE_MS, 0),
    bodyBytesMax: bounded('bodyBytesMax', options.bodyBytesMax, 8 * MIB, 256 * MIB),
    connectionsMax: bounded('connectionsMax', options.connectionsMax, 16, 1_024),
    agent: readAgent(options.agent),
    log: options.log ?? (() => {}),
  }
}

function readUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new TypeError('url: an address such as https://gateway.example/router/rest is needed')
  }
  return url
}

function readText(name: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return value
  throw new TypeError(`${name}: a text is needed`)
}

function readSignMethod(method: SignMethod | undefined): SignMethod {
  if (method === undefined) return 'hmac-sha256'
  if (method === 'md5' || method === 'hmac' || method === 'hmac-sha256') return method
  throw new RangeError('signMethod: md5, hmac or hmac-sha256')
}

function readAgent(agent: object | undefined): Agent | undefined {
  if (agent === undefined || agent instanceof Agent) return agent
  throw new TypeError('agent: an http.Agent is needed')
}

function bounded(name: string, value: number | undefined, usual: number, max: number, min = 1) {
  if (value === undefined) return usual
  if (Number.isInteger(value) && value >= min && value <= max) return value
  throw new RangeError(`${name}: an integer from ${min} to ${max}`)
}
