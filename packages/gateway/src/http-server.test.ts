import { once } from 'node:events'
import type { Server } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import type { HttpCall, Reply } from './http-call.ts'
import { HTTP_LIMITS } from './http-limits.ts'
import { canonicalAddress, createHttpServer, type HttpServerOptions } from './http-server.ts'
import { RawSocket, readAnswers } from './testing/raw-socket.ts'

const BODY_BYTES_MAX = HTTP_LIMITS.bodyBytesMax

const HOST = 'Host: gateway.example\r\n'
const QUICK = {
  headersMs: 40,
  requestMs: 60,
  sweepMs: 10,
  keepAliveMs: 60_000,
  stalledMs: 60_000,
}

interface TestServer {
  readonly port: number
  /** The calls that reached the gateway, in their order. */
  readonly calls: HttpCall[]
}

let running: Server | undefined

afterEach(() => {
  running?.closeAllConnections()
  running?.close()
})

/** A server that answers each call with its own query, unless told otherwise. */
async function serve(options: Partial<HttpServerOptions> = {}): Promise<TestServer> {
  const calls: HttpCall[] = []
  const { handle = async (call: HttpCall) => reply(call.query) } = options
  const handleBatch = async (call: HttpCall) => reply(`batch ${call.query}`)
  const server = createHttpServer({
    serveOther: () => false,
    isClosing: () => false,
    handleBatch,
    ...options,
    handle(call) {
      calls.push(call)
      return handle(call)
    },
  })
  running = server
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return { port: address.port, calls }
}

const reply = (body: string): Reply => ({ contentType: 'text/plain', body })

const get = (target: string, headers = '') => `GET ${target} HTTP/1.1\r\n${HOST}${headers}\r\n`

const post = (body: string, headers = '') =>
  `POST /router/rest HTTP/1.1\r\n${HOST}Content-Length: ${body.length}\r\n${headers}\r\n${body}`

/** What one connection gets for these bytes before the server closes it. */
async function exchange(port: number, ...pieces: readonly (string | Buffer)[]) {
  const socket = await RawSocket.open(port)
  return readAnswers(await socket.send(...pieces).untilClosed())
}

/** Holds calls back until they are released by their query. */
function held() {
  const waiting = new Map<string, () => void>()
  return {
    handle: (call: HttpCall) =>
      new Promise<Reply>((resolve) => waiting.set(call.query, () => resolve(reply(call.query)))),
    release: (query: string) => waiting.get(query)?.(),
    waiting,
  }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve))
}

