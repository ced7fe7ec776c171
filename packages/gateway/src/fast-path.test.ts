import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { HttpCall, Reply } from './http-call.ts'
import { createHttpServer, type HttpServerOptions } from './http-server.ts'
import { RawSocket, readAnswers } from './testing/raw-socket.ts'

const HOST = 'Host: gateway.example\r\n'
const reply = (body: string): Reply => ({ contentType: 'text/plain', body })
/** Plain. */
const post = (query: string, body = 'a=1', headers = '') =>
  `POST /router/rest?${query} HTTP/1.1\r\n${HOST}Content-Length: ${body.length}\r\n${headers}\r\n${body}`
/** The same call, which the full parser must read. */
const chunked = (query: string) =>
  `POST /router/rest?${query} HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\n3\r\na=1\r\n0\r\n\r\n`

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function serve(options: Partial<HttpServerOptions> = {}) {
  server = createHttpServer({
    handle: async (call) => reply(call.query),
    handleBatch: async (call) => reply(call.query),
    serveOther: () => false,
    isClosing: () => false,
    ...options,
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, port: (server.address() as AddressInfo).port }
}

/** Calls that wait until they are released by their query. */
function held() {
  const waiting = new Map<string, () => void>()
  const handle = ({ query }: HttpCall) =>
    new Promise<Reply>((resolve) => waiting.set(query, () => resolve(reply(query))))
  return { handle, waiting }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve))
}

describe('a plain call', () => {
  it('is answered to the byte as by the full server', async () => {
    const headers = { 'X-Topgate-Retry': 'never' }
    const { port } = await serve({ handle: async () => ({ ...reply('{"a":"中"}'), headers }) })
    const socket = await RawSocket.open(port)
    const [plain] = await socket.send(post('1')).answers(1)
    const [, full] = await socket.send(chunked('1')).answers(2)
    const dateless = (answer: typeof plain) => ({
      ...answer,
      headers: [...(answer?.headers ?? [])].filter(([name]) => name !== 'date'),
    })
    expect(dateless(plain)).toEqual(dateless(full))
    expect(plain?.headers.get('date')).toMatch(/^\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT$/)
  })

  it('is one call however it is cut into pieces', async () => {
    const bodies: string[] = []
    const { port } = await serve({
      async handle({ body }) {
        bodies.push(Buffer.from(body).toString())
        return reply('')
      },
    })
    const socket = await RawSocket.open(port)
    for (const [n, char] of [...post('1', 'a=1&b=2')].entries()) {
      socket.send(char)
      if (n % 7 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    await socket.answers(1)
    expect(bodies).toEqual(['a=1&b=2'])
  })
})

describe('a connection', () => {
  it('is served through every change between plain and other requests', async () => {
    const { port } = await serve()
    const socket = await RawSocket.open(port)
    socket.send(post('1') + post('2') + chunked('3') + post('4') + chunked('5'))
    const answers = await socket.answers(5)
    expect(answers.map(({ body }) => body)).toEqual(['1', '2', '3', '4', '5'])
  })

  it('has one plain call under way at a time, and answers in their order', async () => {
    const { handle, waiting } = held()
    const { port } = await serve({ handle })
    const socket = await RawSocket.open(port)
    socket.send(post('1') + post('2') + chunked('3'))
    await until(() => waiting.has('1'))
    expect([...waiting.keys()]).toEqual(['1'])
    for (const query of ['1', '2', '3']) {
      await until(() => waiting.has(query))
      waiting.get(query)?.()
    }
    expect((await socket.answers(3)).map(({ body }) => body)).toEqual(['1', '2', '3'])
  })

  it('that sends far ahead is read no faster than it is answered', async () => {
    const [served, answered] = [20, Promise.withResolvers<void>()]
    let calls = 0
    const { server, port } = await serve({
      async handle({ query }) {
        calls += 1
        if (calls > served) await answered.promise
        return reply(query)
      },
    })
    const connected = once(server, 'connection')
    const socket = await RawSocket.open(port)
    const one = post('a', 'a'.repeat(1_000))
    socket.send(one.repeat(8_000))
    const [connection] = await connected
    await until(() => calls > served)
    for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve))
    // What was answered, what may lie ahead, and some pieces from the system: not all 8 MB.
    expect(connection.bytesRead).toBeLessThan((served + 1) * one.length + 6 * 64 * 1024)
    answered.resolve()
    socket.close()
  })

  it('that sends far ahead is not read until its answers are out', async () => {
    const { handle, waiting } = held()
    const { port } = await serve({ handle })
    const socket = await RawSocket.open(port)
    const many = Array.from({ length: 40 }, (_, n) => post(String(n), 'a'.repeat(60_000)))
    socket.send(...many)
    for (let n = 0; n < 40; n += 1) {
      await until(() => waiting.has(String(n)))
      waiting.get(String(n))?.()
    }
    expect(await socket.answers(40)).toHaveLength(40)
  })

  it('ends with the answer that the client asked to be the last', async () => {
    const { port } = await serve()
    const socket = await RawSocket.open(port)
    socket.send(post('1', 'a', 'Connection: close\r\n') + post('2'))
    const answers = readAnswers(await socket.untilClosed())
    expect(answers.map(({ body }) => body)).toEqual(['1'])
    expect(answers[0]?.headers.get('connection')).toBe('close')
  })

  it('ends with the answer while the node drains', async () => {
    let isClosing = false
    const { port } = await serve({ isClosing: () => isClosing })
    const socket = await RawSocket.open(port)
    await socket.send(post('1')).answers(1)
    isClosing = true
    const answers = readAnswers(await socket.send(post('2')).untilClosed())
    expect(answers.map(({ headers }) => headers.get('connection'))).toEqual(['keep-alive', 'close'])
  })

  it('is closed as idle only when it is', async () => {
    const { handle, waiting } = held()
    const { server, port } = await serve({ handle })
    const [idle, busy] = [await RawSocket.open(port), await RawSocket.open(port)]
    busy.send(post('1'))
    await until(() => waiting.has('1'))
    server.closeIdleConnections()
    expect(await idle.untilClosed()).toBe('')
    waiting.get('1')?.()
    expect(await busy.answers(1)).toMatchObject([{ body: '1' }])
  })

  it('whose client sends no more still gets the answer that it is owed', async () => {
    const { handle, waiting } = held()
    const { port } = await serve({ handle })
    const socket = await RawSocket.open(port)
    socket.send(post('1')).endSending()
    await until(() => waiting.has('1'))
    waiting.get('1')?.()
    expect(readAnswers(await socket.untilClosed())).toMatchObject([{ body: '1' }])
  })

  it('that is gone before its answer harms nobody', async () => {
    const { handle, waiting } = held()
    const { port } = await serve({ handle })
    const [gone, other] = [await RawSocket.open(port), await RawSocket.open(port)]
    gone.send(post('1'))
    await until(() => waiting.has('1'))
    gone.close()
    waiting.get('1')?.()
    other.send(post('2'))
    await until(() => waiting.has('2'))
    waiting.get('2')?.()
    expect(await other.answers(1)).toMatchObject([{ body: '2' }])
  })
})

