import { expect, it } from 'vitest'
import { masked } from './masked.ts'

it.each([
  ['2088123412345678', '2088****5678'],
  ['220123456789', '2201****6789'],
  ['22012345678', '***********'],
  ['12345', '*****'],
  ['bank-张三-01-𠀀王', 'bank****1-𠀀王'],
  ['', ''],
])('shows %s as %s', (identifier, shown) => {
  expect(masked(identifier)).toBe(shown)
})
