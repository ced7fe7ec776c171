import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHeaderValue } from './header-value.ts'
import { readMultipart } from './multipart.ts'
import { ParameterCollector } from './parameters.ts'
import { ProtocolError } from './protocol-error.ts'

/** Processor time for megabytes; linear readers need a tenth, and others seconds. */
const CPU_US_MAX = 500_000

/** Literal bodies are written as text; `\x89` and the like are meant as bytes, so latin1. */
function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0))
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

interface Read {
  readonly values: Record<string, string>
  readonly files: readonly (readonly [name: string, filename: string, bytes: string])[]
}

function read(contentType: string, body: Uint8Array): Read {
  const collector = new ParameterCollector()
  readMultipart(body, contentType, collector)
  return {
    values: Object.fromEntries(collector.values),
    files: collector.files.map(({ name, filename, bytes }) => [
      name,
      filename,
      String.fromCharCode(...bytes),
    ]),
  }
}

const TYPE = 'multipart/form-data; boundary=b'

/** A good body of one part `x`, to be spoiled. */
function bodyOf(head: string, content = '1'): string {
  return `--b\r\n${head}\r\n\r\n${content}\r\n--b--\r\n`
}

function refusalOf(body: string | Uint8Array, contentType = TYPE): ProtocolError {
  try {
    read(contentType, typeof body === 'string' ? latin1(body) : body)
  } catch (error) {
    if (error instanceof ProtocolError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

const X = 'Content-Disposition: form-data; name="x"'

describe('the multipart body', () => {
  it('of the Java client: charset first, CRLF in front, no spaces, typed text', () => {
    const body =
      '\r\n--1700000000000\r\n' +
      'Content-Disposition:form-data;name="fields"\r\n' +
      'Content-Type:text/plain\r\n\r\n' +
      'num_iid,title' +
      '\r\n--1700000000000\r\n' +
      'Content-Disposition:form-data;name="image";filename="a.png"\r\n' +
      'Content-Type:image/png\r\n\r\n' +
      '\x89PNG\r\n\x1a\n' +
      '\r\n--1700000000000--\r\n'
    const type = 'multipart/form-data;charset=UTF-8;boundary=1700000000000'
    expect(read(type, latin1(body))).toEqual({
      values: { fields: 'num_iid,title' },
      files: [['image', 'a.png', '\x89PNG\r\n\x1a\n']],
    })
  })

  it('of the Python client: disposition type file, constant boundary', () => {
    const body =
      '--PYTHON_SDK_BOUNDARY\r\n' +
      'Content-Disposition: form-data; name="title"\r\n' +
      'Content-Type: text/plain; charset=UTF-8\r\n\r\n' +
      '公益感言\r\n' +
      '--PYTHON_SDK_BOUNDARY\r\n' +
      'Content-Disposition: file; name="image"; filename="a.png"\r\n' +
      'Content-Type: image/png\r\n' +
      'Content-Transfer-Encoding: binary\r\n\r\n' +
      'PNG\r\n' +
      '--PYTHON_SDK_BOUNDARY--\r\n'
    const type = 'multipart/form-data; boundary=PYTHON_SDK_BOUNDARY'
    expect(read(type, utf8(body))).toEqual({
      values: { title: '公益感言' },
      files: [['image', 'a.png', 'PNG']],
    })
  })

  it('of the PHP client: hyphens, space after the file name, no final CRLF', () => {
    const body =
      '---------------5f3c\r\n' +
      'Content-Disposition: form-data; name="title"\r\n\r\n' +
      'a b\r\n' +
      '---------------5f3c\r\n' +
      'Content-Disposition: form-data; name="image"; filename="a.png" \r\n' +
      'Content-Type: image/png\r\n\r\n' +
      'PNG\r\n' +
      '---------------5f3c--'
    const type = 'multipart/form-data; boundary=-------------5f3c'
    expect(read(type, latin1(body))).toEqual({
      values: { title: 'a b' },
      files: [['image', 'a.png', 'PNG']],
    })
  })

  it('of the Node client: every parameter is a part, a buffer is named like its parameter', () => {
    const boundary = '--------------------------035324587693017'
    const body =
      `--${boundary}\r\nContent-Disposition: form-data; name="method"\r\n\r\ntaobao.time.get\r\n` +
      `--${boundary}\r\nContent-Disposition: form-data; name="sign"\r\n\r\nABCD\r\n` +
      `--${boundary}\r\nContent-Disposition: form-data; name="image"; filename="image"\r\n` +
      `Content-Type: application/octet-stream\r\n\r\n\x00\xff\r\n--${boundary}--\r\n`
    expect(read(`multipart/form-data; boundary=${boundary}`, latin1(body))).toEqual({
      values: { method: 'taobao.time.get', sign: 'ABCD' },
      files: [['image', 'image', '\x00\xff']],
    })
  })

  it('of the .NET client: quoted boundary, unquoted names, a part length', () => {
    const body =
      '--8d9f-1\r\nContent-Type: text/plain; charset=utf-8\r\n' +
      'Content-Disposition: form-data; name=v\r\nContent-Length: 3\r\n\r\n2.0\r\n' +
      "--8d9f-1\r\nContent-Disposition: form-data; name=f; filename=a.txt; filename*=utf-8''a.txt" +
      '\r\n\r\nx\r\n--8d9f-1--\r\n'
    expect(read('multipart/form-data; boundary="8d9f-1"', latin1(body))).toEqual({
      values: { v: '2.0' },
      files: [['f', 'a.txt', 'x']],
    })
  })

  it('of the Go clients: ordinary, with file names such as file and @a.png', () => {
    const boundary = '5d41402abc4b2a76b9719d911017c592ae8c6e0d3f8b5e1f2a3b4c5d6e7f'
    const body =
      `--${boundary}\r\nContent-Disposition: form-data; name="a"; filename="file"\r\n` +
      'Content-Type: application/octet-stream\r\n\r\n1\r\n' +
      `--${boundary}\r\nContent-Disposition: form-data; name="b"; filename="@a.png"\r\n` +
      `Content-Type: application/octet-stream\r\n\r\n2\r\n--${boundary}--\r\n`
    expect(read(`multipart/form-data; boundary=${boundary}`, latin1(body))).toEqual({
      values: {},
      files: [
        ['a', 'file', '1'],
        ['b', '@a.png', '2'],
      ],
    })
  })

  it.each([
    ['header names in any case', bodyOf('CONTENT-disposition: Form-Data; NAME="x"')],
    ['a part of 8bit text', bodyOf(`${X}\r\nContent-Transfer-Encoding: 8BIT`)],
    ['a part of 7bit text', bodyOf(`${X}\r\nContent-Transfer-Encoding: 7bit`)],
    ['a part of JSON', bodyOf(`${X}\r\nContent-Type: application/json`)],
    ['no line end at the end', bodyOf(X).slice(0, -2)],
  ])('may have %s', (_, body) => {
    expect(read(TYPE, latin1(body))).toEqual({ values: { x: '1' }, files: [] })
  })

  it.each([
    ['empty', ''],
    ['a line break', '\r\n'],
    ['line breaks and hyphens', '\r\n--\r\n--a\r\n-b\r\n'],
    ['nearly the boundary', '\r\n--B\n--b\r\r\n-'],
    ['spaces', '  '],
  ])('keeps a value that is %s', (_, value) => {
    expect(read(TYPE, latin1(bodyOf(X, value))).values).toEqual({ x: value })
  })

  it('may have no parts', () => {
    expect(read(TYPE, latin1('--b--\r\n'))).toEqual({ values: {}, files: [] })
  })

  it.each([
    ['empty', ''],
    ['something else', 'a=1'],
    ['text before the first part', `x\r\n${bodyOf(X)}`],
    ['another text in the place of the first boundary', bodyOf(X).replace('--b', 'xxb')],
    ['two line breaks before the first part', `\r\n\r\n${bodyOf(X)}`],
    ['text after the last part', `${bodyOf(X)}x`],
    ['text right after the last boundary', `${bodyOf(X).slice(0, -2)}x`],
    ['another part after the last', `${bodyOf(X)}${bodyOf(X)}`],
    ['no closing boundary', bodyOf(X).slice(0, -'\r\n--b--\r\n'.length)],
    ['half a closing boundary', bodyOf(X).slice(0, -'--\r\n'.length)],
    ['one hyphen of the closing boundary', bodyOf(X).slice(0, -'-\r\n'.length)],
    ['a boundary that only begins alike', bodyOf(X).replaceAll('--b', '--bc')],
    ['space after a boundary', bodyOf(X).replace('--b\r', '--b \r')],
    ['bare line feeds', bodyOf(X).replaceAll('\r\n', '\n')],
    ['a part without headers', '--b\r\n\r\n1\r\n--b--\r\n'],
    ['a part without a blank line', `--b\r\n${X}\r\n--b--\r\n`],
    ['a part without a body', `--b\r\n${X}\r\n\r\n--b--\r\n`],
    [
      'a boundary right after the headers',
      `--b\r\n${X}\r\n\r\n${bodyOf('Content-Disposition: form-data; name="y"')}`,
    ],
    ['a header without a colon', bodyOf(`${X}\r\nnothing`)],
    ['a folded header', bodyOf('Content-Disposition: form-data;\r\n name="x"')],
    ['an unknown header', bodyOf(`${X}\r\nX-Y: z`)],
    ['a control character in a header', bodyOf(`${X}; filename="a\x01"`)],
    ['a bare line feed in a header', bodyOf(`${X}; filename="a\n"`)],
    ['two dispositions', bodyOf(`${X}\r\nContent-Disposition: form-data; name="y"`)],
    [
      'two dispositions in another case',
      bodyOf(`${X}\r\ncontent-disposition: form-data; name="y"`),
    ],
    ['two types', bodyOf(`${X}\r\nContent-Type: text/plain\r\nContent-Type: text/plain`)],
    ['no disposition', bodyOf('Content-Type: text/plain')],
    ['no name', bodyOf('Content-Disposition: form-data')],
    ['an empty name', bodyOf('Content-Disposition: form-data; name=""')],
    ['two names', bodyOf('Content-Disposition: form-data; name="x"; name="y"')],
    ['an extended name', bodyOf(`${X}; name*=utf-8''y`)],
    ['another disposition', bodyOf('Content-Disposition: attachment; name="x"')],
    ['a disposition file without a file name', bodyOf('Content-Disposition: file; name="x"')],
    [
      'a name that breaks out of its quotes',
      bodyOf('Content-Disposition: form-data; name="a"\r\nX: y""'),
    ],
    ['a name with an escaped quote', bodyOf('Content-Disposition: form-data; name="a\\"b"')],
    ['a name with an open quote', bodyOf('Content-Disposition: form-data; name="a')],
    ['a name with text after the quotes', bodyOf('Content-Disposition: form-data; name="a"b')],
    ['a reserved name', bodyOf('Content-Disposition: form-data; name="__proto__"')],
    ['a nested part', bodyOf(`${X}\r\nContent-Type: multipart/mixed; boundary=c`)],
    ['a nested part in capitals', bodyOf(`${X}\r\nContent-Type: Multipart/Mixed; boundary=c`)],
    ['a part without a readable type', bodyOf(`${X}\r\nContent-Type: ;`)],
    ['base64', bodyOf(`${X}\r\nContent-Transfer-Encoding: base64`)],
    ['quoted-printable', bodyOf(`${X}\r\nContent-Transfer-Encoding: quoted-printable`)],
    ['NUL in a value', bodyOf(X, 'a\0b')],
  ])('with %s is refused', (_, body) => {
    expect(refusalOf(body).code).toBe('parameter')
  })

  it.each([
    ['bytes FF FE in a value', bodyOf(X, '\xff\xfe')],
    ['an overlong slash in a value', bodyOf(X, '\xc0\xaf')],
    ['bytes that are not UTF-8 in a header', bodyOf(`${X}; filename="\xff"`)],
    ['a part in another character set', bodyOf(`${X}\r\nContent-Type: text/plain; charset=gbk`)],
  ])('with %s has a bad encoding', (_, body) => {
    expect(refusalOf(body).code).toBe('encoding')
  })

  it.each([
    ['multipart/form-data'],
    ['multipart/form-data; boundary='],
    ['multipart/form-data; boundary=""'],
    ['multipart/form-data; boundary=b; boundary=c'],
    ['multipart/mixed; boundary=b'],
    ['text/plain; boundary=b'],
    [''],
  ])('is refused under the type "%s"', (contentType) => {
    expect(refusalOf(bodyOf(X), contentType).code).toBe('parameter')
  })

  it('is refused in another character set, and takes UTF-8 under either name', () => {
    expect(refusalOf(bodyOf(X), `${TYPE}; charset=gbk`).code).toBe('encoding')
    for (const charset of ['utf-8', 'UTF8', '"UTF-8"']) {
      expect(read(`${TYPE}; charset=${charset}`, latin1(bodyOf(X))).values).toEqual({ x: '1' })
    }
  })

  it.each([['b '], ['b*'], ['b\u00e9'], ['b'.repeat(71)]])(
    'has no boundary like "%s"',
    (boundary) => {
      const body = utf8(bodyOf(X).replaceAll('--b', `--${boundary}`))
      expect(refusalOf(body, `multipart/form-data; boundary="${boundary}"`).code).toBe('parameter')
    },
  )

  it('has a file where only an extended file name is given', () => {
    const body = bodyOf(`${X}; filename*=utf-8''a.txt`)
    expect(read(TYPE, latin1(body))).toEqual({ values: {}, files: [['x', "utf-8''a.txt", '1']] })
  })

  it('has boundaries of up to 70 characters', () => {
    const boundary = `${"0Az'()+_,-./:=? ".repeat(4)}123456`
    expect(boundary).toHaveLength(70)
    const body = bodyOf(X).replaceAll('--b', `--${boundary}`)
    expect(read(`multipart/form-data; boundary="${boundary}"`, latin1(body)).values).toEqual({
      x: '1',
    })
  })

  it('has part headers of 4 KiB and no longer', () => {
    const head = (bytes: number) => {
      const start = `${X}; filename="`
      return `${start}${'a'.repeat(bytes - start.length - 1)}"`
    }
    expect(read(TYPE, latin1(bodyOf(head(4096)))).files).toHaveLength(1)
    expect(refusalOf(bodyOf(head(4097))).code).toBe('parameter')
    expect(refusalOf(bodyOf(head(20_480))).code).toBe('parameter')
  })

  it('has 128 parts and no more, files and text together', () => {
    const parts = (count: number) =>
      Array.from({ length: count }, (_, i) => {
        const filename = i % 2 === 0 ? '; filename="f"' : ''
        return `--b\r\nContent-Disposition: form-data; name="x${i}"${filename}\r\n\r\n1\r\n`
      }).join('')
    const all = read(TYPE, latin1(`${parts(128)}--b--\r\n`))
    expect(Object.keys(all.values).length + all.files.length).toBe(128)
    expect(refusalOf(`${parts(129)}--b--\r\n`).code).toBe('parameter')
  })

  it('gives each name once, whether text or file', () => {
    const text = `--b\r\n${X}\r\n\r\n1\r\n`
    const other = `--b\r\n${X}\r\n\r\n2\r\n`
    const file = `--b\r\n${X}; filename="f"\r\n\r\n1\r\n`
    for (const twice of [text + other, text + file, file + text, file + file]) {
      expect(refusalOf(`${twice}--b--\r\n`).detail).toBe('parameter given twice: x')
    }
  })

  it('is read back as it was written', () => {
    const value = fc.string({ unit: fc.constantFrom('a', '\r', '\n', '-', '=', 'b', '公', '😀') })
    const name = fc.stringMatching(/^[a-z_.-]{1,8}$/)
    const pairs = fc.uniqueArray(fc.tuple(name, value), { selector: ([key]) => key, maxLength: 20 })
    fc.assert(
      fc.property(pairs, fc.boolean(), fc.boolean(), (list, leads, ends) => {
        const boundary = 'BOUNDARY'
        const parts = list.map(([key, text]) => {
          return `--${boundary}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${text}\r\n`
        })
        const body = `${leads ? '\r\n' : ''}${parts.join('')}--${boundary}--${ends ? '\r\n' : ''}`
        const collector = new ParameterCollector()
        readMultipart(utf8(body), `multipart/form-data; boundary=${boundary}`, collector)
        expect([...collector.values]).toEqual(list)
      }),
    )
  })

  it('of 4 MiB is read at once, whatever it repeats', () => {
    const size = 4 * 1024 * 1024
    for (const unit of ['\r', '\r\n', '\r\n--', '\r\n--b', 'a']) {
      const content = unit.repeat(size / unit.length)
      for (const body of [content, `--b\r\n${content}`, bodyOf(`${X}; filename="f"`, content)]) {
        const bytes = utf8(body)
        const started = process.threadCpuUsage()
        try {
          readMultipart(bytes, TYPE, new ParameterCollector())
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError)
        }
        expect(process.threadCpuUsage(started).user).toBeLessThan(CPU_US_MAX)
      }
    }
  })
})

describe('a header value', () => {
  it.each([
    ['text/plain', 'text/plain', {}],
    [' Text/Plain ', 'text/plain', {}],
    ['a/b;c=d', 'a/b', { c: 'd' }],
    ['a/b; C="d e;f" ; g=H', 'a/b', { c: 'd e;f', g: 'H' }],
    ['a; b="x\\"y\\\\z\\w"', 'a', { b: 'x"y\\z\\w' }],
    ['a; b=""', 'a', { b: '' }],
    ['a; b=x=y', 'a', { b: 'x=y' }],
    ['a;', 'a', {}],
    ['a; b=c; ', 'a', { b: 'c' }],
    ['a;; b=c', 'a', { b: 'c' }],
  ])('%j is read', (text, value, parameters) => {
    const header = readHeaderValue(text)
    expect(header?.value).toBe(value)
    expect(Object.fromEntries(header?.parameters ?? [])).toEqual(parameters)
  })

  it.each([
    '',
    ' ',
    ';a=b',
    'a;b',
    'a;b=c;d',
    'a;=b',
    'a; b=',
    'a; b="c',
    'a; b="c"d',
    'a b',
    'a; b=1; B=2',
    'a,b',
  ])('%j is unreadable', (text) => {
    expect(readHeaderValue(text)).toBeUndefined()
  })
})
