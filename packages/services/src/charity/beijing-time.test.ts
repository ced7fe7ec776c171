import { expect, it } from 'vitest'
import { beijingDay, beijingYear } from './beijing-time.ts'

it.each([
  ['2022-12-31T15:59:59.999Z', '2022-12-31', 2022],
  ['2022-12-31T16:00:00.000Z', '2023-01-01', 2023],
  ['2024-02-28T16:00:00.000Z', '2024-02-29', 2024],
  ['1970-01-01T00:00:00.000Z', '1970-01-01', 1970],
  ['9999-12-31T15:59:59.000Z', '9999-12-31', 9999],
])('%s is %s in Beijing', (instant, day, year) => {
  expect(beijingDay(Date.parse(instant))).toBe(day)
  expect(beijingYear(Date.parse(instant))).toBe(year)
})
