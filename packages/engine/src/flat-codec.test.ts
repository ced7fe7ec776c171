import { catalogue, int64, json, list, optional, struct, text } from '@topgate/contracts'
import { expect, it } from 'vitest'
import { createFlatCodec, FlatReader } from './flat-codec.ts'

const note = { en: 'a note' }
const fields = {
  name: text('名', note),
  count: optional(int64('数', note)),
  inner: optional(
    struct('Inner', '内', note, {
      raw: optional(json('文', { ...note, bytesMax: 10 })),
      deep: optional(struct('Deep', '深', note, { id: int64('号', note) })),
    }),
  ),
  items: optional(list('表', note, struct('Item', '项', note, { a: text('甲', note) }))),
}
const codec = createFlatCodec(fields)

it.each([
  { name: 'a' },
  { name: '', count: 9_223_372_036_854_775_807n },
  { name: 'a', inner: {} },
  { name: 'a', inner: { deep: { id: -1n } }, items: [] },
  { name: 'a', inner: { raw: { text: '{}', value: new Map(), repeated: true } } },
  {
    name: '😀',
    count: 0n,
    inner: { raw: { text: '{"a":1}', value: new Map([['a', 1n]]) }, deep: { id: 2n } },
    items: [{ a: 'x' }, { a: 'y' }],
  },
])('gives %o back, also after the way between threads', (value) => {
  const written: unknown[] = []
  codec.write(value, written)
  expect(codec.read(new FlatReader(structuredClone(written)))).toEqual(value)
})

it.each([
  null,
  true,
  'text',
  -9_223_372_036_854_775_808n,
  { decimal: '1.50' },
  [],
  new Map(),
  [1n, [null, { decimal: '-0' }], new Map([['a', [false]]])],
  new Map<string, unknown>([
    ['__proto__', 'x'],
    ['n', new Map([['deep', []]])],
    ['last', { decimal: '1e9' }],
  ]),
])('gives the JSON value %o back', (value) => {
  const given = { name: 'a', inner: { raw: { text: '…', value } } }
  const written: unknown[] = []
  codec.write(given, written)
  codec.write({ name: 'next' }, written)
  expect(written.every((part) => typeof part !== 'object' || part === null)).toBe(true)
  const reader = new FlatReader(structuredClone(written))
  expect(codec.read(reader)).toEqual(given)
  expect(codec.read(reader)).toEqual({ name: 'next' })
})

it('reads several values out of one array, in order', () => {
  const written: unknown[] = []
  codec.write({ name: 'one', inner: { deep: { id: 1n } } }, written)
  codec.write({ name: 'two' }, written)
  const reader = new FlatReader(written)
  expect(codec.read(reader)).toEqual({ name: 'one', inner: { deep: { id: 1n } } })
  expect(codec.read(reader)).toEqual({ name: 'two' })
})

it('needs no nested objects for the request of any writing API', () => {
  for (const { request } of catalogue) {
    const written: unknown[] = []
    createFlatCodec(request).write({}, written)
    expect(written.every((value) => value === undefined || value === false)).toBe(true)
  }
})
