import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PLAIN_BODY_BYTES_MAX, PLAIN_HEAD_BYTES_MAX, PlainHeadReader } from './plain-request.ts'
import { RawSocket } from './testing/raw-socket.ts'

const read = (text: string) => new PlainHeadReader().read(Buffer.from(text, 'latin1'))
const request = (lines = '', line = 'POST /router/rest HTTP/1.1') =>
  `${line}\r\nHost: a.example\r\nContent-Length: 3\r\n${lines}\r\n`

describe('a plain head', () => {
  it('has a query, headers by lower-case names, and the length of the body', () => {
    const text = request('Content-Type: x/y \r\n', 'POST /router/rest?a=%E4&b HTTP/1.1')
    expect(read(`${text}a=1`)).toEqual({
      length: text.length,
      head: {
        query: 'a=%E4&b',
        bodyBytes: 3,
        closes: false,
        headers: { host: 'a.example', 'content-length': '3', 'content-type': 'x/y' },
      },
    })
  })

  it.each(['close', 'Close'])('may ask for the end of the connection: %s', (value) => {
    expect(read(request(`Connection: ${value}\r\n`))).toMatchObject({ head: { closes: true } })
  })

  it('is read anew when the same connection sends other headers', () => {
    const reader = new PlainHeadReader()
    const first = Buffer.from(request('X: 1\r\n'))
    const second = Buffer.from(request('X: 2\r\n'))
    reader.read(first)
    expect(reader.read(second)).toMatchObject({ head: { headers: { x: '2' } } })
    expect(reader.read(first)).toMatchObject({ head: { headers: { x: '1' } } })
  })

  it.each(['', 'P', 'POST /router/rest', 'POST /router/rest?a=1 HTTP/1.1\r\nHost: a'])(
    'may still be on its way: %j',
    (text) => {
      expect(read(text)).toBe('incomplete')
    },
  )

  it('ends within its bound', () => {
    const filled = (bytes: number) => {
      const empty = request('X: \r\n').length
      return request(`X: ${'a'.repeat(bytes - empty)}\r\n`)
    }
    expect(read(filled(PLAIN_HEAD_BYTES_MAX))).toMatchObject({ length: PLAIN_HEAD_BYTES_MAX })
    expect(read(filled(PLAIN_HEAD_BYTES_MAX + 5))).toBe('other')
    expect(read(request().padEnd(10).slice(0, 30) + 'a'.repeat(PLAIN_HEAD_BYTES_MAX))).toBe('other')
  })
})

describe('left to the full parser', () => {
  it.each(['POST /router/rest HTTP/1.1\n', 'POST /router/rest HTTP/1.1\r\nHost: a\nX: 1\r\n'])(
    'are lines that end in a line feed alone, as soon as one does: %j',
    (text) => {
      expect(read(text)).toBe('other')
    },
  )

  const sized = (length: string) =>
    `POST /router/rest HTTP/1.1\r\nHost: a.example\r\nContent-Length: ${length}\r\n\r\n`

  it.each([
    ['another verb', request('', 'GET /router/rest HTTP/1.1')],
    ['a verb in lower case', request('', 'post /router/rest HTTP/1.1')],
    ['another version', request('', 'POST /router/rest HTTP/1.0')],
    ['another path', request('', 'POST /router/batch HTTP/1.1')],
    ['a path that goes on', request('', 'POST /router/rest/ HTTP/1.1')],
    ['a whole address as target', request('', 'POST http://a.example/router/rest HTTP/1.1')],
    ['a fragment', request('', 'POST /router/rest?a#b HTTP/1.1')],
    ['a raw byte in the query', request('', 'POST /router/rest?a=\xe4 HTTP/1.1')],
    ['two spaces', request('', 'POST  /router/rest HTTP/1.1')],
    ['a chunked body', request('Transfer-Encoding: chunked\r\n')],
    ['a compressed body', request('Content-Encoding: gzip\r\n')],
    ['an expectation', request('Expect: 100-continue\r\n')],
    ['an upgrade', request('Upgrade: h2c\r\n')],
    ['another word for the connection', request('Connection: keep-alive, TE\r\n')],
    ['a header twice', request('X: 1\r\nx: 1\r\n')],
    ['two lengths', request('Content-Length: 3\r\n')],
    ['a folded header', request('X: a\r\n b\r\n')],
    ['a space before the colon', request('X : a\r\n')],
    ['no colon', request('X\r\n')],
    ['an empty name', request(': a\r\n')],
    ['a control character', request('X: a\x01\r\n')],
    ['a byte above ASCII', request('X: \xe4\r\n')],
    ['a bare carriage return', request('X: a\rb\r\n')],
    ['a bare line feed', request('X: a\nY: b\r\n')],
    ['no host', 'POST /router/rest HTTP/1.1\r\nContent-Length: 3\r\n\r\n'],
    ['an empty host', 'POST /router/rest HTTP/1.1\r\nHost:\r\nContent-Length: 3\r\n\r\n'],
    ['no length', 'POST /router/rest HTTP/1.1\r\nHost: a.example\r\n\r\n'],
    ['a signed length', sized('+3')],
    ['a hexadecimal length', sized('0x3')],
    ['a list of lengths', sized('3, 3')],
    ['a longer body', sized(String(PLAIN_BODY_BYTES_MAX + 1))],
    ['65 headers', request(many(63))],
  ])('%s', (_, text) => {
    expect(read(text)).toBe('other')
  })

  it('but not 64 headers, nor the longest body', () => {
    expect(read(request(many(62)))).toMatchObject({ head: { bodyBytes: 3 } })
    expect(read(sized(String(PLAIN_BODY_BYTES_MAX)))).toMatchObject({
      head: { bodyBytes: PLAIN_BODY_BYTES_MAX },
    })
  })
})

