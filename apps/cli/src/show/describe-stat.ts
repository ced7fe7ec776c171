import { formatBeijing } from '@topgate/contracts'
import type { StatReport } from '@topgate/server'
import { inColumns } from './columns.ts'

type Row = readonly string[]

const types: ReadonlyMap<bigint, string> = new Map([
  [1n, 'broker'],
  [2n, 'shop'],
  [3n, 'city'],
])

const businesses: ReadonlyMap<bigint, string> = new Map([
  [1n, '1 (new homes)'],
  [2n, '2 (second-hand)'],
  [3n, '3 (rent)'],
])

/** The statistics of a subject for people: its numbers, versions and sums. */
export function describeStat(report: StatReport): string {
  const { measures, columns, versions, week, month } = report
  return [
    `${types.get(report.type) ?? report.type} ${report.subject} of ${report.partner} on ${report.day}`,
    ...inColumns(headRows(report)),
    '',
    'Measures',
    ...inColumns([
      ['name', 'value', 'label', 'confidence', 'week', 'month'],
      ...measures.map(({ name, raw_name, value, label, confidence }) => [
        raw_name,
        value ?? 'not reported',
        label,
        confidence,
        periodValue(week, name),
        periodValue(month, name),
      ]),
    ]),
    `  Week ${periodText(week)}, month ${periodText(month)}.`,
    '  Plain numbers are sums, ~ marks a mean of days, = a rate computed anew from its counts.',
    '',
    'Columns',
    ...inColumns(columns.map(({ raw_name, value }) => [raw_name, value ?? 'not reported'])),
    '',
    'Versions, newest first',
    ...versions.flatMap(versionLines),
    '',
    `Days: ${report.days.map(({ day }) => day).join(', ')}`,
  ].join('\n')
}

function headRows({ business_type, flags, stale_count, completeness }: StatReport): Row[] {
  const { state, expected, received } = completeness
  return [
    ['business', businesses.get(business_type) ?? String(business_type)],
    ['the day', `${state}: ${received} of ${expected ?? 'at least 1'} subjects`],
    ['came too late', `${stale_count} rows`],
    ['flags', flags.length === 0 ? '-' : flags.join(', ')],
  ]
}

const marks = { sum: '', mean: '~', recomputed: '=' } as const

function periodValue({ measures }: StatReport['week'], name: string): string {
  const found = measures.find((measure) => measure.name === name)
  return found === undefined || found.value === null ? '-' : marks[found.method] + found.value
}

function periodText({ from, to, days }: StatReport['week']): string {
  return `${from} to ${to} (days reported: ${days})`
}

function versionLines(version: StatReport['versions'][number]): string[] {
  const updated = version.update_ms === 0 ? 'no update time' : formatBeijing(version.update_ms)
  return [
    `  ${version.version}  updated ${updated}, received ${formatBeijing(version.received_ms)}, ` +
      `request ${version.request_id} row ${version.row_position}`,
    ...inColumns(
      version.changes.map(({ raw_name, before, after }) => [
        `  ${raw_name}`,
        before ?? '-',
        '->',
        after ?? '-',
      ]),
    ),
  ]
}
