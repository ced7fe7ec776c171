import { expect, it } from 'vitest'
import { beijingDay, isDay, readMoment } from './read-beijing.ts'

it('reads moments of Beijing', () => {
  expect(readMoment('2022-02-23 18:46:04')).toBe(Date.UTC(2022, 1, 23, 10, 46, 4))
  expect(readMoment('2024-02-29 00:00:00')).toBe(Date.UTC(2024, 1, 28, 16))
})

it.each([
  '2022-02-30 10:00:00',
  '2022-02-29 10:00:00',
  '2022-13-01 10:00:00',
  '2022-01-01 24:00:00',
  '2022-01-01 10:60:00',
  '2022-01-01 10:00:60',
  '2022/01/01 10:00:00',
  '2022-01-01T10:00:00',
  '2022-01-01',
  '２022-01-01 10:00:00',
])('reads no moment from %s', (text) => {
  expect(readMoment(text)).toBeUndefined()
})

it.each<[string, boolean]>([
  ['2022-04-02', true],
  ['2024-02-29', true],
  ['2022-04-31', false],
  ['2022-00-10', false],
  ['2022/04/02', false],
  ['2022-4-2', false],
  ['', false],
])('says of %s whether the calendar has it: %s', (text, exists) => {
  expect(isDay(text)).toBe(exists)
})

it('begins a day at midnight in Beijing', () => {
  expect(beijingDay(Date.UTC(2022, 3, 1, 15, 59, 59, 999))).toBe('2022-04-01')
  expect(beijingDay(Date.UTC(2022, 3, 1, 16))).toBe('2022-04-02')
})