describe('a call', () => {
  it('arrives as its bytes, and its answer has length, type and nosniff', async () => {
    const { port, calls } = await serve({
      handle: async () => ({ contentType: 'text/xml;charset=UTF-8', body: '中' }),
    })
    const socket = await RawSocket.open(port)
    const head = `POST /router/rest?a=%E4 HTTP/1.1\r\n${HOST}Content-Type: x/y\r\n`
    socket.send(`${head}Content-Length: 2\r\n\r\n\x00\xff`)
    const [answer] = await socket.answers(1)
    expect(calls).toEqual([
      {
        headers: { host: 'gateway.example', 'content-type': 'x/y', 'content-length': '2' },
        verb: 'POST',
        query: 'a=%E4',
        contentType: 'x/y',
        body: Buffer.from([0, 255]),
        peer: '127.0.0.1',
      },
    ])
    expect(answer?.status).toBe(200)
    expect(Object.fromEntries(answer?.headers ?? [])).toMatchObject({
      'content-type': 'text/xml;charset=UTF-8',
      'content-length': '3',
      'x-content-type-options': 'nosniff',
    })
  })

  it('is one call however its body is cut into pieces', async () => {
    const { port, calls } = await serve()
    const socket = await RawSocket.open(port)
    socket.send(`POST /router/rest HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\n`)
    socket.send('2\r\nab\r\n', '1\r\nc\r\n', '3\r\ndef\r\n', '0\r\n\r\n')
    await socket.answers(1)
    expect(calls.map(({ body }) => Buffer.from(body).toString())).toEqual(['abcdef'])
  })

  it('with a body of exactly 4 MiB is served', async () => {
    const { port, calls } = await serve()
    const socket = await RawSocket.open(port)
    const [answer] = await socket.send(post('a'.repeat(BODY_BYTES_MAX))).answers(1)
    expect(answer?.status).toBe(200)
    expect(calls[0]?.body.length).toBe(BODY_BYTES_MAX)
  })

  it('whose body was cut short has no effect', async () => {
    const { port, calls } = await serve()
    const head = `POST /router/rest HTTP/1.1\r\n${HOST}Content-Length: 100\r\n\r\n`
    const socket = await RawSocket.open(port)
    await socket.send(head, 'a'.repeat(50)).endSending().untilClosed()
    expect(calls).toEqual([])
  })

  it.each(['DELETE', 'PATCH', 'TRACE', 'PUT'])('with %s reaches the gateway', async (verb) => {
    const { port, calls } = await serve()
    const socket = await RawSocket.open(port)
    await socket.send(`${verb} /router/rest HTTP/1.1\r\n${HOST}\r\n`).answers(1)
    expect(calls).toMatchObject([{ verb }])
  })

  it('that offers an upgrade is served without one, as some clients always offer it', async () => {
    const { port } = await serve()
    const offer = 'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMA\r\n'
    const socket = await RawSocket.open(port)
    const [answer] = await socket.send(get('/router/rest?a', offer)).answers(1)
    expect(answer).toMatchObject({ status: 200, body: 'a' })
  })
})

describe('a connection', () => {
  it('is kept for the next call', async () => {
    const { port } = await serve()
    const socket = await RawSocket.open(port)
    await socket.send(get('/router/rest?1')).answers(1)
    const answers = await socket.send(get('/router/rest?2')).answers(2)
    expect(answers.map(({ body }) => body)).toEqual(['1', '2'])
  })

  it('gives the answers of pipelined calls in the order of the calls', async () => {
    const { handle, release, waiting } = held()
    const { port } = await serve({ handle })
    const socket = await RawSocket.open(port)
    socket.send(['1', '2', '3'].map((query) => get(`/router/rest?${query}`)).join(''))
    await until(() => waiting.size === 3)
    for (const query of ['3', '1', '2']) release(query)
    const answers = await socket.answers(3)
    expect(answers.map(({ body }) => body)).toEqual(['1', '2', '3'])
  })

  it('takes 500 calls in one write', async () => {
    const { port } = await serve()
    const queries = Array.from({ length: 500 }, (_, i) => String(i))
    const socket = await RawSocket.open(port)
    socket.send(queries.map((query) => get(`/router/rest?${query}`)).join(''))
    expect((await socket.answers(500)).map(({ body }) => body)).toEqual(queries)
  })

  it('answers a call before it refuses the unreadable bytes behind it', async () => {
    const { handle, release, waiting } = held()
    const { port } = await serve({ handle })
    const socket = await RawSocket.open(port)
    socket.send(get('/router/rest?1'), get('/router/rest?2'), 'NO HTTP\r\n\r\n')
    await until(() => waiting.size === 2)
    release('1')
    await socket.answers(1)
    release('2')
    const answers = readAnswers(await socket.untilClosed())
    expect(answers).toMatchObject([
      { status: 200, body: '1' },
      { status: 200, body: '2' },
      { status: 400 },
    ])
  })

  it('closes with its answer while the node drains', async () => {
    let isClosing = false
    const { port } = await serve({ isClosing: () => isClosing })
    const socket = await RawSocket.open(port)
    const [kept] = await socket.send(get('/router/rest?1')).answers(1)
    expect(kept?.headers.get('connection')).toBe('keep-alive')
    isClosing = true
    const answers = readAnswers(await socket.send(get('/router/rest?2')).untilClosed())
    expect(answers[1]?.body).toBe('2')
    expect(answers[1]?.headers.get('connection')).toBe('close')
  })
})

