const BEIJING_OFFSET_MS = 8 * 60 * 60_000

/** Epoch milliseconds of exactly `yyyy-MM-dd HH:mm:ss` in Beijing; undefined for no real moment. */
export function readMoment(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return undefined
  const wallMs = Date.parse(`${text.slice(0, 10)}T${text.slice(11)}Z`)
  // The built-in reader turns 30 February into 2 March and 24:00 into the next day.
  if (Number.isNaN(wallMs) || dayAt(wallMs) !== text.slice(0, 10)) return undefined
  return wallMs - BEIJING_OFFSET_MS
}

/** True for exactly `yyyy-MM-dd` of a day that the calendar has. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const midnightMs = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(midnightMs) && dayAt(midnightMs) === text
}

/** The calendar day in Beijing at that moment, `yyyy-MM-dd`. */
export function beijingDay(epochMs: number): string {
  return dayAt(epochMs + BEIJING_OFFSET_MS)
}

function dayAt(wallMs: number): string {
  return new Date(wallMs).toISOString().slice(0, 'yyyy-MM-dd'.length)
}
