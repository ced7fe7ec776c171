import type { Transaction } from '@topgate/storage'
import type { StatRow } from './packed-rows.ts'
import type { ReportCall } from './report-facts.ts'
import { type HeadRow, insertReports, insertVersions, setHeads, type VersionRow } from './tables.ts'

export interface NewVersion {
  readonly row: StatRow
  readonly version: number
}

/** One call that is taken. Rows without a version came later than a newer one: counted as stale. */
export interface NewReport {
  readonly call: ReportCall
  readonly partner: string
  readonly rows: readonly StatRow[]
  readonly versions: readonly NewVersion[]
  readonly processed_ms: number
}

export async function saveReports(tx: Transaction, reports: readonly NewReport[]): Promise<void> {
  await tx.write(insertReports, reports.map(reportRow))
  // In the order of their keys, so that two nodes cannot wait for each other.
  const versions = reports
    .flatMap(versionRows)
    .map((row) => ({ key: keyOf(row), row }))
    .sort((a, b) => (a.key === b.key ? a.row.version - b.row.version : a.key < b.key ? -1 : 1))
  await tx.write(
    insertVersions,
    versions.map(({ row }) => row),
  )
  const newest = new Map(versions.map(({ key, row }) => [key, row]))
  await tx.write(setHeads, [...newest.values()].map(headRow))
}

function reportRow({ call, partner, rows, versions, processed_ms }: NewReport) {
  return {
    id: call.id,
    partner,
    app_key: call.app.key,
    type: call.request.type,
    call_hash: call.request.call_hash,
    row_count: rows.length,
    applied_count: versions.length,
    stale_count: rows.length - versions.length,
    flags: [...new Set(rows.flatMap(({ flags }) => flags))].join(','),
    received_ms: call.received_ms,
    processed_ms,
  }
}

function versionRows({ call, partner, versions }: NewReport): VersionRow[] {
  return versions.map(({ row, version }) => ({
    partner,
    type: call.request.type,
    business_type: row.business_type,
    subject: row.subject.key,
    statistics_date: row.statistics_date,
    version,
    update_ms: row.update_ms,
    report_id: call.id,
    row_position: row.position,
    measures: row.measures,
    flags: row.flags.join(','),
  }))
}

function headRow(row: VersionRow): HeadRow {
  const { partner, type, business_type, subject, statistics_date, version, update_ms } = row
  return { partner, type, business_type, subject, statistics_date, version, update_ms }
}

function keyOf({ partner, type, business_type, subject, statistics_date }: VersionRow): string {
  return `${partner} ${type} ${business_type} ${subject} ${statistics_date}`
}
