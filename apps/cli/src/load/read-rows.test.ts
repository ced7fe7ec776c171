import { expect, it } from 'vitest'
import { FileProblem } from './file-problem.ts'
import { readRows } from './read-rows.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const rowsOf = (text: string, kind?: string) => [...readRows(bytes(text), kind)]

function problemOf(text: string, kind?: string): string {
  try {
    rowsOf(text, kind)
  } catch (error) {
    if (error instanceof FileProblem) return error.message
    throw error
  }
  throw new Error('it was read')
}

it('reads CSV with quotes, line breaks in cells, CRLF, a byte order mark and empty lines', () => {
  const text = '\ufeff#products,,\r\na,b,c\r\n1,"x, ""y""\nz",\r\n\r\n2,二,3'
  expect(rowsOf(text)).toEqual([
    { kind: 'products', line: 3, texts: { a: '1', b: 'x, "y"\nz', c: '' } },
    { kind: 'products', line: 6, texts: { a: '2', b: '二', c: '3' } },
  ])
  expect(rowsOf('a\n1\n', 'tags')).toEqual([{ kind: 'tags', line: 2, texts: { a: '1' } }])
  expect(rowsOf('#tags\na\n', 'tags')).toEqual([])
})

it.each([
  ['a,b\n1,2', undefined, 'line 1: say what the rows are with --kind'],
  ['#tags\na', 'products', 'line 1: says that the rows are tags, but --kind says products'],
  ['#tags', undefined, 'line 1: the names of the fields are missing'],
  ['a,a\n1,2', 'tags', 'line 1: names the field "a" twice'],
  ['a,b\n1,2\n"x\ny",2,3', 'tags', 'line 3: has 3 cells, but there are 2 fields'],
  ['a\n1\nx"y"', 'tags', 'line 3: has a quote that does not fit'],
  ['a\n"x', 'tags', 'line 2: has a quote that does not fit'],
])('says where a CSV file is wrong: %j', (text, kind, words) => {
  expect(problemOf(text, kind)).toContain(words)
})

it('reads JSON that names its kinds, an array, and a row per line, with their lines', () => {
  const named =
    '{\n "products": [\n  {"a": 9223372036854775807, "b": true},\n  {"a": [1, "x"], "b": null}],\n "tags": [] }'
  expect(rowsOf(named)).toEqual([
    { kind: 'products', line: 3, texts: { a: '9223372036854775807', b: 'true' } },
    { kind: 'products', line: 4, texts: { a: '1;x', b: '' } },
  ])
  const rows = [
    { kind: 'tags', line: 1, texts: { a: '}"]' } },
    { kind: 'tags', line: 2, texts: { a: '1.50' } },
  ]
  expect(rowsOf('[{"a":"}\\"]"},\n{"a":1.50}]', 'tags')).toEqual(rows)
  expect(rowsOf('{"a":"}\\"]"}\n{"a":1.50}\n', 'tags')).toEqual(rows)
})

it.each([
  ['[]', undefined, 'line 1: say what the rows are with --kind'],
  ['{"products": {}}', undefined, 'line 1: must name a kind and its rows'],
  ['{"products": [{"a": 1}', undefined, 'line 1: expected ] here'],
  ['[{"a": 1},\n{"a": {"b": 1}}]', 'tags', 'line 2: a must be a text, a number'],
  ['[{"a": 1},\n2]', 'tags', 'line 2: a row is an object'],
  ['[{"a": 1},\n\n{"a": 1, "a": 2}]', 'tags', 'line 3: is no JSON'],
  ['[{"a": [";"]}]', 'tags', 'line 1: a must be'],
  ['[{"a": "x\n"}]', 'tags', 'line 1: the JSON breaks off here'],
  ['[{"a": 1}] []', 'tags', 'line 1: something follows the end of the JSON'],
  ['[{"a": 1', 'tags', 'line 1: the JSON breaks off here'],
])('says where a JSON file is wrong: %j', (text, kind, words) => {
  expect(problemOf(text, kind)).toContain(words)
})

it('refuses other encodings and files that are too long, and says what to do', () => {
  expect(() => readRows(Uint8Array.of(0xc4, 0xe3), 'tags')).toThrow('save it as UTF-8')
  expect(() => readRows(new Uint8Array(32 * 1024 * 1024 + 1), 'tags')).toThrow('32 MiB: cut it')
})
