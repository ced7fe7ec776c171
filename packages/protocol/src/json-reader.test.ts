import type { JsonValue } from '@topgate/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type JsonLimits, JsonProblem, readJson } from './json-reader.ts'
import { writeJsonString } from './write-json-string.ts'

/** Processor time for megabytes; linear readers need a tenth, and others seconds. */
const CPU_US_MAX = 500_000

const limits: JsonLimits = { depthMax: 32, membersMax: 2000, numberCharsMax: 64 }

function read(text: string, changed: Partial<JsonLimits> = {}): JsonValue {
  return readJson(text, { ...limits, ...changed })
}

function problemOf(text: string, changed: Partial<JsonLimits> = {}): JsonProblem {
  try {
    read(text, changed)
  } catch (error) {
    if (error instanceof JsonProblem) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('JSON', () => {
  it.each<[string, JsonValue]>([
    ['null', null],
    [' \t\r\n true \t\r\n ', true],
    ['false', false],
    ['""', ''],
    ['"公益感言"', '公益感言'],
    ['"，😀"', '，😀'],
    ['[]', []],
    ['[ ]', []],
    ['[1,"a",[null]]', [1n, 'a', [null]]],
    ['{}', new Map()],
    ['{ }', new Map()],
    [
      '{"a":1,"b":{"c":[]}}',
      new Map<string, JsonValue>([
        ['a', 1n],
        ['b', new Map([['c', []]])],
      ]),
    ],
    [
      '{ "a" : 1 , "b" : 2 }',
      new Map([
        ['a', 1n],
        ['b', 2n],
      ]),
    ],
    ['{"":""}', new Map([['', '']])],
  ])('%j is read', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it.each<[string, JsonValue]>([
    ['0', 0n],
    ['-1', -1n],
    ['10', 10n],
    ['999999999999999', 999_999_999_999_999n],
    ['-999999999999999', -999_999_999_999_999n],
    ['9007199254740993', 9_007_199_254_740_993n],
    ['1800001886002007961', 1_800_001_886_002_007_961n],
    ['-9223372036854775808', -9_223_372_036_854_775_808n],
    ['18446744073709551616', 18_446_744_073_709_551_616n],
    ['-0', { decimal: '-0' }],
    ['0.0', { decimal: '0.0' }],
    ['-0.5', { decimal: '-0.5' }],
    ['1.50', { decimal: '1.50' }],
    ['1e3', { decimal: '1e3' }],
    ['1E+400', { decimal: '1E+400' }],
    ['1.5e-7', { decimal: '1.5e-7' }],
    ['0e0', { decimal: '0e0' }],
  ])('keeps every digit of %s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it.each([
    ['"\\"\\\\\\/\\n\\r\\t"', '"\\/\n\r\t'],
    ['"\\u4f60\\u597D"', '你好'],
    ['"\\ud83d\\ude00"', '😀'],
    ['"a\\u0041b"', 'aAb'],
    ['"http:\\/\\/a.b"', 'http://a.b'],
    ['"\\u0009\\u000a\\u000d\\u007f"', '\t\n\r\u007f'],
    ['"\\\\"', '\\'],
    ['"\u007f\u2028"', '\u007f\u2028'],
  ])('%s is unescaped', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    ['nothing', ''],
    ['only space', ' '],
    ['a bare word', 'hello'],
    ['half a word', 'tru'],
    ['a word in capitals', 'True'],
    ['a longer word', 'nullx'],
    ['undefined', 'undefined'],
    ['NaN', 'NaN'],
    ['Infinity', '-Infinity'],
    ['a leading zero', '012345'],
    ['a leading zero after the sign', '-01'],
    ['two zeros', '00'],
    ['a leading plus', '+1'],
    ['a bare sign', '-'],
    ['a bare point', '1.'],
    ['no digit before the point', '.5'],
    ['no digit in the exponent', '1e'],
    ['only a sign in the exponent', '1e+'],
    ['two signs in the exponent', '1e+-1'],
    ['a hexadecimal number', '0x10'],
    ['digits in another script', '１'],
    ['single quotes', "{'a':1}"],
    ['a name without quotes', '{a:1}'],
    ['a trailing comma in an object', '{"a":1,}'],
    ['a trailing comma in an array', '[1,]'],
    ['a missing item', '[,1]'],
    ['a missing comma', '[1 2]'],
    ['a missing colon', '{"a" 1}'],
    ['a missing value', '{"a":}'],
    ['two colons', '{"a"::1}'],
    ['a number as a name', '{1:1}'],
    ['a comment', '{"a":1/*x*/}'],
    ['a line comment', '1//x'],
    ['two values', '{}{}'],
    ['a stray bracket', '[]]'],
    ['the wrong bracket', '[1}'],
    ['an open object', '{"a":1'],
    ['an open array', '[1'],
    ['an open string', '"a'],
    ['an open string after an escape', '"a\\n'],
    ['a backslash at the end', '"\\'],
    ['an unknown escape', '"\\x41"'],
    ['an escaped quote character', '"\\\'"'],
    ['a short hexadecimal escape', '"\\u12"'],
    ['a bad hexadecimal escape', '"\\u12g4"'],
    ['a hexadecimal escape at the end', '"\\u1'],
    ['a byte order mark', '\ufeff{}'],
    ['a space beyond ASCII', '\u00a01'],
    ['a form feed as space', '\f1'],
    ['something after the value', '1 x'],
    ['a NUL after the value', '1\0'],
    ['a raw control character', '"a\u0001b"'],
    ['a raw line feed', '"a\nb"'],
    ['a raw tab', '"a\tb"'],
    ['a raw control character after an escape', '"\\n\u0001"'],
  ])('with %s is refused', (_, text) => {
    expect(problemOf(text).at).toBeLessThanOrEqual(text.length)
  })

  it.each([
    ['twice', '{"a":1,"a":1}'],
    ['twice through an escape', '{"event_id":1,"event\\u005fid":2}'],
    ['twice, empty', '{"":1,"":2}'],
    ['__proto__', '{"__proto__":{"x":true}}'],
    ['constructor', '{"constructor":{"prototype":{}}}'],
    ['prototype', '{"a":{"prototype":1}}'],
    ['__proto__ through an escape', '{"\\u005f_proto__":1}'],
  ])('with a member %s is refused', (_, text) => {
    expect(problemOf(text).reason).toMatch(/^(member given twice|reserved member name)/)
  })

  it('keeps the last of two members on request, in the place of the first', () => {
    const names: string[] = []
    const onRepeat = (name: string) => void names.push(name)
    const value = read('{"a":1,"b":2,"\\u0061":3}', { duplicates: 'last', onRepeat })
    expect(names).toEqual(['a'])
    expect([...(value as Map<string, JsonValue>)]).toEqual([
      ['a', 3n],
      ['b', 2n],
    ])
    expect(problemOf('{"__proto__":1}', { duplicates: 'last' }).reason).toContain('reserved')
  })

  it.each([
    ['"\\u0000"'],
    ['"\\u0001"'],
    ['"\\u001f"'],
    ['"\\b"'],
    ['"\\f"'],
    ['"\\ufffe"'],
    ['"\\uffff"'],
    ['"\ufffe"'],
    ['{"\\u0001":1}'],
  ])('%s cannot be carried by XML: refused, or kept on request', (text) => {
    expect(problemOf(text).reason).toContain('XML')
    const expected: unknown = JSON.parse(text)
    const kept = read(text, { xmlUnsafe: 'keep' })
    expect(kept instanceof Map ? [...kept.keys()] : kept).toEqual(
      typeof expected === 'string' ? expected : Object.keys(expected as object),
    )
  })

  it.each([
    '"\\ud800"',
    '"\\udc00"',
    '"\\ude00\\ud83d"',
    '"\\ud83dx"',
    '"\ud800"',
    '{"\\ud800":1}',
  ])('with an unpaired surrogate, %j, is always refused', (text) => {
    expect(problemOf(text).reason).toBe('unpaired surrogate')
    expect(problemOf(text, { xmlUnsafe: 'keep' }).reason).toBe('unpaired surrogate')
  })

  it('nests 32 deep and no deeper', () => {
    const nested = (times: number) => `${'['.repeat(times)}${']'.repeat(times)}`
    expect(read(nested(32))).toBeDefined()
    expect(problemOf(nested(33)).reason).toBe('nested too deeply')
    expect(problemOf(`${'{"a":'.repeat(33)}1${'}'.repeat(33)}`).reason).toBe('nested too deeply')
    expect(read('1', { depthMax: 0 })).toBe(1n)
    expect(problemOf('[]', { depthMax: 0 }).reason).toBe('nested too deeply')
  })

  it('nested 100 000 deep is refused without recursion', () => {
    for (const open of ['[', '{"a":']) {
      expect(problemOf(open.repeat(100_000)).reason).toBe('nested too deeply')
    }
  })

  it('has 2 000 members in an object and no more', () => {
    const members = (count: number) =>
      `{${Array.from({ length: count }, (_, i) => `"x${i}":1`).join(',')}}`
    expect(read(members(2000))).toHaveProperty('size', 2000)
    expect(problemOf(members(2001)).reason).toBe('too many members in one object')
    const same = `{${Array(2001).fill('"a":1').join(',')}}`
    expect(problemOf(same, { duplicates: 'last' }).reason).toBe('too many members in one object')
  })

  it('has as many items in an array as members, or its own bound', () => {
    expect(read('[1,2]', { membersMax: 2 })).toHaveLength(2)
    expect(problemOf('[1,2,3]', { membersMax: 2 }).reason).toBe('too many items in one array')
    expect(read('[1,2,3]', { membersMax: 2, itemsMax: 3 })).toHaveLength(3)
    expect(problemOf('[1,2]', { membersMax: 2, itemsMax: 1 }).reason).toContain('too many items')
  })

  it('has numbers of 64 characters and no longer', () => {
    const long = `-${'9'.repeat(63)}`
    expect(read(long)).toBe(BigInt(long))
    for (const text of [`${long}0`, `1.${'0'.repeat(63)}`, `1e${'0'.repeat(63)}`]) {
      expect(problemOf(text).reason).toBe('number too long')
    }
  })

  it('of 3 MB is read at once, whatever it repeats', () => {
    const size = 3_000_000
    const texts = [
      `"${'a'.repeat(size)}"`,
      `"${'\\n'.repeat(size / 2)}"`,
      `"${'\\'.repeat(size)}"`,
      `"${'，'.repeat(size)}"`,
      '1'.repeat(size),
      ' '.repeat(size),
      '['.repeat(size),
    ]
    for (const text of texts) {
      const started = process.threadCpuUsage()
      try {
        read(text)
      } catch (error) {
        expect(error).toBeInstanceOf(JsonProblem)
      }
      expect(process.threadCpuUsage(started).user).toBeLessThan(CPU_US_MAX)
    }
  })

  it('problems say where, and never show a value', () => {
    expect(problemOf('{"a": secret}')).toEqual(
      new JsonProblem('no JSON value where one is expected', 6),
    )
    expect(problemOf('{"a":1,"a":"secret"}')).toEqual(new JsonProblem('member given twice: a', 7))
    expect(problemOf('"secret')).toEqual(new JsonProblem('string without an end', 7))
    const long = `{"${'n'.repeat(70)}\\n":1,"${'n'.repeat(70)}\\n":1}`
    expect(problemOf(long).reason).toBe(`member given twice: ${'n'.repeat(64)}`)
  })
})

type SourceReviver = (name: string, value: unknown, context?: { source?: string }) => unknown

/** What JSON.parse makes of the same text, with numbers as their source text. */
function parsePlain(text: string): unknown {
  const reviver: SourceReviver = (_, value, context) =>
    typeof value === 'number' ? { number: context?.source } : value
  return JSON.parse(text, reviver)
}

function plain(value: JsonValue): unknown {
  if (typeof value === 'bigint') return { number: String(value) }
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(plain)
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([name, member]) => [name, plain(member)]))
  }
  return { number: (value as { decimal: string }).decimal }
}

