import { Agent, type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps, Agent as SecureAgent } from 'node:https'
import { TopTransportError, type TransportReason } from './errors.ts'
import type { Reply } from './read-reply.ts'
import type { Settings } from './settings.ts'
import type { SignedCall } from './signed-call.ts'

export interface ExchangeLimits {
  readonly readTimeoutMs: number
  readonly signal: AbortSignal | undefined
}

/** Connections are kept and used again; idle ones do not keep a program from ending. */
export class Transport {
  readonly #settings: Settings
  readonly #agent: Agent
  readonly #userAgent: string

  constructor(settings: Settings, userAgent: string) {
    this.#settings = settings
    this.#userAgent = userAgent
    const pool = { keepAlive: true, maxSockets: settings.connectionsMax }
    const isSecure = settings.url.protocol === 'https:'
    this.#agent = settings.agent ?? (isSecure ? new SecureAgent(pool) : new Agent(pool))
  }

  /** Sends a call once. Rejects with a `TopTransportError` alone, within the time-outs. */
  send(method: string, call: SignedCall, limits: ExchangeLimits): Promise<Reply> {
    const { url, connectTimeoutMs, bodyBytesMax } = this.#settings
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method: 'POST',
      agent: this.#agent,
      headers: {
        'Content-Type': call.contentType,
        'Content-Length': call.body.byteLength,
        'User-Agent': this.#userAgent,
      },
    })
    return new Promise<Reply>((resolve, reject) => {
      let isConnected = false
      let timer = setTimeout(() => fail('connect', 'no connection in time'), connectTimeoutMs)
      const end = () => {
        clearTimeout(timer)
        limits.signal?.removeEventListener('abort', abort)
      }
      const fail = (reason: TransportReason, problem: string, cause?: unknown) => {
        end()
        reject(new TopTransportError(method, reason, problem, cause))
        request.destroy()
      }
      const abort = () => fail('aborted', 'the caller gave up', limits.signal?.reason)
      const connected = () => {
        isConnected = true
        clearTimeout(timer)
        timer = setTimeout(() => fail('timeout', 'no answer in time'), limits.readTimeoutMs)
      }
      request.on('socket', (socket) => {
        if (!socket.connecting) connected()
        else socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', connected)
      })
      request.on('error', (error) => {
        if (isConnected) fail('broken', 'the connection broke', error)
        else fail('connect', 'no connection', error)
      })
      request.on('response', (response) => {
        readBody(response, bodyBytesMax).then(
          (body) => {
            end()
            resolve(replyOf(response, body))
          },
          (error: unknown) => fail('broken', 'the connection broke in the answer', error),
        )
      })
      limits.signal?.addEventListener('abort', abort)
      if (limits.signal?.aborted === true) abort()
      else request.end(call.body)
    })
  }

  /** Closes the connections; calls that are under way break. */
  close(): void {
    if (this.#settings.agent === undefined) this.#agent.destroy()
  }
}

function replyOf(response: IncomingMessage, body: Buffer | undefined): Reply {
  const header = (name: string) => {
    const value = response.headers[name]
    return typeof value === 'string' ? value : undefined
  }
  return {
    status: response.statusCode ?? 0,
    body: body === undefined ? undefined : decodeUtf8(body),
    retryHint: header('x-topgate-retry'),
    retryAfter: header('retry-after'),
  }
}

/** Undefined: it is longer than the bound; leaving the loop closes the connection. */
async function readBody(response: IncomingMessage, bytesMax: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > bytesMax) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function decodeUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