function many(count: number): string {
  return Array.from({ length: count }, (_, n) => `X${n}: a\r\n`).join('')
}

interface Seen {
  readonly query: string
  readonly headers: object
  readonly body: string
}

describe('the full parser', () => {
  const seen: Seen[] = []
  const server = createServer((message, response) => {
    const [, query = ''] = /\?(.*)/.exec(message.url ?? '') ?? []
    const request = { query, headers: { ...message.headers }, body: '' }
    seen.push(request)
    void bodyOf(message).then((body) => {
      request.body = body
      response.end()
    })
  })
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
  afterAll(() => {
    server.close()
  })

  const last = 'GET /?last HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'

  /** What the runtime's server makes of these bytes and of the request behind them. */
  async function parsed(bytes: Buffer): Promise<Seen[]> {
    seen.length = 0
    const socket = await RawSocket.open((server.address() as AddressInfo).port)
    await socket.send(bytes, last).untilClosed()
    return [...seen]
  }

  it('reads the same, and ends at the same byte, wherever a head is taken for plain', async () => {
    let plain = 0
    const piece = fc.constantFrom(
      ...['\r\n', '\r', '\n', ' ', '\t', ':', '?', '#', '%', '&', '\0', '\x7f', '\xe4', 'a', ';'],
      ...['Host: b\r\n', 'Content-Length: 1\r\n', 'X-Forwarded-For: 1.2.3.4\r\n', 'a: \r\n', '/'],
      ...[
        'Connection: close\r\n',
        'Transfer-Encoding: chunked\r\n',
        'x:y\r\n',
        '"',
        '\\',
        '{',
        '1',
      ],
    )
    const edit = fc.record({ at: fc.nat(100), remove: fc.nat(2), piece })
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 2 }), async (edits) => {
        let text = `${request('Accept: */*\r\n', 'POST /router/rest?k=v HTTP/1.1')}a=1`
        for (const { at, remove, piece } of edits) {
          text = text.slice(0, at) + piece + text.slice(at + remove)
        }
        const bytes = Buffer.from(text.padEnd(200, 'b'), 'latin1')
        const found = new PlainHeadReader().read(bytes)
        if (typeof found === 'string') return
        const { head, length } = found
        const end = length + head.bodyBytes
        if (head.closes || end > bytes.length) return
        plain += 1
        const body = bytes.toString('latin1', length, end)
        const [first, second] = await parsed(bytes.subarray(0, end))
        expect(first).toEqual({ query: head.query, headers: { ...head.headers }, body })
        expect(second?.query).toBe('last')
      }),
      { numRuns: 1_000 },
    )
    expect(plain).toBeGreaterThan(100)
  })
})

async function bodyOf(message: IncomingMessage): Promise<string> {
  let body = ''
  message.setEncoding('latin1')
  for await (const chunk of message) body += chunk
  return body
}