describe('a slow client', () => {
  const quick = {
    headersMs: 40,
    requestMs: 60,
    sweepMs: 10,
    keepAliveMs: 60_000,
    stalledMs: 60_000,
  }

  it('that does not end the body of a plain call is told 408', async () => {
    const { port } = await serve({ timeouts: quick })
    const socket = await RawSocket.open(port)
    socket.send(post('1')).send(post('2').slice(0, -1))
    const answers = readAnswers(await socket.untilClosed())
    expect(answers.map(({ status }) => status)).toEqual([200, 408])
  })

  it('that keeps its connection after a plain call is closed in the end', async () => {
    const { port } = await serve({ timeouts: { ...quick, keepAliveMs: 1 } })
    const socket = await RawSocket.open(port)
    expect(readAnswers(await socket.send(post('1')).untilClosed())).toHaveLength(1)
  })

  it.each([
    ['', 'a plain call'],
    ['Connection: close\r\n', 'its last call'],
  ])('with %j that does not read the answer of %s is closed', async (headers) => {
    const timeouts = { ...quick, stalledMs: 50 }
    const { server, port } = await serve({
      timeouts,
      handle: async () => reply('a'.repeat(32 << 20)),
    })
    const connected = once(server, 'connection')
    const socket = await RawSocket.open(port)
    socket.stopReading().send(post('1', 'a=1', headers))
    const [connection] = await connected
    await once(connection, 'close')
  })

  it('has as long as its plain call takes', async () => {
    const { handle, waiting } = held()
    const { port } = await serve({ handle, timeouts: { ...quick, keepAliveMs: 1 } })
    const slow = await RawSocket.open(port)
    slow.send(post('1'))
    await until(() => waiting.has('1'))
    // Another client runs into the timeouts meanwhile.
    expect(await (await RawSocket.open(port)).untilClosed()).toBe('')
    waiting.get('1')?.()
    expect(await slow.answers(1)).toMatchObject([{ body: '1' }])
  })
})
