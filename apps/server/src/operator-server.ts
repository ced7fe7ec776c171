import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Health } from './health.ts'
import { JSON_TEXT } from './site/respond.ts'
import type { Site } from './site/site.ts'

export interface OperatorOptions {
  readonly health: Health
  /** Everything else on this port. */
  readonly console: Site
  /** Current figures; bigints do not occur. */
  status(): Promise<object>
  /** What Prometheus scrapes. */
  metrics(): Promise<string>
}

/** `/healthz`: the process is alive. `/readyz`: it can serve writes. False for any other path. */
export function serveHealth(
  request: IncomingMessage,
  response: ServerResponse,
  health: Health,
): boolean {
  if (request.url === '/healthz') {
    send(response, 200, 'text/plain;charset=UTF-8', 'alive\n')
    return true
  }
  if (request.url === '/readyz') {
    void health.readiness().then(({ ready, reason }) => {
      send(response, ready ? 200 : 503, 'text/plain;charset=UTF-8', `${reason}\n`)
    })
    return true
  }
  return false
}

/** The listener for operators: health, metrics, the figures of this node, and the console. */
export function createOperatorServer(options: OperatorOptions): Server {
  const { health, console, status, metrics } = options
  return createServer((request, response) => {
    if (serveHealth(request, response, health)) return
    if (request.url === '/metrics') {
      void metrics().then((text) => send(response, 200, METRICS_TEXT, text))
    } else if (request.url === '/status' && !wantsPage(request)) {
      void status().then((now) => send(response, 200, JSON_TEXT, `${JSON.stringify(now)}\n`))
    } else {
      console.serve(request, response)
    }
  })
}

const METRICS_TEXT = 'text/plain; version=0.0.4; charset=utf-8'

/** A browser; programs get the same as JSON. */
function wantsPage({ headers }: IncomingMessage): boolean {
  return headers.accept?.includes('text/html') === true
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'X-Content-Type-Options': 'nosniff',
  })
  response.end(body)
}
