import { isJsonObject, type JsonObject, type JsonValue } from '@topgate/contracts'
import type { Anomaly } from './anomalies.ts'
import { columnOf } from './columns.ts'

export const COUNT_MAX = 2n ** 63n - 1n
const TEXT_CHARS_MAX = 2000
const RATE_CHARS_MAX = 32
const RATE_ADVICE = '须为不小于 0 的数'
/** Shorter texts hold no phone number. */
const PHONE_CHARS = 11

export type RowFlag =
  | Anomaly
  | 'NUMERIC_TEXT'
  | 'PERCENT_TEXT'
  | 'PII_CUT'
  | 'SUBJECT_FALLBACK'
  | 'DUPLICATE_ROW'

/** A value that is stored as sent, one that is stored otherwise, or what to send instead. */
export type ReadValue =
  | typeof asSent
  | { readonly kind: 'changed'; readonly value: JsonValue; readonly flag: RowFlag }
  | { readonly kind: 'bad'; readonly advice: string }

/** One object for nearly all of the 200,000 values of a call. */
export const asSent = { kind: 'as-sent' } as const

export function bad(advice: string): ReadValue {
  return { kind: 'bad', advice }
}

function changed(value: JsonValue, flag: RowFlag): ReadValue {
  return { kind: 'changed', value, flag }
}

/** Null is "not reported", which is different from 0. */
export function readCount(value: JsonValue): ReadValue {
  if (value === null) return asSent
  const isText = typeof value === 'string' && /^[0-9]{1,19}$/.test(value)
  const count = isText ? BigInt(value) : value
  if (typeof count !== 'bigint' || count < 0n || count > COUNT_MAX) {
    return bad(`须为 0 到 ${COUNT_MAX} 的整数`)
  }
  return isText ? changed(count, 'NUMERIC_TEXT') : asSent
}

/** The unit of rates is not known, so they are stored as given, only without a percent sign. */
export function readRate(value: JsonValue): ReadValue {
  if (value === null) return asSent
  if (typeof value === 'string') return readRateText(value)
  if (typeof value === 'bigint') return value < 0n ? bad(RATE_ADVICE) : asSent
  const isDecimal = typeof value === 'object' && 'decimal' in value
  return isDecimal && isPlainNumber(value.decimal) ? asSent : bad(RATE_ADVICE)
}

function readRateText(text: string): ReadValue {
  const isPercent = text.endsWith('%')
  const number = isPercent ? text.slice(0, -1).trimEnd() : text
  if (!isPlainNumber(number)) return bad(RATE_ADVICE)
  const value = number.includes('.') ? { decimal: number } : BigInt(number)
  return changed(value, isPercent ? 'PERCENT_TEXT' : 'NUMERIC_TEXT')
}

/** Digits with at most one point, no sign and no exponent, in the grammar of JSON. */
function isPlainNumber(text: string): boolean {
  return text.length <= RATE_CHARS_MAX && /^(?:0|[1-9][0-9]*)(?:\.[0-9]+)?$/.test(text)
}

/** An id cannot be cut without naming another, so one that is a contact is refused. */
export function readIdCell(value: JsonValue): ReadValue {
  if (readId(value) === null) return bad('须为整数或最多 64 位字母、数字、_、-')
  const isPersonal = typeof value === 'string' && value.search(personalNumber) >= 0
  return isPersonal ? bad('不能是手机号或身份证号，请传内部编号') : asSent
}

/** Undefined when absent, null when it cannot be an id. Integers keep all their digits. */
export function readId(value: JsonValue | undefined): string | undefined | null {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value === 'bigint') return value < 0n ? null : String(value)
  return typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value) ? value : null
}

/** Under a name that speaks of contacts a plain number may be one too. */
export function readContact(value: JsonValue): ReadValue {
  if (typeof value !== 'bigint') return readFree(value)
  const cut = readText(String(value))
  return cut.kind === 'changed' ? cut : readFree(value)
}

/** Texts are cut of phone and identity card numbers: rows are statistics, not contacts. */
export function readFree(value: JsonValue): ReadValue {
  if (value === null || typeof value === 'boolean') return asSent
  if (typeof value === 'string') return readText(value)
  if (typeof value === 'bigint') {
    return value > COUNT_MAX || value < -COUNT_MAX - 1n ? bad('超出 64 位整数') : asSent
  }
  if (isJsonObject(value)) return readMembers(value)
  return 'decimal' in value ? asSent : readItems(value)
}

function readText(text: string): ReadValue {
  if (text.length > TEXT_CHARS_MAX && Array.from(text).length > TEXT_CHARS_MAX) {
    return bad(`最多 ${TEXT_CHARS_MAX} 字`)
  }
  if (text.length < PHONE_CHARS) return asSent
  const cut = text.replace(personalNumber, '***')
  return cut === text ? asSent : changed(cut, 'PII_CUT')
}

/** Mainland mobile numbers, and identity cards with a possible birthday (a shop may be all digits). */
const personalNumber =
  /(?<![0-9])(?:1[3-9][0-9]{9}|[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx])(?![0-9])/g

/** The depth is bounded by the contract. Texts are all that can change here. */
function readItems(items: readonly JsonValue[]): ReadValue {
  const read = items.map(readFree)
  const wrong = read.find(({ kind }) => kind === 'bad')
  if (wrong !== undefined) return wrong
  if (!read.some(({ kind }) => kind === 'changed')) return asSent
  const value = items.map((item, at) => {
    const found = read[at]
    return found?.kind === 'changed' ? found.value : item
  })
  return changed(value, 'PII_CUT')
}

function readMembers(members: JsonObject): ReadValue {
  const names = [...members.keys()]
  if (names.some((name) => columnOf(name) === undefined)) return bad('含有不允许的列名')
  const read = readItems([...members.values()])
  if (read.kind !== 'changed' || !Array.isArray(read.value)) return read
  const values: readonly JsonValue[] = read.value
  return changed(new Map(names.map((name, at) => [name, values[at] ?? null])), 'PII_CUT')
}
