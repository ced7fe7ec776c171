/** One tenth of a charity hour, the smallest award. */
const MINUTES_PER_TENTH = 6

/** Cuts off what is less than a full 6 minutes. */
export function wholeTenths(minutes: number): number {
  return minutes - (minutes % MINUTES_PER_TENTH)
}

/** Hours with one decimal, as `charity_hours` prints them. Integers only: 6 + 12 prints 0.3. */
export function formatHours(minutes: number): string {
  const tenths = Math.floor(minutes / MINUTES_PER_TENTH)
  return `${Math.floor(tenths / 10)}.${tenths % 10}`
}
