import { expect, it } from 'vitest'
import { topTypeName } from './kinds.ts'
import { readTopDescription } from './top-metadata.ts'

const described = (request: unknown, more: object = {}) =>
  readTopDescription({ name: 'a.b.c', apiChineseName: '标题', requestParams: request, ...more })

it.each([
  [null, 'not a JSON object'],
  [[], 'not a JSON object'],
  [{ id: 5 }, 'the API has no name'],
  [{ name: '../etc' }, 'is no name of a method'],
  [{ name: '<script>' }, 'is no name of a method'],
])('%j is not shown, and the reason is told', (value, reason) => {
  const { api, problems } = readTopDescription(value)
  expect(api).toBeUndefined()
  expect(problems.join()).toContain(reason)
})

it.each([
  ['String', 'String'],
  ['Number', 'Number'],
  ['byte', 'byte'],
  ['byte[]', 'byte[]'],
  ['byte[][]', 'byte[] []'],
  ['String[]', 'String []'],
  ['Item []', 'Item []'],
  ['null[]', 'null []'],
  ['Map', 'Map'],
  ['BigDecimal', 'BigDecimal'],
])('the type %s is shown as %s', (type, shown) => {
  const field = described([{ name: 'x', type }]).api?.request.x
  expect(field === undefined ? undefined : topTypeName(field)).toBe(shown)
})

it('what is odd is told, and the rest stands', () => {
  const { api, problems } = described([
    { name: 'a', type: 'String' },
    { name: 'a', type: 'Number' },
    { type: 'String' },
    { name: 'b' },
    'c',
    { name: 'd', type: 'Price', subParams: [{ name: 'e', type: 'Number', minValue: 1 }] },
  ])
  expect(Object.keys(api?.request ?? {})).toEqual(['a', 'b', 'd'])
  expect(api?.request.a?.kind).toBe('text')
  expect(api?.request.d).toMatchObject({ kind: 'struct', fields: { e: { min: 1n } } })
  expect(problems).toEqual([
    'request.a: given twice; the first one stands',
    'request[2]: no name; left out',
    'request.b: no type; it is shown without one',
    'request[4]: not a JSON object; left out',
  ])
})

it('names that mean something to JavaScript are names like others', () => {
  const { api } = described([{ name: '__proto__', type: 'String' }])
  expect(Object.keys(api?.request ?? {})).toEqual(['__proto__'])
})

it('depth, number and length are bounded', () => {
  let deep: object = { name: 'x', type: 'T' }
  for (let level = 0; level < 100; level += 1) deep = { name: 'x', type: 'T', subParams: [deep] }
  expect(described([deep]).problems.join()).toContain('nested too deeply')
  const many = Array.from({ length: 6_000 }, (_, at) => ({ name: `f${at}`, type: 'String' }))
  expect(Object.keys(described(many).api?.request ?? {})).toHaveLength(5_000)
  const long = described([], { description: 'x'.repeat(100_000) })
  expect(long.api?.description.zh.length).toBe(20_000)
})