it('answers every call that ended in the same turn', async () => {
  const { handle, release, waiting } = held()
  const { port } = await serve({ handle })
  const queries = Array.from({ length: 20 }, (_, i) => String(i))
  const sockets = await Promise.all(queries.map(() => RawSocket.open(port)))
  sockets.forEach((socket, i) => {
    socket.send(get(`/router/rest?${i}`))
  })
  await until(() => waiting.size === 20)
  sockets[0]?.close()
  for (const query of queries) release(query)
  const others = await Promise.all(sockets.slice(1).map((socket) => socket.answers(1)))
  expect(others.map(([answer]) => answer?.body)).toEqual(queries.slice(1))
  sockets[1]?.send(get('/router/rest?next'))
  await until(() => waiting.has('next'))
  release('next')
  expect(await sockets[1]?.answers(2)).toMatchObject([{ body: '1' }, { body: 'next' }])
})

describe('a path', () => {
  it.each([
    '/',
    '/router',
    '/router/rest/',
    '/Router/rest',
    '//router/rest',
    '/router//rest',
    '/router%2Frest',
    '/router/rest/../x',
    '/x/../router/rest',
    '/router/rest/../../admin',
    '/router/rest;a=1',
    '/router/rest%3fa=1',
  ])('%s is not the router: paths are compared literally', async (target) => {
    const { port, calls } = await serve()
    const hint = '404 Not Found: calls go to /router/rest, batches to /router/batch\n'
    expect(await exchange(port, get(target))).toMatchObject([{ status: 404, body: hint }])
    expect(calls).toEqual([])
  })

  it('outside the router may belong to somebody else', async () => {
    const { port } = await serve({
      serveOther(request, response) {
        response.end(request.url)
        return true
      },
    })
    const socket = await RawSocket.open(port)
    const [answer] = await socket.send(get('/healthz')).answers(1)
    expect(answer).toMatchObject({ status: 200, body: '/healthz' })
  })

  it.each(['http://evil.example/router/rest', 'https://gateway.example/router/rest', '*'])(
    '%s is refused with 400',
    async (target) => {
      const { port, calls } = await serve()
      const head = target === '*' ? get(target).replace('GET', 'OPTIONS') : get(target)
      expect(await exchange(port, head)).toMatchObject([{ status: 400 }])
      expect(calls).toEqual([])
    },
  )
})

describe('what is too large', () => {
  const declared = (length: number, headers = '') =>
    `POST /router/rest HTTP/1.1\r\n${HOST}Content-Length: ${length}\r\n${headers}\r\n`

  it('is refused with 413 from its head alone', async () => {
    const { port } = await serve()
    expect(await exchange(port, declared(BODY_BYTES_MAX + 1))).toMatchObject([{ status: 413 }])
  })

  it('is refused with 413 when chunks add up to more', async () => {
    const { port, calls } = await serve()
    const chunk = Buffer.alloc(BODY_BYTES_MAX / 4 + 1, 'a')
    const head = `POST /router/rest HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\n`
    const chunks = [1, 2, 3, 4].flatMap(() => [`${chunk.length.toString(16)}\r\n`, chunk, '\r\n'])
    expect(await exchange(port, head, ...chunks)).toMatchObject([{ status: 413 }])
    expect(calls).toEqual([])
  })

  it('is not asked for with 100 Continue', async () => {
    const { port } = await serve()
    const head = declared(BODY_BYTES_MAX + 1, 'Expect: 100-continue\r\n')
    expect(await exchange(port, head)).toMatchObject([{ status: 413 }])
  })

  it('in its target is refused with 414', async () => {
    const { port } = await serve()
    const target = (bytes: number) => '/router/rest?'.padEnd(bytes, 'a')
    const socket = await RawSocket.open(port)
    expect(await socket.send(get(target(8192))).answers(1)).toMatchObject([{ status: 200 }])
    expect(await exchange(port, get(target(8193)))).toMatchObject([{ status: 414 }])
  })

  it('in its headers is refused with 431', async () => {
    const { port } = await serve()
    const socket = await RawSocket.open(port)
    const longest = get('/router/rest', `X: ${'a'.repeat(8192)}\r\n`)
    expect(await socket.send(longest).answers(1)).toMatchObject([{ status: 200 }])
    for (const length of [8193, 17 * 1024]) {
      const head = get('/router/rest', `X: ${'a'.repeat(length)}\r\n`)
      expect(await exchange(port, head)).toMatchObject([{ status: 431 }])
    }
    const block = `X: ${'a'.repeat(6000)}\r\n`.repeat(3)
    expect(await exchange(port, get('/router/rest', block))).toMatchObject([{ status: 431 }])
  })

  it('in the number of its headers is refused with 431', async () => {
    const { port } = await serve()
    // Host is one of them.
    const headers = (count: number) => 'X: a\r\n'.repeat(count - 1)
    const socket = await RawSocket.open(port)
    const most = get('/router/rest', headers(64))
    expect(await socket.send(most).answers(1)).toMatchObject([{ status: 200 }])
    expect(await exchange(port, get('/router/rest', headers(65)))).toMatchObject([{ status: 431 }])
  })
})

