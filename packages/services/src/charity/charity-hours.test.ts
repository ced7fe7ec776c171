import { expect, it } from 'vitest'
import { formatHours, wholeTenths } from './charity-hours.ts'

it.each([
  [0, '0.0'],
  [5, '0.0'],
  [6, '0.1'],
  [11, '0.1'],
  [54, '0.9'],
  [59, '0.9'],
  [60, '1.0'],
  [120, '2.0'],
  [6006, '100.1'],
  [9_007_199_254_740_990, '150119987579016.5'],
])('%i minutes are %s hours', (minutes, hours) => {
  expect(formatHours(minutes)).toBe(hours)
})

it('prints 0.1 + 0.2 as 0.3', () => {
  expect(formatHours(6 + 12)).toBe('0.3')
})

it.each([
  [0, 0],
  [5, 0],
  [6, 6],
  [125, 120],
  [126, 126],
])('cuts %i minutes to %i', (minutes, whole) => {
  expect(wholeTenths(minutes)).toBe(whole)
})
