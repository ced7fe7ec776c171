/**
 * Beijing wall time and calendar dates, read and written here and nowhere else. The built-in parser
 * turns 30 February into 2 March and reads in the zone of the process, so it is never used.
 * Years are 1970 to 9999; everything outside is unreadable.
 */

export const BEIJING_OFFSET_MS = 8 * 60 * 60_000
const DAY_MS = 24 * 60 * 60_000
const FIRST_DAY = 0
const LAST_DAY = Date.UTC(9999, 11, 31) / DAY_MS

const MOMENT_CHARS = 'yyyy-MM-dd HH:mm:ss'.length
const DATE_CHARS = 'yyyy-MM-dd'.length

/** Epoch milliseconds of exactly `yyyy-MM-dd HH:mm:ss` in Beijing time, which knows no summer time. */
export function parseBeijing(text: string): number | undefined {
  if (text.length !== MOMENT_CHARS || text[10] !== ' ' || text[13] !== ':' || text[16] !== ':') {
    return undefined
  }
  const days = daysOf(text)
  const hours = digits(text, 11, 2)
  const minutes = digits(text, 14, 2)
  const seconds = digits(text, 17, 2)
  // NaN, the mark of something else than digits, fails every comparison.
  if (days === undefined || !(hours <= 23 && minutes <= 59 && seconds <= 59)) return undefined
  return days * DAY_MS + ((hours * 60 + minutes) * 60 + seconds) * 1000 - BEIJING_OFFSET_MS
}

/** `yyyy-MM-dd HH:mm:ss` in Beijing time; parts of a second are cut off. */
export function formatBeijing(epochMs: number): string {
  const text = isoInBeijing(epochMs)
  return `${text.slice(0, 10)} ${text.slice(11, 19)}`
}

/** The public parameter `timestamp`: Beijing wall time, or epoch milliseconds as 13 digits. */
export function parseTimestamp(text: string): number | undefined {
  if (text.length !== 13) return parseBeijing(text)
  const epochMs = digits(text, 0, 13)
  return Number.isNaN(epochMs) ? undefined : epochMs
}

/** Days since 1970-01-01 of exactly `yyyy-MM-dd`. A calendar date has no zone and no hour. */
export function parseDate(text: string): number | undefined {
  return text.length === DATE_CHARS ? daysOf(text) : undefined
}

/** `yyyy-MM-dd` of a day counted from 1970-01-01. */
export function formatDate(days: number): string {
  if (!(days >= FIRST_DAY && days <= LAST_DAY)) throw new RangeError('day out of range')
  return new Date(days * DAY_MS).toISOString().slice(0, DATE_CHARS)
}

/** The calendar day in Beijing at that moment, as `yyyy-MM-dd`. */
export function beijingDay(epochMs: number): string {
  return isoInBeijing(epochMs).slice(0, DATE_CHARS)
}

/** The calendar year in Beijing at that moment. */
export function beijingYear(epochMs: number): number {
  return dateInBeijing(epochMs).getUTCFullYear()
}

function isoInBeijing(epochMs: number): string {
  return dateInBeijing(epochMs).toISOString()
}

/** Callers hand in moments that were read or measured, so another range is a bug and throws. */
function dateInBeijing(epochMs: number): Date {
  const shifted = epochMs + BEIJING_OFFSET_MS
  if (!(shifted >= 0 && shifted < (LAST_DAY + 1) * DAY_MS)) {
    throw new RangeError('moment out of range')
  }
  return new Date(shifted)
}

/** Reads the date in the first ten characters. */
function daysOf(text: string): number | undefined {
  if (text[4] !== '-' || text[7] !== '-') return undefined
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 2)
  const day = digits(text, 8, 2)
  const exists = year >= 1970 && month >= 1 && month <= 12 && day >= 1
  if (!exists || !(day <= daysInMonth(year, month))) return undefined
  return Date.UTC(year, month - 1, day) / DAY_MS
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** The number in ASCII digits, or NaN when another character stands among them. */
function digits(text: string, from: number, count: number): number {
  let value = 0
  for (let at = from; at < from + count; at += 1) {
    const digit = text.charCodeAt(at) - 0x30
    if (!(digit >= 0 && digit <= 9)) return Number.NaN
    value = value * 10 + digit
  }
  return value
}
