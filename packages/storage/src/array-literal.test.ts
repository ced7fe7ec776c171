import { expect, it } from 'vitest'
import { arrayLiteral } from './array-literal.ts'
import type { Value } from './database.ts'
import type { ColumnKind } from './table.ts'

it.each<[ColumnKind, Value[], string]>([
  ['int64', [9_223_372_036_854_775_807n, -1n, null], '{9223372036854775807,-1,NULL}'],
  ['int', [0, 1.5, null], '{0,1.5,NULL}'],
  ['text', ['', 'NULL', 'a,b', '{}', null], '{"","NULL","a,b","{}",NULL}'],
  ['text', ['"', '\\', '\\"'], '{"\\"","\\\\","\\\\\\""}'],
  ['bytes', [Uint8Array.of(0, 255), new Uint8Array(), null], '{"\\\\x00ff","\\\\x",NULL}'],
  ['text', [], '{}'],
])('writes %s %o as %s', (kind, values, literal) => {
  expect(
    arrayLiteral(
      values.map((a) => ({ a })),
      'a',
      kind,
    ),
  ).toBe(literal)
})

it('takes the bytes of a view, not of what lies under it', () => {
  const view = Uint8Array.of(1, 2, 3, 4).subarray(1, 3)
  expect(arrayLiteral([{ a: view }], 'a', 'bytes')).toBe('{"\\\\x0203"}')
})
