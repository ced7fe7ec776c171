import { type Measured, ratioBetween } from './measure.ts'
import { median, ratioText } from './statistics.ts'

/** One line per server; every ratio is the median of the rounds, with the least and the greatest. */
export function measuredTable(
  measured: readonly Measured[],
  bare: Measured,
  burst: Measured,
): string[] {
  return alignedTable([
    [
      '',
      'calls/s',
      `to ${bare.name}`,
      `to ${burst.name}`,
      'cpu us',
      'p50 ms',
      'p99 ms',
      'p99 to bare',
    ],
    ...measured.map((row) => [
      row.name,
      median(row.callsPerSecond).toFixed(0),
      ratioText(ratioBetween(row, bare)),
      ratioText(ratioBetween(row, burst)),
      row.cpuUs.toFixed(0),
      row.p50Ms.toFixed(1),
      row.p99Ms.toFixed(1),
      (row.p99Ms / bare.p99Ms).toFixed(1),
    ]),
  ])
}

/** Columns as wide as their widest cell; the first one to the left, the others to the right. */
export function alignedTable(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths?.[column] ?? 0
        return column === 0 ? cell.padEnd(width) : cell.padStart(width)
      })
      .join('  '),
  )
}
