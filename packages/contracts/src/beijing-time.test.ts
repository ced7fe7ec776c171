import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  beijingDay,
  beijingYear,
  formatBeijing,
  formatDate,
  parseBeijing,
  parseDate,
  parseTimestamp,
} from './beijing-time.ts'

const firstMs = -8 * 3_600_000
const lastMs = Date.UTC(9999, 11, 31, 15, 59, 59)

describe('Beijing time', () => {
  it.each([
    ['1970-01-01 00:00:00', firstMs],
    ['1970-01-01 08:00:00', 0],
    ['2016-01-01 12:00:00', Date.UTC(2016, 0, 1, 4)],
    ['2024-02-29 23:59:59', Date.UTC(2024, 1, 29, 15, 59, 59)],
    ['2000-02-29 00:00:00', Date.UTC(2000, 1, 28, 16)],
    // China had summer time in 1988; the protocol has GMT+8 without exceptions.
    ['1988-07-01 12:00:00', Date.UTC(1988, 6, 1, 4)],
    ['9999-12-31 23:59:59', lastMs],
  ])('%s is read as %d and written back', (text, epochMs) => {
    expect(parseBeijing(text)).toBe(epochMs)
    expect(formatBeijing(epochMs)).toBe(text)
  })

  it.each([
    '',
    '2026-02-30 10:00:00',
    '2023-02-29 10:00:00',
    '1900-02-29 10:00:00',
    '2100-02-29 10:00:00',
    '2026-04-31 10:00:00',
    '2026-00-10 10:00:00',
    '2026-13-01 00:00:00',
    '2026-01-00 00:00:00',
    '2026-01-32 00:00:00',
    '2026-01-05 24:00:00',
    '2026-01-05 10:60:00',
    '2026-01-05 10:00:60',
    '1969-12-31 23:59:59',
    '0000-01-01 00:00:00',
    '10000-01-01 00:00:00',
    '2026-1-5 9:5:3',
    '２０２６-01-05 09:05:03',
    '2026-01-05 09:05:03 UTC',
    ' 2026-01-05 09:05:03',
    '2026-01-05 09:05:03\n',
    '2026-01-05T09:05:03',
    '2026-01-05T09:05:03Z',
    '2026/01/05 09:05:03',
    '2026-01-05 09:05',
    '2026-01-05  9:05:03',
    '2026-01-05 09:05:+3',
    '2026-01-05 09:05:0x',
    '+026-01-05 09:05:03',
    '2026-01-05 09.05.03',
    '1700000000000',
  ])('%j is not a moment', (text) => {
    expect(parseBeijing(text)).toBeUndefined()
  })

  it('survives being written and read again, second by second', () => {
    const seconds = fc.integer({ min: firstMs / 1000, max: lastMs / 1000 })
    fc.assert(
      fc.property(seconds, (second) => {
        expect(parseBeijing(formatBeijing(second * 1000))).toBe(second * 1000)
      }),
    )
  })

  it('accepts exactly the texts that it would write itself', () => {
    const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`))
    const text = fc
      .tuple(fc.constantFrom('1999', '2023', '2024', '2100'), ...Array(5).fill(digits(2)))
      .map(([year, month, day, h, m, s]) => `${year}-${month}-${day} ${h}:${m}:${s}`)
    fc.assert(
      fc.property(text, (written) => {
        const epochMs = parseBeijing(written)
        const iso = new Date(`${written.replace(' ', 'T')}+08:00`)
        const isReal = !Number.isNaN(iso.getTime()) && formatBeijing(iso.getTime()) === written
        expect(epochMs).toBe(isReal ? iso.getTime() : undefined)
      }),
      { numRuns: 2000 },
    )
  })

  it('cuts off parts of a second', () => {
    expect(formatBeijing(999)).toBe('1970-01-01 08:00:00')
    expect(formatBeijing(-1)).toBe('1970-01-01 07:59:59')
  })

  it('is not written outside the years 1970 to 9999', () => {
    expect(() => formatBeijing(firstMs - 1)).toThrow(RangeError)
    expect(() => formatBeijing(lastMs + 1000)).toThrow(RangeError)
    expect(() => formatBeijing(Number.NaN)).toThrow(RangeError)
  })

  it('begins the day and the year at midnight in Beijing', () => {
    const newYear = Date.UTC(2023, 11, 31, 16)
    expect(beijingDay(newYear)).toBe('2024-01-01')
    expect(beijingDay(newYear - 1)).toBe('2023-12-31')
    expect(beijingYear(newYear)).toBe(2024)
    expect(beijingYear(newYear - 1)).toBe(2023)
  })
})

describe('the timestamp of a call', () => {
  it('is a moment or 13 digits of epoch milliseconds', () => {
    expect(parseTimestamp('2024-01-01 00:00:00')).toBe(Date.UTC(2023, 11, 31, 16))
    expect(parseTimestamp('1700000000000')).toBe(1_700_000_000_000)
    expect(parseTimestamp('0000000000000')).toBe(0)
  })

  it.each([
    '',
    '170000000000',
    '17000000000000',
    '1700000000',
    '170000000000x',
    '+700000000000',
    '1.70000000000',
    '1700000000000\n',
    '１700000000000',
    '1e10000000000',
  ])('is not %j', (text) => {
    expect(parseTimestamp(text)).toBeUndefined()
  })
})

describe('a date', () => {
  it.each([
    ['1970-01-01', 0],
    ['1970-01-02', 1],
    ['2024-02-29', 19_782],
    ['9999-12-31', 2_932_896],
  ])('%s is day %d', (text, days) => {
    expect(parseDate(text)).toBe(days)
    expect(formatDate(days)).toBe(text)
  })

  it.each([
    '',
    '2022-02-29',
    '2022-4-2',
    '2022-04-02 ',
    '2022-04-02 00:00:00',
    '20220402',
    '2022/04/02',
    '1969-12-31',
    '2022-04-0a',
  ])('is not %j', (text) => {
    expect(parseDate(text)).toBeUndefined()
  })

  it('is not written outside the years 1970 to 9999', () => {
    expect(() => formatDate(-1)).toThrow(RangeError)
    expect(() => formatDate(2_932_897)).toThrow(RangeError)
  })
})
