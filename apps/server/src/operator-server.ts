import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Health } from './health.ts'
import type { Site } from './site/site.ts'

export interface OperatorOptions {
  readonly health: Health
  /** Everything else on this port. */
  readonly console: Site
  /** Current figures; bigints do not occur. */
  status(): object
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

/** The listener for operators: health, the figures of this node as JSON, and the console. */
export function createOperatorServer({ health, console, status }: OperatorOptions): Server {
  return createServer((request, response) => {
    if (serveHealth(request, response, health)) return
    if (request.url === '/status') {
      send(response, 200, 'application/json;charset=UTF-8', `${JSON.stringify(status())}\n`)
    } else {
      console.serve(request, response)
    }
  })
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'X-Content-Type-Options': 'nosniff',
  })
  response.end(body)
}