describe('large bodies', () => {
  it('wait for each other above what a node holds, and small calls do not wait for them', async () => {
    const { handle, release, waiting } = held()
    const limits = { ...HTTP_LIMITS, bodiesBytesMax: 256 * 1024 }
    const { port } = await serve({ handle, limits })
    const large = (name: string) =>
      `POST /router/rest?${name} HTTP/1.1\r\n${HOST}Content-Length: 200000\r\n\r\n${'x'.repeat(200_000)}`
    const first = (await RawSocket.open(port)).send(large('first'))
    await until(() => waiting.has('first'))
    const second = (await RawSocket.open(port)).send(large('second'))
    const third = (await RawSocket.open(port)).send(large('third'))
    const small = (await RawSocket.open(port)).send(get('/router/rest?small'))
    await until(() => waiting.has('small'))
    release('small')
    await small.answers(1)
    expect([...waiting.keys()]).toEqual(['first', 'small'])
    release('first')
    expect(await first.answers(1)).toMatchObject([{ status: 200, body: 'first' }])
    await until(() => waiting.has('second') || waiting.has('third'))
    for (const name of waiting.keys()) release(name)
    await until(() => waiting.has('second') && waiting.has('third'))
    for (const name of waiting.keys()) release(name)
    expect(await second.answers(1)).toMatchObject([{ status: 200, body: 'second' }])
    expect(await third.answers(1)).toMatchObject([{ status: 200, body: 'third' }])
  })
})

describe('an expectation', () => {
  it('of 100-continue is met before the body is sent', async () => {
    const { port } = await serve()
    const socket = await RawSocket.open(port)
    const head = `POST /router/rest?a HTTP/1.1\r\n${HOST}Content-Length: 1\r\n`
    await socket.send(`${head}Expect: 100-continue\r\n\r\n`).answers(1)
    expect(await socket.send('a').answers(2)).toMatchObject([{ status: 100 }, { status: 200 }])
  })

  it('of 100-continue is met before the first chunk is sent', async () => {
    const { port } = await serve({ timeouts: { ...QUICK, sweepMs: 60_000 } })
    const socket = await RawSocket.open(port)
    const head = `POST /router/rest?a HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n`
    await socket.send(`${head}Expect: 100-continue\r\n\r\n`).answers(1)
    socket.send('1\r\na\r\n0\r\n\r\n')
    expect(await socket.answers(2)).toMatchObject([{ status: 100 }, { status: 200 }])
  })

  it.each(['200-maybe', '100-continue, 200-maybe', '100-continue; a=b'])(
    'of anything else is refused with 417: %s',
    async (expectation) => {
      const { port, calls } = await serve()
      const answers = await exchange(port, post('a', `Expect: ${expectation}\r\n`))
      expect(answers).toMatchObject([{ status: 417 }])
      expect(calls).toEqual([])
    },
  )
})

