/** How often something may be called; absent: not limited. As JSON in the store. */
export interface CallRates {
  readonly per_second?: number
  readonly per_minute?: number
  /** A Beijing day. */
  readonly per_day?: number
}

export type RateName = keyof CallRates

/** The periods, by the names that the command line has for them. */
export const ratePeriods: readonly { readonly name: string; readonly member: RateName }[] = [
  { name: 'per-second', member: 'per_second' },
  { name: 'per-minute', member: 'per_minute' },
  { name: 'per-day', member: 'per_day' },
]

/** Takes a setting away, where it can be absent. */
export const NONE = 'none'
export const LIMIT_MAX = 1_000_000_000
export const limitExpects = `a number from 1 to ${LIMIT_MAX}, or ${NONE}`

/** The number, null for none, or undefined when the text is neither. */
export function readLimit(text: string, max = LIMIT_MAX): number | null | undefined {
  if (text === NONE) return null
  const value = Number(/^[1-9][0-9]{0,9}$/.test(text) ? text : 0)
  return value >= 1 && value <= max ? value : undefined
}

/** With one member set, or without it. */
export function withMember<T extends object, K extends keyof T>(
  limits: T,
  member: K,
  value: T[K] | null,
): T {
  const { [member]: _before, ...others } = limits
  return (value === null ? others : { ...others, [member]: value }) as T
}

export function isEmpty(limits: object): boolean {
  return Object.keys(limits).length === 0
}