describe('JSON.parse', () => {
  const keep: Partial<JsonLimits> = { xmlUnsafe: 'keep' }

  it('reads the same from what JSON.stringify writes, compact or indented', () => {
    const value = fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' })
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 1, '\t'), (input, indent) => {
        const text = JSON.stringify(input, null, indent)
        fc.pre(!/\\ud[89a-f]|"(__proto__|constructor|prototype)"/.test(text))
        expect(plain(read(text, keep))).toEqual(parsePlain(text))
      }),
    )
  })

  it('accepts a random text exactly when this reader does', () => {
    const piece = fc.constantFrom(
      ...['{', '}', '[', ']', ',', ':', '"', '"a"', '"b":', ' ', '\\', '\\u0041', 'true', 'null'],
      ...['0', '1', '-', '.', 'e', 'E', '+', '12', '\n', '\t', '\u0001', '你', '/'],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('')
        let expected: unknown
        let isJson = true
        try {
          expected = parsePlain(text)
        } catch {
          isJson = false
        }
        if (!isJson) problemOf(text, { ...keep, duplicates: 'last' })
        else expect(plain(read(text, { ...keep, duplicates: 'last' }))).toEqual(expected)
      }),
      { numRuns: 5000 },
    )
  })
})

describe('a written JSON string', () => {
  it('is compact and is read back as it was', () => {
    expect(writeJsonString('a"\\/\n\u0001你')).toBe('"a\\"\\\\/\\n\\u0001你"')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(text.isWellFormed())
        expect(read(writeJsonString(text), { xmlUnsafe: 'keep' })).toBe(text)
      }),
    )
  })

  it('stays UTF-8 when the text is not', () => {
    expect(writeJsonString('\ud800')).toBe('"\\ud800"')
  })
})