it.each(['gzip', 'deflate, gzip', 'br', 'identity, gzip'])(
  'refuses a body in Content-Encoding %s with 415',
  async (encoding) => {
    const { port, calls } = await serve()
    const answers = await exchange(port, post('a', `Content-Encoding: ${encoding}\r\n`))
    expect(answers).toMatchObject([{ status: 415 }])
    expect(calls).toEqual([])
  },
)

it('reads a Content-Type given twice as one that nobody knows, or two readers would take two', async () => {
  const { port, calls } = await serve()
  const socket = await RawSocket.open(port)
  await socket.send(post('a', 'Content-Type: x/y\r\nContent-Type: x/z\r\n')).answers(1)
  expect(calls).toMatchObject([{ contentType: 'x/y, x/z' }])
})

it('takes a body in Content-Encoding identity', async () => {
  const { port } = await serve()
  const socket = await RawSocket.open(port)
  socket.send(post('a', 'Content-Encoding: Identity\r\n'))
  expect(await socket.answers(1)).toMatchObject([{ status: 200 }])
})

describe('what two readers could read differently', () => {
  const head = (headers: string) => `POST /router/rest HTTP/1.1\r\n${headers}\r\n`
  const chunked = 'Transfer-Encoding: chunked\r\n'

  it.each([
    ['two Host headers', get('/router/rest', 'Host: other.example\r\n')],
    ['no Host header', 'GET /router/rest HTTP/1.1\r\n\r\n'],
    ['both lengths', `${head(`${HOST}Content-Length: 5\r\n${chunked}`)}0\r\n\r\n`],
    ['two lengths', `${head(`${HOST}Content-Length: 1\r\nContent-Length: 1\r\n`)}a`],
    ['a list of lengths', `${head(`${HOST}Content-Length: 1, 1\r\n`)}a`],
    ['a signed length', `${head(`${HOST}Content-Length: +1\r\n`)}a`],
    ['a hexadecimal length', `${head(`${HOST}Content-Length: 0x1\r\n`)}a`],
    ['chunked not last', `${head(`${HOST}Transfer-Encoding: chunked, identity\r\n`)}0\r\n\r\n`],
    ['a chunk size that is none', `${head(HOST + chunked)}0x1\r\na`],
    ['bare line feeds', 'GET /router/rest HTTP/1.1\nHost: gateway.example\n\n'],
    ['a header folded over two lines', get('/router/rest', 'X: a\r\n b\r\n')],
    ['a space before the colon', get('/router/rest', 'X : a\r\n')],
    ['NUL in a header', get('/router/rest', 'X: a\0\r\n')],
    ['two codings', `${head(`${HOST}Transfer-Encoding: gzip, chunked\r\n`)}0\r\n\r\n`],
    ['two coding headers', `${head(`${HOST}Transfer-Encoding: x\r\n${chunked}`)}0\r\n\r\n`],
    ['an empty coding', `${head(`${HOST}Transfer-Encoding: , chunked\r\n`)}0\r\n\r\n`],
    ['chunks in HTTP/1.0', `POST /router/rest HTTP/1.0\r\n${HOST}${chunked}\r\n0\r\n\r\n`],
    ['another version', `GET /router/rest HTTP/3.0\r\n${HOST}\r\n`],
    ['a version of frames', `GET /router/rest HTTP/2.0\r\n${HOST}\r\n`],
    ['a version without headers', `GET /router/rest HTTP/0.9\r\n${HOST}\r\n`],
    ['no version', `GET /router/rest\r\n${HOST}\r\n`],
  ])('is refused with 400 and nothing behind it is read: %s', async (_, bytes) => {
    const { port, calls } = await serve()
    const answers = await exchange(port, bytes, get('/router/rest?smuggled'))
    expect(answers[0]?.status).toBe(400)
    expect(answers.length).toBe(1)
    expect(calls.filter(({ query }) => query === 'smuggled')).toEqual([])
  })
})

