const BEIJING_OFFSET_MS = 8 * 60 * 60_000

/** The calendar year in Beijing at that moment; Beijing knows no summer time. */
export function beijingYear(epochMs: number): number {
  return inBeijing(epochMs).getUTCFullYear()
}

/** The calendar day in Beijing at that moment, `yyyy-MM-dd`. */
export function beijingDay(epochMs: number): string {
  return inBeijing(epochMs).toISOString().slice(0, 'yyyy-MM-dd'.length)
}

function inBeijing(epochMs: number): Date {
  return new Date(epochMs + BEIJING_OFFSET_MS)
}
