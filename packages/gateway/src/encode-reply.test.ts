import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { acceptsGzip, encodeReply, GZIP_CHARS_MIN } from './encode-reply.ts'
import { createHttpServer } from './http-server.ts'
import { RawSocket } from './testing/raw-socket.ts'

const replyOf = (chars: number) => ({ contentType: 'text/plain', body: 'x'.repeat(chars) })

describe('gzip', () => {
  it.each([
    'gzip',
    'GZIP',
    'x-gzip',
    'deflate, gzip;q=0.5',
    'gzip;q=1.000',
    'gzip ; q=0.1 , br',
    '*',
    '*;q=0.3',
    'identity;q=0.5, gzip;q=0.5',
    'identity;q=0, *',
  ])('is wanted by %j', (header) => {
    expect(acceptsGzip(header)).toBe(true)
  })

  it.each([
    undefined,
    '',
    'identity',
    'deflate, br',
    'gzip;q=0',
    'gzip;q=0.000, *',
    '*;q=0',
    'identity, gzip;q=0.5',
    'gzip;q=2',
    'gzip;level=9',
    'not gzip',
  ])('is not wanted by %j', (header) => {
    expect(acceptsGzip(header)).toBe(false)
  })
})

describe('an answer', () => {
  it('that is small goes as it is, whatever the client accepts', () => {
    const reply = replyOf(GZIP_CHARS_MIN - 1)
    expect(encodeReply(reply, { 'accept-encoding': 'gzip' })).toBe(reply)
  })

  it('that is not small is packed on request, and reads the same', async () => {
    const reply = { ...replyOf(0), body: '中'.repeat(GZIP_CHARS_MIN), headers: { 'X-A': '1' } }
    const { packed, headers, body } = await encodeReply(reply, { 'accept-encoding': 'gzip' })
    expect(gunzipSync(packed ?? '').toString()).toBe(body)
    expect(headers).toEqual({ 'X-A': '1', Vary: 'Accept-Encoding', 'Content-Encoding': 'gzip' })
  })

  it('that is not small tells caches what it depends on, also when it is not packed', () => {
    const reply = encodeReply(replyOf(GZIP_CHARS_MIN), {})
    expect(reply).toEqual({ ...replyOf(GZIP_CHARS_MIN), headers: { Vary: 'Accept-Encoding' } })
  })
})

describe('over the wire', () => {
  let server: Server | undefined
  afterEach(() => {
    server?.closeAllConnections()
    server?.close()
  })

  const handle = async ({ query }: { readonly query: string }) => ({
    contentType: 'text/plain',
    body: query.repeat(query.startsWith('big') ? 1_000 : 1),
  })

  async function open(): Promise<RawSocket> {
    server = createHttpServer({
      handle,
      handleBatch: handle,
      serveOther: () => false,
      isClosing: () => false,
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    return RawSocket.open((server.address() as AddressInfo).port)
  }

  const head = (target: string) => `${target} HTTP/1.1\r\nHost: a\r\nAccept-Encoding: gzip\r\n`
  const plain = (query: string) => `${head(`POST /router/rest?${query}`)}Content-Length: 0\r\n\r\n`
  const full = (query: string) => `${head(`GET /router/rest?${query}`)}\r\n`

  it('answers keep their order, packed or not, whichever way a request is read', async () => {
    const socket = await open()
    const queries = ['big1', 'a', 'big2', 'b', 'big3', 'c']
    socket.send(...queries.map((query, at) => (at < 4 ? plain(query) : full(query))))
    const answers = await socket.answers(queries.length)
    const read = answers.map(({ headers, body }) =>
      headers.get('content-encoding') === 'gzip'
        ? gunzipSync(Buffer.from(body, 'latin1')).toString()
        : body,
    )
    expect(read).toEqual([
      'big1'.repeat(1_000),
      'a',
      'big2'.repeat(1_000),
      'b',
      'big3'.repeat(1_000),
      'c',
    ])
    expect(answers.map(({ headers }) => headers.get('vary'))).toEqual([
      'Accept-Encoding',
      undefined,
      'Accept-Encoding',
      undefined,
      'Accept-Encoding',
      undefined,
    ])
  })
})
