import { type Measured, ratioBetween } from './measure.ts'
import { median, ratioText } from './statistics.ts'

/** One line per server; every ratio is the median of the rounds, with the least and the greatest. */
export function measuredTable(
  measured: readonly Measured[],
  ...bases: readonly [bare: Measured, ...others: Measured[]]
): string[] {
  const [bare] = bases
  return alignedTable([
    [
      ...['', 'calls/s', ...bases.map((base) => `to ${base.name}`)],
      ...['cpu us', 'p50 ms', 'p99 ms', 'p99 to bare'],
    ],
    ...measured.map((row) => [
      ...[row.name, median(row.callsPerSecond).toFixed(0)],
      ...bases.map((base) => ratioText(ratioBetween(row, base))),
      ...[row.cpuUs.toFixed(0), row.p50Ms.toFixed(1), row.p99Ms.toFixed(1)],
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
