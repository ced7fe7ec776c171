import { expect, it } from 'vitest'
import { distinctKeys } from './distinct-keys.ts'

it('keeps the first of equal keys, whatever other columns they have', () => {
  const keys = [
    { channel: 'a', event: 'bc', other: 1 },
    { channel: 'ab', event: 'c', other: 2 },
    { channel: 'a', event: 'bc', other: 3 },
    { channel: 'a', event: 'c', other: 4 },
  ]
  expect(distinctKeys(keys, ['channel', 'event']).map(({ other }) => other)).toEqual([1, 2, 4])
})

it('compares bytes by what they hold', () => {
  const keys = [new Uint8Array([1, 2]), new Uint8Array([1, 2]), new Uint8Array([1])]
  const distinct = distinctKeys(
    keys.map((tag) => ({ tag })),
    ['tag'],
  )
  expect(distinct.map(({ tag }) => tag)).toEqual([keys[0], keys[2]])
})

it('tells three columns apart', () => {
  const [a, b, c] = [1n, 2n, 3n]
  const keys = [
    { a, b, c },
    { a, b, c: 4n },
    { a: 5n, b, c },
    { a, b, c },
  ]
  expect(distinctKeys(keys, ['a', 'b', 'c'])).toEqual(keys.slice(0, 3))
})
