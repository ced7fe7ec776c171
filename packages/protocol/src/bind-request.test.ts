import {
  defineApi,
  flag,
  int64,
  json,
  list,
  moment,
  optional,
  Refusal,
  struct,
  text,
} from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import { compileBinder } from './bind-request.ts'

const note = { en: 'a note' }
const nowMs = Date.UTC(2026, 10, 21, 4)

const api = defineApi({
  method: 'a.b.c',
  title: { zh: '甲', en: 'a' },
  description: { zh: '甲', en: 'a' },
  category: { zh: '甲', en: 'a' },
  access: 'app',
  effect: 'write',
  signatureMemory: 'process',
  parametersBytesMax: 4000,
  repeat: { zh: '甲', en: 'a' },
  request: {
    dto: struct(
      'Dto',
      '参',
      { ...note, anyOf: ['user', 'key'] },
      {
        id: int64('号', { ...note, min: 1n, max: 9_000_000_000_000_000_000n }),
        name: text('名', { ...note, lengthMax: 3 }),
        user: optional(int64('人', note)),
        key: optional(text('键', { ...note, pattern: '[A-Z]{1,4}' })),
        at: optional(moment('时', { ...note, aheadMsMax: 300_000 })),
        forced: optional(flag('强', note)),
        raw: optional(json('文', { ...note, shape: 'object', bytesMax: 40, scalarsOnly: true })),
        kind: optional(text('类', { ...note, oneOf: ['1', '2'] })),
      },
    ),
    tags: optional(list('签', { ...note, itemsMax: 3 }, text('签', note))),
    pairs: optional(list('对', note, struct('Pair', '对', note, { a: int64('甲', note) }))),
  },
  response: {},
})
const bind = compileBinder(api)
const good = '"id":1,"name":"a","user":2'

function bound(dto: string, more: Record<string, string> = {}): unknown {
  const parameters = new Map(Object.entries({ method: 'a.b.c', dto: `{${dto}}`, ...more }))
  return bind(parameters, nowMs)
}

/** What refuses the call, as `code:argument`. */
function refused(dto: string, more: Record<string, string> = {}): string {
  try {
    bound(dto, more)
  } catch (error) {
    if (error instanceof Refusal) return `${error.name}:${error.detail.argument}`
    throw error
  }
  return 'nothing'
}

describe('a request', () => {
  it('has the types of its contract, with 64-bit integers exact', () => {
    const dto = '"id":8999999999999999999,"name":"😀中a","user":"9007199254740993"'
    expect(
      bound(`${dto},"forced":"true","at":"2026-11-21 12:00:00","raw":"{\\"n\\":1e3}"`),
    ).toEqual({
      dto: {
        id: 8_999_999_999_999_999_999n,
        name: '😀中a',
        user: 9_007_199_254_740_993n,
        forced: true,
        at: nowMs,
        raw: { text: '{"n":1e3}', value: new Map([['n', { decimal: '1e3' }]]) },
      },
    })
  })

  it('takes a JSON integer for a String as its digits', () => {
    expect(bound('"id":1,"name":12,"user":1')).toMatchObject({ dto: { name: '12' } })
  })

  it('takes absent, null and empty members alike, and ignores unknown ones', () => {
    expect(bound(`${good},"key":"","at":null,"is_admin":true`)).toEqual(bound(good))
  })

  it('reads lists: comma-separated texts, JSON of structs', () => {
    expect(bound(good, { tags: 'a,b', pairs: '[{"a":1},{"a":"2"}]' })).toMatchObject({
      tags: ['a', 'b'],
      pairs: [{ a: 1n }, { a: 2n }],
    })
  })
})

describe('a missing required member', () => {
  it.each(['"name":"a","user":1', '"id":null,"name":"a","user":1', '"id":"","name":"a","user":1'])(
    'is named with its path: {%s}',
    (dto) => expect(refused(dto)).toBe('missing-argument:dto.id'),
  )

  it('is told before a wrong type elsewhere in the same struct', () => {
    expect(refused('"id":"abc"')).toBe('missing-argument:dto.name')
  })

  it('is told for the parameter itself', () => {
    expect(() => bind(new Map([['dto', '']]), nowMs)).toThrow()
    expect(refused('', { dto: '' })).toBe('missing-argument:dto')
  })
})

