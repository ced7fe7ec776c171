import type { JsonText } from '@topgate/contracts'
import { beijingDay, beijingYear } from '@topgate/contracts'
import { type Denial, denials } from './action-answers.ts'
import { wholeTenths } from './charity-hours.ts'
import { isEncodedTwice, readQuantity } from './read-quantity.ts'
import type { RuleRow } from './tables.ts'

/** Minutes by the formula alone, or why `ori_content` does not give them. */
export function formulaMinutes(rule: RuleRow, content: JsonText | undefined): number | Denial {
  if (isEncodedTwice(rule, content)) return denials.encodedTwice
  if (rule.formula === 'FIXED') return withinEvent(rule, rule.minutes)
  const quantity = readQuantity(rule, content)
  if (quantity === undefined) return denials.badQuantity
  if (rule.formula === 'PER_DURATION') return withinEvent(rule, quantity)
  return withinEvent(rule, Math.floor(quantity / rule.unit) * rule.minutes)
}

function withinEvent(rule: RuleRow, minutes: number): number {
  return wholeTenths(Math.min(minutes, rule.event_max ?? minutes))
}

/** A cap of a rule, in the Beijing day or year of the action. */
export interface Cap {
  readonly name: 'DAY' | 'YEAR'
  readonly period: string
  readonly minutes: number
}

const uncapped: readonly Cap[] = []

export function capsOf(rule: RuleRow, happenedMs: number): readonly Cap[] {
  const { day_cap, year_cap } = rule
  if (day_cap === null && year_cap === null) return uncapped
  const caps: Cap[] = []
  if (day_cap !== null) caps.push({ name: 'DAY', period: beijingDay(happenedMs), minutes: day_cap })
  if (year_cap !== null) {
    caps.push({ name: 'YEAR', period: String(beijingYear(happenedMs)), minutes: year_cap })
  }
  return caps
}

export interface Award {
  readonly minutes: number
  /** The cap that lowered the award. */
  readonly cap: '' | Cap['name']
}

/**
 * What the caps leave of `minutes`; `used` has the minutes that count already, in the order of the
 * caps. Merged accounts may be past a cap; nothing is taken back.
 */
export function awardWithin(caps: readonly Cap[], used: readonly number[], minutes: number): Award {
  let left = minutes
  let lowest: Award['cap'] = ''
  caps.forEach((cap, index) => {
    const remaining = Math.max(0, cap.minutes - (used[index] ?? 0))
    if (remaining >= left) return
    left = remaining
    lowest = cap.name
  })
  return { minutes: wholeTenths(left), cap: lowest }
}
