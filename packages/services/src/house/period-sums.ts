import type { Measure } from './dictionary.ts'
import { partsOfRate } from './measure-names.ts'

/** The numbers of one day by measure, as their texts; what was not reported is absent. */
export type DayNumbers = ReadonlyMap<string, string>

/** How the days of a period become one number. */
export type PeriodMethod = 'sum' | 'mean' | 'recomputed'

export interface PeriodMeasure {
  readonly name: string
  readonly label: string
  readonly method: PeriodMethod
  /** Exact for sums, two decimals for means, four for rates; null when there is nothing to divide. */
  readonly value: string | null
  /** Days that count: those that reported the measure, or both counts of a rate. */
  readonly days: number
}

/**
 * The measures of a period. Times and people add up. Visitors are counted without repeats and a
 * rate is a quotient, so neither adds up: a rate is computed anew from the sums of its counts
 * where both are reported, and everything else is the mean of its days.
 */
export function sumPeriod(
  measures: readonly Measure[],
  days: readonly DayNumbers[],
): PeriodMeasure[] {
  return measures.map((measure) => {
    const { name, label } = measure
    return { name, label, ...periodValue(measure, days) }
  })
}

type PeriodValue = Pick<PeriodMeasure, 'method' | 'value' | 'days'>

function periodValue({ name, unit }: Measure, days: readonly DayNumbers[]): PeriodValue {
  const reported = days.flatMap((day) => day.get(name) ?? [])
  if (unit === 'times' || unit === 'people') {
    const sum = total(reported)
    return { method: 'sum', value: sum === null ? null : decimalText(sum), days: reported.length }
  }
  const recomputed = unit === 'rate' ? recomputedRate(name, days) : undefined
  return recomputed ?? { method: 'mean', value: mean(reported), days: reported.length }
}

/** Undefined when no day reported both counts: then the days' own rates are all there is. */
function recomputedRate(name: string, days: readonly DayNumbers[]): PeriodValue | undefined {
  const parts = partsOfRate(name)
  if (parts === undefined) return undefined
  const whole = days.filter((day) => day.has(parts.over) && day.has(parts.under))
  if (whole.length === 0) return undefined
  const over = total(whole.flatMap((day) => day.get(parts.over) ?? []))
  const under = total(whole.flatMap((day) => day.get(parts.under) ?? []))
  const value = over === null || under === null ? null : quotient(over, under, 4)
  return { method: 'recomputed', value, days: whole.length }
}

function mean(numbers: readonly string[]): string | null {
  const sum = total(numbers)
  return sum === null ? null : quotient(sum, BigInt(numbers.length) * SCALE, 2)
}

const DECIMALS = 9
const SCALE = 10n ** BigInt(DECIMALS)

/** In billionths. Null when there is none, or one that is no plain number. */
function total(numbers: readonly string[]): bigint | null {
  if (numbers.length === 0) return null
  let sum = 0n
  for (const number of numbers) {
    const [, sign = '', whole = '', fraction = ''] = plainNumber.exec(number) ?? []
    if (whole === '') return null
    sum += BigInt(`${sign}${whole}${fraction.slice(0, DECIMALS).padEnd(DECIMALS, '0')}`)
  }
  return sum
}

const plainNumber = /^(-?)([0-9]+)(?:\.([0-9]+))?$/

/** Rounded half away from zero. */
function quotient(over: bigint, under: bigint, decimals: number): string | null {
  if (under === 0n) return null
  const scaled = over * 10n ** BigInt(decimals)
  const sign = scaled < 0n !== under < 0n ? -1n : 1n
  const [top, bottom] = [scaled < 0n ? -scaled : scaled, under < 0n ? -under : under]
  return pointed(sign * ((top * 2n + bottom) / (bottom * 2n)), decimals)
}

function decimalText(billionths: bigint): string {
  return pointed(billionths, DECIMALS).replace(/\.?0+$/, '')
}

function pointed(value: bigint, decimals: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