describe('a wrong type', () => {
  it.each([
    ['"id":"abc"', 'dto.id'],
    ['"id":1.5', 'dto.id'],
    ['"id":1e3', 'dto.id'],
    ['"id":-0', 'dto.id'],
    ['"id":true', 'dto.id'],
    ['"id":"01"', 'dto.id'],
    ['"id":9223372036854775808', 'dto.id'],
    ['"id":1,"user":-9223372036854775809', 'dto.user'],
    ['"id":1,"name":{}', 'dto.name'],
    ['"id":1,"name":true', 'dto.name'],
    ['"id":1,"forced":1', 'dto.forced'],
    ['"id":1,"raw":{"a":1}', 'dto.raw'],
  ])('is refused with the path of the member: {%s}', (dto, path) => {
    const filled = dto.includes('"name"') ? dto : `${dto},"name":"a"`
    expect(refused(filled.includes('"user"') ? filled : `${filled},"user":1`)).toBe(
      `invalid-argument:${path}`,
    )
  })

  it.each(['hello', 'null', '1', '[]', '"{}"', '{"id":1,}', '{}{}', '{"id":1,"id":2}'])(
    'is a struct that is no JSON object: %s',
    (dto) => expect(refused('', { dto })).toBe('invalid-argument:dto'),
  )

  it('is told before a broken rule that comes first', () => {
    expect(refused('"id":0,"name":"a","user":"x"')).toBe('invalid-argument:dto.user')
  })

  it('is an undeclared parameter, even an empty one, but no public parameter', () => {
    expect(refused(good, { debug: '' })).toBe('invalid-argument:debug')
    expect(refused(good, { Sign: 'x' })).toBe('invalid-argument:Sign')
    const subMsg = 'debug 不是 a.b.c 的参数，请核对名称（区分大小写）'
    const detail = expect.objectContaining({ subMsg })
    expect(() => bound(good, { debug: '' })).toThrow(expect.objectContaining({ detail }))
    expect(refused(good, { partner_id: 'x', session: 'y' })).toBe('nothing')
  })

  it('is more than the API takes in all: the largest parameter is named', () => {
    expect(refused(good, { tags: 'a'.repeat(3900) })).toBe('nothing')
    expect(refused(good, { tags: '中'.repeat(1400) })).toBe('invalid-argument:tags')
  })
})

describe('a broken rule', () => {
  it.each([
    ['"id":0', 'dto.id'],
    ['"id":9000000000000000001', 'dto.id'],
    ['"id":1,"name":"abcd"', 'dto.name'],
    ['"id":1,"key":"abc"', 'dto.key'],
    ['"id":1,"key":"ABCDE"', 'dto.key'],
    ['"id":1,"kind":"3"', 'dto.kind'],
    ['"id":1,"at":"2026-02-30 10:00:00"', 'dto.at'],
    ['"id":1,"at":"2026-11-21T12:00:00"', 'dto.at'],
    ['"id":1,"at":"2026-11-21 12:05:01"', 'dto.at'],
    ['"id":1,"raw":"[]"', 'dto.raw'],
    ['"id":1,"raw":"{"', 'dto.raw'],
    ['"id":1,"raw":"{\\"a\\":[1]}"', 'dto.raw'],
    [`"id":1,"raw":"{\\"a\\":\\"${'x'.repeat(33)}\\"}"`, 'dto.raw'],
  ])('is isv.invalid-parameter with the field: {%s}', (dto, path) => {
    const filled = dto.includes('"name"') ? dto : `${dto},"name":"a"`
    expect(refused(`${filled},"user":1`)).toBe(`invalid-parameter:${path}`)
  })

  it.each(['"id":9000000000000000000', '"id":1,"at":"2026-11-21 12:05:00"', '"id":1,"kind":"2"'])(
    'is not what lies just inside: {%s}',
    (dto) => expect(refused(`${dto},"name":"abc","user":1`)).toBe('nothing'),
  )

  it('is a struct with none of the members of which it needs one', () => {
    expect(refused('"id":1,"name":"a"')).toBe('invalid-parameter:dto.user')
    expect(refused('"id":1,"name":"a","key":"A"')).toBe('nothing')
  })

  it('is a list that is too long', () => {
    expect(refused(good, { tags: 'a,b,c' })).toBe('nothing')
    expect(refused(good, { tags: 'a,b,c,d' })).toBe('invalid-parameter:tags')
  })
})
