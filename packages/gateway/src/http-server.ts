import { type IncomingMessage, Server, type ServerOptions, type ServerResponse } from 'node:http'
import { isIPv4, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { BodyBudget } from './body-budget.ts'
import { Connections } from './connections.ts'
import { earlyChunksStatus } from './early-chunks.ts'
import { encodeReply } from './encode-reply.ts'
import { FastPath } from './fast-path.ts'
import { headStatus } from './head-status.ts'
import type { HttpCall, Reply } from './http-call.ts'
import { HTTP_LIMITS, HTTP_TIMEOUTS, type HttpLimits, type HttpTimeouts } from './http-limits.ts'
import { readBody } from './read-body.ts'
import { createReplyText, replyHeaders } from './reply.ts'
import { TurnBurst } from './turn-burst.ts'

export const ROUTER_PATH = '/router/rest'
export const BATCH_PATH = '/router/batch'

export interface HttpServerOptions {
  /** Serves one call. Must not reject. */
  handle(call: HttpCall): Promise<Reply>
  /** Serves several calls in one request. Must not reject. */
  handleBatch(call: HttpCall): Promise<Reply>
  /** Everything outside the router, such as health pages. False: not found. */
  serveOther(request: IncomingMessage, response: ServerResponse): boolean
  /** True while the node drains: every answer then closes its connection. */
  isClosing(): boolean
  readonly timeouts?: HttpTimeouts
  readonly limits?: HttpLimits
  /** The address that a call counts as coming from, by that of its socket. */
  readonly peerOf?: (address: string) => string
}

/**
 * The HTTP transport of calls. What cannot be read as HTTP within the limits gets an HTTP status;
 * everything else is a call, and its answer is always 200.
 */
export function createHttpServer(options: HttpServerOptions): Server {
  const { timeouts = HTTP_TIMEOUTS, limits = HTTP_LIMITS } = options
  const { peerOf = (address) => address } = options
  const connections = new Connections()
  const bodies = new BodyBudget(limits.bodiesBytesMax)
  const [calls, answers] = [new TurnBurst(), new TurnBurst()]
  const transport: Transport = { ...options, limits, peerOf, calls, answers, connections, bodies }
  const server = new CallServer(transport, timeouts, {
    maxHeaderSize: limits.headerBlockBytesMax,
    headersTimeout: timeouts.headersMs,
    requestTimeout: timeouts.requestMs,
    connectionsCheckingInterval: timeouts.sweepMs,
    keepAliveTimeout: timeouts.keepAliveMs,
    insecureHTTPParser: false,
    // We say it ourselves: the runtime would go on reading what follows on the connection.
    requireHostHeader: false,
  })
  server.timeout = timeouts.stalledMs
  server.maxRequestsPerSocket = limits.requestsPerSocketMax
  server.maxConnections = limits.connectionsMax
  // The runtime drops headers above its count silently; we count them ourselves.
  server.maxHeadersCount = 0
  server.on('request', (request, response) => receive(request, response, transport))
  server.on('checkContinue', (request, response) => {
    // The runtime looks for the word alone, whatever else is expected.
    if (request.headers.expect?.toLowerCase() !== '100-continue') {
      refuse(request, response, 417, connections)
      return
    }
    if (headStatus(request, limits) === undefined) response.writeContinue()
    receive(request, response, transport)
  })
  server.on('checkExpectation', (request, response) => refuse(request, response, 417, connections))
  server.on('connect', (_request, socket) => socket.destroy())
  // Nobody listens for upgrades: some clients offer one with every request, and it is ignored.
  server.on('clientError', (error, socket) => {
    // It has its answer, which closes the connection.
    if (connections.isRefused(socket)) return
    connections.afterAnswers(socket, (isAnswered) => {
      if (isAnswered) socket.destroy()
      else answerClientError(error, socket)
    })
  })
  return server
}

/**
 * Plain calls are served from their sockets by {@link FastPath}; a connection that sends anything
 * else goes to the runtime's HTTP server and stays there.
 */
class CallServer extends Server {
  readonly #fast: FastPath

  constructor(transport: Transport, timeouts: HttpTimeouts, options: ServerOptions) {
    super(options)
    const [serveHttp] = this.listeners('connection')
    if (serveHttp === undefined) throw new Error('the HTTP server of this runtime is another one')
    this.removeAllListeners('connection')
    const { requestsPerSocketMax } = transport.limits
    this.#fast = new FastPath({
      handle: (call) => transport.handle(call),
      isClosing: () => transport.isClosing(),
      serveTogether: (serve) => transport.calls.add(serve),
      writeTogether: (write) => transport.answers.add(write),
      replyText: createReplyText(timeouts.keepAliveMs, requestsPerSocketMax),
      peerOf: (address) => canonicalAddress(transport.peerOf(address)),
      statusFor: (unread) => earlyChunksStatus(unread, transport.limits.bodyBytesMax),
      refuse: endWithStatus,
      handOver: (socket, unread) => {
        socket.pause()
        if (unread !== undefined) socket.unshift(unread)
        serveHttp.call(this, socket)
        socket.resume()
      },
      callsMax: requestsPerSocketMax,
      keepAliveMs: timeouts.keepAliveMs,
      stalledMs: timeouts.stalledMs,
      nowMs: () => performance.now(),
    })
    this.on('connection', (socket: Socket) => this.#fast.accept(socket))
    const sweeping = setInterval(() => this.#fast.sweep(), timeouts.sweepMs).unref()
    this.on('close', () => clearInterval(sweeping))
  }

  override closeIdleConnections(): void {
    this.#fast.closeIdle()
    super.closeIdleConnections()
  }

  override closeAllConnections(): void {
    this.#fast.closeAll()
    super.closeAllConnections()
  }
}

interface Transport extends HttpServerOptions {
  readonly limits: HttpLimits
  readonly peerOf: (address: string) => string
  readonly calls: TurnBurst
  readonly answers: TurnBurst
  readonly connections: Connections
  readonly bodies: BodyBudget
}

function receive(request: IncomingMessage, response: ServerResponse, transport: Transport): void {
  const { connections } = transport
  if (connections.isRefused(request.socket)) return
  connections.begin(request, response)
  const status = headStatus(request, transport.limits)
  if (status !== undefined) {
    refuse(request, response, status, connections)
    return
  }
  const target = request.url ?? ''
  const mark = target.indexOf('?')
  const path = mark < 0 ? target : target.slice(0, mark)
  if (path !== ROUTER_PATH && path !== BATCH_PATH) {
    if (!transport.serveOther(request, response)) refuse(request, response, 404, connections)
    return
  }
  readBody(request, response, transport.limits.bodyBytesMax, transport.bodies, (body) => {
    if (body === 'too-large') return refuse(request, response, 413, connections)
    const call: HttpCall = {
      verb: request.method ?? '',
      query: mark < 0 ? '' : target.slice(mark + 1),
      // The runtime would keep the first of two, and another reader the second.
      contentType: request.headersDistinct['content-type']?.join(', '),
      headers: request.headers,
      body,
      peer: canonicalAddress(transport.peerOf(request.socket.remoteAddress ?? '')),
    }
    transport.calls.add(() => {
      const served = path === BATCH_PATH ? transport.handleBatch(call) : transport.handle(call)
      void served
        .then((reply) => encodeReply(reply, call.headers))
        .then((reply) => transport.answers.add(() => answer(reply, response, transport)))
    })
  })
}

function answer(reply: Reply, response: ServerResponse, transport: Transport): void {
  if (transport.isClosing()) response.setHeader('Connection', 'close')
  response.writeHead(200, replyHeaders(reply))
  response.end(reply.packed ?? reply.body)
}

/** An IPv4 address that arrived over an IPv6 socket is the same address. */
export function canonicalAddress(address: string): string {
  const mapped = address.startsWith('::ffff:') ? address.slice(7) : ''
  return isIPv4(mapped) ? mapped : address
}

const statusTexts: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  // The usual reason is a slash too many at the end of the address that a client was given.
  404: `Not Found: calls go to ${ROUTER_PATH}, batches to ${BATCH_PATH}`,
  408: 'Request Timeout',
  413: 'Payload Too Large',
  414: 'URI Too Long',
  415: 'Unsupported Media Type: request bodies are not compressed here',
  417: 'Expectation Failed',
  431: 'Request Header Fields Too Large',
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  connections: Connections,
): void {
  connections.refuse(request)
  const text = `${status} ${statusTexts[status] ?? ''}\n`
  response.writeHead(status, {
    'Content-Type': 'text/plain;charset=UTF-8',
    'Content-Length': Buffer.byteLength(text),
    'X-Content-Type-Options': 'nosniff',
    Connection: 'close',
  })
  response.end(text)
}

const parserStatus: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** A client that hung up: nothing that it sent was complete, and nobody reads an answer. */
const hangUps: ReadonlySet<string> = new Set(['ECONNRESET', 'HPE_INVALID_EOF_STATE'])

/** The request could not be parsed. A connection that never sent a byte gets no answer. */
function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  const silent = 'bytesRead' in socket && socket.bytesRead === 0
  if (silent || !socket.writable || hangUps.has(error.code ?? '')) {
    socket.destroy()
    return
  }
  endWithStatus(socket, parserStatus[error.code ?? ''] ?? 400)
}

function endWithStatus(socket: Duplex, status: number): void {
  socket.end(
    `HTTP/1.1 ${status} ${statusTexts[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
    () => socket.destroy(),
  )
}
