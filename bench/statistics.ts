/** The value below which the given share of `values` lies; NaN when there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[sorted.length >> 1] ?? Number.NaN
  const lower = sorted[(sorted.length - 1) >> 1] ?? Number.NaN
  return (lower + upper) / 2
}

/** How far the values lie apart, as a share of their median. */
export function spread(values: readonly number[]): number {
  return (Math.max(...values) - Math.min(...values)) / median(values)
}

/** A ratio formed round by round, since only what ran in the same seconds compares. */
export interface Ratio {
  readonly median: number
  readonly min: number
  readonly max: number
}

export function ratioOf(values: readonly number[], base: readonly number[]): Ratio {
  const ratios = values.map((value, index) => value / (base[index] ?? Number.NaN))
  return { median: median(ratios), min: Math.min(...ratios), max: Math.max(...ratios) }
}

/** Two or three digits that mean something, and no more. */
export function rounded(value: number): number | null {
  if (!Number.isFinite(value)) return null
  return Number(Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3))
}

export function ratioText({ median, min, max }: Ratio): string {
  return `${median.toFixed(2)} (${min.toFixed(2)}-${max.toFixed(2)})`
}
