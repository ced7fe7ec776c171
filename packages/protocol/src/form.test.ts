import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readForm } from './form.ts'
import { ParameterCollector } from './parameters.ts'
import { ProtocolError } from './protocol-error.ts'
import { decodeUtf8 } from './utf8.ts'

/** Processor time for megabytes; linear readers need a tenth, and others seconds. */
const CPU_US_MAX = 500_000

function read(...texts: readonly string[]): Record<string, string> {
  const collector = new ParameterCollector()
  for (const text of texts) readForm(text, collector)
  return Object.fromEntries(collector.values)
}

function refusalOf(action: () => unknown): ProtocolError {
  try {
    action()
  } catch (error) {
    if (error instanceof ProtocolError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

/** What a form reads as, or the refusal, when another was read before it. */
function outcomeOf(text: string, before: string): unknown {
  read(before)
  try {
    return read(text)
  } catch (error) {
    return error
  }
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

describe('a form', () => {
  it.each([
    ['', {}],
    ['&', {}],
    ['a=1', { a: '1' }],
    ['a=1&b=2', { a: '1', b: '2' }],
    ['a=1&', { a: '1' }],
    ['&a=1', { a: '1' }],
    ['a=1&&b=2', { a: '1', b: '2' }],
    ['a', { a: '' }],
    ['a=', { a: '' }],
    ['a=b=c', { a: 'b=c' }],
    ['a=1;b=2', { a: '1;b=2' }],
    ['a=x+y', { a: 'x y' }],
    ['a=x%2By%20z', { a: 'x+y z' }],
    ['a=%26%3D%25', { a: '&=%' }],
    ['a=%e4%bd%A0', { a: '你' }],
    ['a=%F0%9F%98%80', { a: '😀' }],
    ['a=你+好', { a: '你 好' }],
    ['a=%EF%BF%BE%EF%BF%BF', { a: '\ufffe\uffff' }],
    ['app%5Fkey=1', { app_key: '1' }],
    ['Az.09_-=1', { 'Az.09_-': '1' }],
    ['a=%0D%0A%09', { a: '\r\n\t' }],
  ])('%j is read as %j', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('keeps the order of arrival over query and body', () => {
    const collector = new ParameterCollector()
    readForm('b=1&a=2', collector)
    readForm('0=3', collector)
    expect([...collector.values.keys()]).toEqual(['b', 'a', '0'])
  })

  it.each([
    'a=%zz',
    'a=%',
    'a=%4',
    'a=%4g',
    'a=%FF%FE',
    'a=%C0%AF',
    'a=%E0%80%AF',
    'a=%F0%80%80%AF',
    'a=%ED%A0%80',
    'a=%ED%A0%BD%ED%B8%80',
    'a=%F4%90%80%80',
    'a=%E4%BD',
    'a=%80',
    'a%ff=1',
    '%u4f60=1',
  ])('%j is not UTF-8', (text) => {
    expect(refusalOf(() => read(text)).code).toBe('encoding')
  })

  it('decodes long values outside ASCII whole', () => {
    for (const length of [5000, 10_000, 100_000]) {
      const value = `${'你'.repeat(length)} `
      expect(read(`a=${value.replace(' ', '+')}&b=${encodeURIComponent(value)}`)).toEqual({
        a: value,
        b: value,
      })
    }
  })

  it('says whether the escape or the encoding is bad', () => {
    expect(refusalOf(() => read('a=%zz')).detail).toBe('bad percent escape in parameter a')
    expect(refusalOf(() => read('a=%ff')).detail).toBe('bytes that are not UTF-8 in parameter a')
  })

  it.each([
    '=x',
    '=',
    'a=1&=x',
    '%00=1',
    'app_key%00=1',
    'a=b%00c',
    'a b=1',
    'a+b=1',
    'sign[]=1',
    'ѕign=1',
    '%D1%95ign=1',
    'ａ=1',
    '__proto__=1',
    'constructor=1',
    'prototype=1',
    '%5F_proto__=1',
  ])('%j has a bad name or value', (text) => {
    expect(refusalOf(() => read(text)).code).toBe('parameter')
  })

  it('takes names of 64 characters, escaped or not, and no longer ones', () => {
    const name = 'n'.repeat(64)
    expect(read(`${name}=1`)).toEqual({ [name]: '1' })
    expect(read(`${'%6e'.repeat(64)}=1`)).toEqual({ [name]: '1' })
    for (const long of ['n'.repeat(65), '%6e'.repeat(65), 'n'.repeat(100_000)]) {
      expect(refusalOf(() => read(`${long}=1`)).code).toBe('parameter')
    }
  })

  it.each([
    ['in one text', ['a=1&a=2']],
    ['with an empty value', ['a=1&a']],
    ['in query and body', ['app_key=1', 'app_key=2']],
    ['hidden by an escape', ['app_key=1', 'app%5Fkey=2']],
  ])('refuses a name given two values %s', (_, texts) => {
    const refusal = refusalOf(() => read(...texts))
    expect(refusal.code).toBe('parameter')
    expect(refusal.detail).toMatch(/^parameter given twice: (a|app_key)$/)
  })

  it('tells names that differ in case apart', () => {
    expect(read('Sign=1&sign=2')).toEqual({ Sign: '1', sign: '2' })
  })

  it('takes 128 pairs and no more, over all texts together', () => {
    const pairs = (count: number) => Array.from({ length: count }, (_, i) => `x${i}=1`).join('&')
    expect(Object.keys(read(pairs(128)))).toHaveLength(128)
    expect(refusalOf(() => read(pairs(129))).code).toBe('parameter')
    expect(Object.keys(read(pairs(127), 'b=1'))).toHaveLength(128)
    expect(refusalOf(() => read(pairs(128), 'b=1')).code).toBe('parameter')
    expect(refusalOf(() => read(`${pairs(1200)}&sign=1`)).code).toBe('parameter')
  })

  it('counts empty pairs', () => {
    expect(read('&'.repeat(127))).toEqual({})
    expect(refusalOf(() => read('&'.repeat(128))).code).toBe('parameter')
  })

  it('takes values of 3 MiB, measured in bytes of UTF-8, and no longer', () => {
    const bytesMax = 3 * 1024 * 1024
    for (const [unit, bytes] of [
      ['a', 1],
      ['é', 2],
      ['你', 3],
    ] as const) {
      const full = unit.repeat(bytesMax / bytes)
      expect(read(`a=${full}`)).toEqual({ a: full })
      expect(refusalOf(() => read(`a=${full}a`)).code).toBe('parameter')
    }
  })

  it('refuses a raw NUL', () => {
    expect(refusalOf(() => read('a=b\0')).code).toBe('parameter')
  })

  it('names the parameter, cut and made visible, and never shows a value', () => {
    const details = [
      refusalOf(() => read('secret=hunter2%00')).detail,
      refusalOf(() => read('secret=hunter2%zz')).detail,
      refusalOf(() => read('secret=hunter2&secret=hunter3')).detail,
    ]
    for (const detail of details) {
      expect(detail).toContain('secret')
      expect(detail).not.toContain('hunter2')
    }
    expect(refusalOf(() => read('ѕi\ngn=1')).detail).toBe('bad parameter name: ?i?gn')
    expect(refusalOf(() => read(`${'x'.repeat(70)}=1`)).detail).toBe(
      `bad parameter name: ${'x'.repeat(64)}`,
    )
  })

  it('reads well-formed input as URLSearchParams does', () => {
    const name = fc.stringMatching(/^[A-Za-z0-9_.-]{1,12}$/)
    const value = fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\0', ''))
    const pairs = fc.uniqueArray(fc.tuple(name, value), { selector: ([key]) => key })
    fc.assert(
      fc.property(pairs, fc.nat(6), (list, phase) => {
        const search = new URLSearchParams(list).toString()
        // Escape more than is necessary, in places, and write spaces either way.
        const text = search.replace(/[a-z]|\+/g, (char, at: number) => {
          if ((at + phase) % 3 !== 0) return char
          return char === '+' ? '%20' : `%${char.charCodeAt(0).toString(16)}`
        })
        const collector = new ParameterCollector()
        if (list.some(([key]) => /^(__proto__|constructor|prototype)$/.test(key))) return
        readForm(text, collector)
        expect([...collector.values]).toEqual([...new URLSearchParams(text)])
      }),
    )
  })

  it('reads random text as URLSearchParams does, or refuses it', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', '=', '&', '+', '%', '4', '1', 'C', '2', 'A', '0', ';', '你'),
    })
    fc.assert(
      fc.property(text, (input) => {
        const collector = new ParameterCollector()
        try {
          readForm(input, collector)
        } catch {
          return
        }
        const read = new URLSearchParams(input)
        expect([...collector.values]).toEqual([...new Map(read)])
        expect(collector.values.size + collector.repeated.length).toBe(read.size)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['ab=1', 'abc=2'],
    ['ab=1', 'a=2'],
    ['ab=1', 'ab'],
    ['ab=1', 'ab%3D=2'],
    ['ab=1', 'a%62=2'],
    ['ab=1', 'AB=2'],
    ['a=1&b=2', 'b=3&a=4'],
    ['a=1&b=2', 'a=3&a=4'],
  ])('after %s reads %s as if it were the first', (before, text) => {
    const first = outcomeOf(text, 'zz=0&zz1=0')
    expect(outcomeOf(text, before)).toEqual(first)
  })

  it('of 4 MiB is read at once, whatever it repeats', () => {
    const size = 4 * 1024 * 1024
    const texts = [
      '&'.repeat(size),
      '%25'.repeat(size / 3),
      `a=${'%25'.repeat(size / 3)}`,
      `a=${'+'.repeat(size)}`,
      `a=${'a+'.repeat(size / 2)}`,
      '='.repeat(size),
      `a${'='.repeat(size)}`,
      `a=${'%zz'.repeat(size / 3)}`,
    ]
    for (const text of texts) {
      const started = process.threadCpuUsage()
      try {
        read(text)
      } catch (error) {
        expect(error).toBeInstanceOf(ProtocolError)
      }
      expect(process.threadCpuUsage(started).user).toBeLessThan(CPU_US_MAX)
    }
  })
})

describe('UTF-8', () => {
  it('is decoded exactly', () => {
    expect(decodeUtf8(encoded('a公😀\0\ufffe'))).toBe('a公😀\0\ufffe')
    expect(decodeUtf8(new Uint8Array())).toBe('')
  })

  it.each([
    ['FF FE', [0xff, 0xfe]],
    ['an overlong slash', [0xc0, 0xaf]],
    ['an encoded surrogate', [0xed, 0xa0, 0x80]],
    ['a cut sequence', [0xe4, 0xbd]],
    ['UTF-16 with its mark', [0xff, 0xfe, 0x6d, 0x00]],
    ['a code point above U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
  ])('%s is refused', (_, bytes) => {
    expect(refusalOf(() => decodeUtf8(Uint8Array.from(bytes))).code).toBe('encoding')
  })

  it('is decoded as well after a refusal as before', () => {
    refusalOf(() => decodeUtf8(Uint8Array.from([0xe4, 0xbd])))
    expect(decodeUtf8(encoded('你'))).toBe('你')
  })

  it('keeps a byte order mark, which then makes the first name bad', () => {
    const text = decodeUtf8(Uint8Array.from([0xef, 0xbb, 0xbf, 0x61, 0x3d, 0x31]))
    expect(text).toBe('\ufeffa=1')
    expect(refusalOf(() => read(text)).code).toBe('parameter')
  })
})
