import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import {
  matchSignature,
  ParameterCollector,
  plainDigests,
  readForm,
  readMultipart,
} from '@topgate/protocol'
import { answerStrangely } from './answer-strangely.ts'
import { readScenarios, strangeSecret } from './scenarios.ts'

const BODY_BYTES_MAX = 4 * 1024 * 1024

/** One request as it arrived. */
export interface SeenRequest {
  readonly startedMs: number
  /** When its answer was written, or when the client went away. */
  endedMs: number | undefined
  bytesSent: number
  readonly connection: number
  /** Address, content type and body, to compare tries. */
  readonly raw: string
  readonly parameters: ReadonlyMap<string, string>
  readonly files: readonly { name: string; filename: string; bytesHex: string }[]
  readonly isSigned: boolean
  readonly problem: string | undefined
}

/**
 * An HTTP server on a free port that answers as the scenarios say (`/errors/3` is the fourth of
 * errors.json) and remembers what it was sent.
 */
export async function startStrangeServer(): Promise<{
  readonly url: string
  seen(scenario: string): readonly SeenRequest[]
  stop(): Promise<void>
}> {
  const scenarios = readScenarios()
  const requests = new Map<string, SeenRequest[]>()
  const connections = new Map<Socket, number>()

  const server = createServer(async (request, response) => {
    const name = (request.url ?? '').split('?')[0]?.slice(1) ?? ''
    const scenario = scenarios.get(name)
    const body = await readBody(request)
    const earlier = requests.get(name) ?? []
    requests.set(name, earlier)
    const seen = readRequest(request, body, connections.get(request.socket) ?? -1)
    earlier.push(seen)
    response.on('close', () => {
      seen.endedMs ??= performance.now()
    })
    response.on('finish', () => {
      seen.endedMs = performance.now()
    })
    const step = scenario?.server[Math.min(earlier.length, scenario.server.length) - 1]
    if (step === undefined) return send404(response)
    answerStrangely(step, request, response, (bytes) => {
      seen.bytesSent += bytes
    })
  })
  server.on('connection', (socket) => connections.set(socket, connections.size + 1))
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen: (scenario) => requests.get(scenario) ?? [],
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function send404(response: ServerResponse): void {
  response.writeHead(404, { 'Content-Type': 'text/plain' }).end('no such scenario')
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > BODY_BYTES_MAX) throw new Error('a request that no scenario makes')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function readRequest(request: IncomingMessage, body: Buffer, connection: number): SeenRequest {
  const contentType = request.headers['content-type'] ?? ''
  const collector = new ParameterCollector()
  let problem: string | undefined
  try {
    readForm((request.url ?? '').split('?')[1] ?? '', collector)
    if (contentType.startsWith('multipart/')) readMultipart(body, contentType, collector)
    else readForm(body.toString(), collector)
  } catch (error) {
    problem = String(error)
  }
  return {
    startedMs: performance.now(),
    endedMs: undefined,
    bytesSent: 0,
    connection,
    raw: `${request.method} ${request.url}\n${contentType}\n${body.toString('latin1')}`,
    parameters: collector.values,
    files: collector.files.map(({ name, filename, bytes }) => ({
      name,
      filename,
      bytesHex: Buffer.from(bytes).toString('hex'),
    })),
    isSigned: matchSignature(collector.values, strangeSecret, plainDigests) !== undefined,
    problem,
  }
}