it.each([
  ['an unknown coding', 400, 'Transfer-Encoding: x\r\n'],
  ['two codings', 400, 'Transfer-Encoding: gzip, chunked\r\n'],
  ['compressed chunks', 415, 'Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n'],
])(
  'gives one answer to what is refused, unreadable as its body is: %s',
  async (_, status, coding) => {
    const { port, calls } = await serve()
    const head = `POST /router/rest HTTP/1.1\r\n${HOST}${coding}\r\n`
    const answers = await exchange(port, get('/router/rest?1'), head, 'no chunk\r\n')
    expect(answers.map((answer) => answer.status)).toEqual([200, status])
    expect(calls.map(({ query }) => query)).toEqual(['1'])
  },
)

it('gives one answer to what was answered before its body turned out to be unreadable', async () => {
  const { port } = await serve({
    serveOther(_request, response) {
      response.end('early')
      return true
    },
  })
  const head = `POST /healthz HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\n`
  for (const body of ['no chunk\r\n', '1\r\na\r\nno chunk\r\n']) {
    expect(await exchange(port, head, body)).toMatchObject([{ status: 200, body: 'early' }])
  }
})

it('closes on CONNECT without an answer', async () => {
  const { port, calls } = await serve()
  expect(await exchange(port, `CONNECT a.example:443 HTTP/1.1\r\n${HOST}\r\n`)).toEqual([])
  expect(calls).toEqual([])
})

describe('a slow client', () => {
  it('that never sends a byte is closed without an answer', async () => {
    const { port } = await serve({ timeouts: QUICK })
    const socket = await RawSocket.open(port)
    expect(await socket.untilClosed()).toBe('')
  })

  it('that does not end its head is told 408', async () => {
    const { port } = await serve({ timeouts: QUICK })
    expect(await exchange(port, 'GET /router/rest HT')).toMatchObject([{ status: 408 }])
  })

  it('that does not end its body is told 408, and its call has no effect', async () => {
    const { port, calls } = await serve({ timeouts: QUICK })
    const head = `POST /router/rest HTTP/1.1\r\n${HOST}Content-Length: 9\r\n\r\n`
    expect(await exchange(port, head, 'a')).toMatchObject([{ status: 408 }])
    expect(calls).toEqual([])
  })

  it('that announces a chunk of 2^64 bytes is told 400 at once, and its call has no effect', async () => {
    const { port, calls } = await serve()
    const head = `POST /router/rest HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\n`
    const answers = await exchange(port, head, 'FFFFFFFFFFFFFFFF\r\na', get('/router/rest'))
    expect(answers).toMatchObject([{ status: 400 }])
    expect(calls).toEqual([])
  })

  it('that keeps a connection without a call is closed in the end', async () => {
    const { port } = await serve({ timeouts: { ...QUICK, keepAliveMs: 1 } })
    expect(await exchange(port, get('/router/rest'))).toMatchObject([{ status: 200 }])
  })

  it('that does not read its answer is closed', async () => {
    const timeouts = { ...QUICK, requestMs: 60_000, stalledMs: 50 }
    const { port } = await serve({ timeouts, handle: async () => reply('a'.repeat(32 << 20)) })
    const connected = once(running as Server, 'connection')
    const socket = await RawSocket.open(port)
    socket.stopReading().send(get('/router/rest'))
    const [connection] = await connected
    await once(connection, 'close')
  })

  it('has as long as its call takes, when the call is read', async () => {
    const { handle, release, waiting } = held()
    const { port } = await serve({ handle, timeouts: QUICK })
    const slow = await RawSocket.open(port)
    slow.send(get('/router/rest?1'))
    await until(() => waiting.size === 1)
    // Another client runs into the timeout meanwhile.
    expect(await (await RawSocket.open(port)).untilClosed()).toBe('')
    release('1')
    expect(await slow.answers(1)).toMatchObject([{ status: 200, body: '1' }])
  })
})

it.each([
  ['::ffff:203.0.113.9', '203.0.113.9'],
  ['203.0.113.9', '203.0.113.9'],
  ['::1', '::1'],
  ['::ffff:cb00:7109', '::ffff:cb00:7109'],
  ['', ''],
])('knows the address %s as %s', (address, canonical) => {
  expect(canonicalAddress(address)).toBe(canonical)
})
