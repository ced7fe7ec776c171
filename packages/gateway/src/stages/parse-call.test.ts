import { describe, expect, it } from 'vitest'
import { handleCall } from '../handle-call.ts'
import type { HttpCall } from '../http-call.ts'
import { refusalOf } from '../testing/refusal-of.ts'
import { formCall, testGateway } from '../testing/test-gateway.ts'
import { answerForm, checkFormat, guessForm, readParameters } from './parse-call.ts'

const FORM = 'application/x-www-form-urlencoded'
const bytes = (text: string) => new TextEncoder().encode(text)
const call = (changes: Partial<HttpCall>) => formCall(new Map(), changes)
const read = (changes: Partial<HttpCall>) => readParameters(call(changes)).parameters

async function refusedAs(changes: Partial<HttpCall>) {
  return (await refusalOf(() => readParameters(call(changes)))).name
}

/** One multipart body with a text part per pair. */
function multipart(pairs: readonly (readonly [string, string])[]): Partial<HttpCall> {
  const parts = pairs.map(
    ([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return {
    contentType: 'multipart/form-data; boundary=b',
    body: bytes(`${parts.join('')}--b--\r\n`),
  }
}

describe('the parameters of a call', () => {
  it('come from query and body together', () => {
    const parameters = read({ query: 'a=1', body: bytes('b=%E4%B8%AD') })
    expect([...parameters]).toEqual([
      ['a', '1'],
      ['b', '中'],
    ])
  })

  it('come from the query of a GET', () => {
    expect([...read({ verb: 'GET', query: 'a=1+2' })]).toEqual([['a', '1 2']])
  })

  it('come from the parts of a multipart body', () => {
    expect([...read(multipart([['a', '中']]))]).toEqual([['a', '中']])
  })

  it('may stand in the query of a POST without a body, whatever type that has', () => {
    expect([...read({ query: 'a=1', contentType: 'text/xml' })]).toHaveLength(1)
  })

  it('may be raw UTF-8 in the query', () => {
    const query = Buffer.from('a=中文&b=%E4%B8%AD').toString('latin1')
    expect([...read({ query }).values()]).toEqual(['中文', '中'])
  })

  it.each(['a=\xff\xfe', 'a=\xc0\xaf', 'a=\xe4\xb8', 'a=%FF', 'a=%zz', 'a=%e4%b'])(
    'are refused with 47 when the query is not UTF-8: %j',
    async (query) => {
      expect(await refusedAs({ query })).toBe('invalid-encoding')
    },
  )

  it('are refused with 47 when the body is not UTF-8', async () => {
    expect(await refusedAs({ body: Uint8Array.from([0x61, 0x3d, 0xff]) })).toBe('invalid-encoding')
  })

  it.each([
    ['query', { query: 'a=1&a=2' }],
    ['body', { body: bytes('a=1&a=2') }],
    ['query and body', { query: 'a=1', body: bytes('a=2') }],
    ['query and parts', { query: 'a=', ...multipart([['a', 'b']]) }],
  ])('are refused with 43 when a name has two values in %s', async (_, changes) => {
    expect(await refusedAs(changes)).toBe('parameter-error')
  })

  it.each([
    ['query', { query: 'a=1&a=1' }],
    ['query and body', { query: 'a=1', body: bytes('a=1') }],
    ['query and parts', { query: 'a=1', ...multipart([['a', '1']]) }],
  ])('are named when they stand twice with one value in %s', (_, changes) => {
    const { parameters, repeated } = readParameters(call(changes))
    expect([[...parameters], repeated]).toEqual([[['a', '1']], ['a']])
  })
})

describe('the verb', () => {
  it.each(['PUT', 'DELETE', 'PATCH', 'TRACE', 'HEAD', 'OPTIONS', 'post'])(
    '%s is refused with 9 before anything is read',
    async (verb) => {
      expect(await refusedAs({ verb, query: 'a=%zz' })).toBe('http-action-not-allowed')
    },
  )

  it('GET may not bring a body, or nobody knows which of the two counts', async () => {
    expect(await refusedAs({ verb: 'GET', body: bytes('a=1') })).toBe('parameter-error')
  })
})

describe('the media type', () => {
  it.each([
    FORM,
    'APPLICATION/X-WWW-Form-Urlencoded',
    `${FORM};charset=UTF-8`,
    `${FORM}; charset="utf-8"`,
    `${FORM}; charset=utf8`,
    `${FORM};`,
    `${FORM}; charset=UTF-8;`,
  ])('%s is a form', (contentType) => {
    expect(read({ contentType, body: bytes('a=1') }).get('a')).toBe('1')
  })

  it.each([
    undefined,
    '',
    'text/plain',
    'application/json',
    'text/xml',
    `${FORM}, text/plain`,
    'multipart/form-data',
    'multipart/mixed; boundary=b',
  ])('%s is refused with 43', async (contentType) => {
    const changes = { ...call({ body: bytes('a=1') }), contentType }
    expect((await refusalOf(() => readParameters(changes))).name).toBe('parameter-error')
  })

  it.each([`${FORM}; charset=gbk`, 'multipart/form-data; charset=GB18030; boundary=b'])(
    '%s is refused with 47',
    async (contentType) => {
      expect(await refusedAs({ contentType, body: bytes('--b--') })).toBe('invalid-encoding')
    },
  )
})

it('takes a partner_id of 256 characters and refuses one more', async () => {
  const query = (chars: number) => `partner_id=${'x'.repeat(chars)}`
  expect(read({ query: query(256) }).size).toBe(1)
  expect(await refusedAs({ query: query(257) })).toBe('parameter-error')
})

it('refuses files: they are not signed, and no API takes one', async () => {
  const part = '--b\r\nContent-Disposition: form-data; name="image"; filename="a.png"\r\n\r\nx\r\n'
  const changes = { ...multipart([]), body: bytes(`${part}--b--`) }
  expect(await refusedAs(changes)).toBe('parameter-error')
})

describe('format and simplify', () => {
  const form = (pairs: Record<string, string>) => answerForm(new Map(Object.entries(pairs)))

  it('choose one of three forms; XML is the default', () => {
    expect(form({})).toBe('xml')
    expect(form({ format: '' })).toBe('xml')
    expect(form({ format: 'xml', simplify: 'true' })).toBe('xml')
    expect(form({ format: 'yaml' })).toBe('xml')
    expect(form({ format: 'json' })).toBe('json')
    for (const simplify of ['false', 'FALSE', '0', '']) {
      expect(form({ format: 'json', simplify })).toBe('json')
    }
    for (const simplify of ['true', 'True', 'TRUE', '1']) {
      expect(form({ format: 'json', simplify })).toBe('simplified')
    }
  })

  it.each(['JSON', 'Xml', 'json2', 'xml2', 'json ', 'jsonp'])(
    'format %j is refused with 23',
    async (format) => {
      const parameters = new Map([['format', format]])
      expect((await refusalOf(() => checkFormat(parameters))).name).toBe('invalid-format')
    },
  )

  it.each(['yes', '2', 'true ', 'tru', '01'])(
    'simplify %j is refused with 43',
    async (simplify) => {
      const parameters = new Map([['simplify', simplify]])
      expect((await refusalOf(() => checkFormat(parameters))).name).toBe('parameter-error')
    },
  )

  it.each([
    {},
    { format: '', simplify: '' },
    { format: 'json', simplify: 'True' },
    { format: 'xml', simplify: '0' },
  ])('%j is accepted', (pairs) => {
    expect(() => checkFormat(new Map(Object.entries(pairs)))).not.toThrow()
  })
})

describe('a call that cannot be read', () => {
  it.each([
    ['json', { query: 'format=json&a=%zz' }],
    ['json', { query: 'a=%zz', body: bytes('b=1&format=json') }],
    ['json', { verb: 'PUT', query: 'v=2.0&format=json' }],
    [
      'json',
      multipart([
        ['a', '1'],
        ['format', 'json'],
        ['a', '2'],
      ]),
    ],
    ['json', { body: bytes('--b\nContent-Disposition: form-data; name="format"\n\njson\n--b--') }],
    ['json', { body: bytes('{"v":"2.0","format": "json","a":}') }],
    ['xml', { query: 'a=%zz' }],
    ['xml', { query: 'format=xml&a=%zz', body: bytes('format=json') }],
    ['xml', { query: 'xformat=json&a=%zz' }],
    ['xml', { query: 'format=jsonp&a=%zz' }],
    [
      'xml',
      multipart([
        ['a', '1'],
        ['format', 'xml'],
        ['a', '2'],
      ]),
    ],
  ] as const)('is answered in %s when it seems to ask for that (%#)', (form, changes) => {
    expect(guessForm(call(changes))).toBe(form)
  })

  it('is searched for its format in the first 64 KiB only', () => {
    const padded = (chars: number) => bytes(`a=${'x'.repeat(chars)}&format=json`)
    expect(guessForm(call({ body: padded(60_000) }))).toBe('json')
    expect(guessForm(call({ body: padded(64 * 1024) }))).toBe('xml')
  })

  it.each(['name=format\r\n', 'name=format', '&format=jso', '"format": "jso'])(
    'is searched in a time that depends on its length alone: %j',
    (text) => {
      const body = bytes(text.repeat((64 * 1024) / text.length))
      const started = process.threadCpuUsage()
      guessForm(call({ body }))
      expect(process.threadCpuUsage(started).user).toBeLessThan(100_000)
    },
  )

  it('gets a whole error answer in that form', async () => {
    const { gateway } = testGateway()
    const json = await handleCall(call({ query: 'format=json&a=%zz' }), gateway)
    expect(JSON.parse(json.body).error_response).toMatchObject({ code: 47 })
    const xml = await handleCall(call({ query: 'a=%zz' }), gateway)
    expect(xml.contentType).toBe('text/xml;charset=UTF-8')
    expect(xml.body).toContain('<code>47</code><msg>Invalid encoding</msg>')
  })
})
