import type { Transaction } from '@topgate/storage'
import { readMeasureName } from './measure-names.ts'
import type { StatRow } from './packed-rows.ts'
import type { ReportCall } from './report-facts.ts'
import {
  addStale,
  type HeadRow,
  insertReports,
  insertVersions,
  listMeasures,
  type MeasureRow,
  setHeads,
  type VersionRow,
} from './tables.ts'

export interface NewVersion {
  readonly row: StatRow
  readonly version: number
}

/** One call that is taken; stale rows came later than a newer version and are only counted. */
export interface NewReport {
  readonly call: ReportCall
  readonly partner: string
  readonly rows: readonly StatRow[]
  readonly versions: readonly NewVersion[]
  readonly stale: readonly StatRow[]
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
  await tx.write(addStale, staleHeads(reports))
  await tx.write(listMeasures, newMeasures(reports))
}

function reportRow({ call, partner, rows, versions, stale, processed_ms }: NewReport) {
  return {
    id: call.id,
    partner,
    app_key: call.app.key,
    type: call.request.type,
    call_hash: call.request.call_hash,
    row_count: rows.length,
    applied_count: versions.length,
    stale_count: stale.length,
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
    statistics_date: row.statistics_date,
    subject: row.subject.key,
    version,
    update_ms: row.update_ms,
    report_id: call.id,
    row_position: row.position,
    measures: row.measures,
    flags: row.flags.join(','),
  }))
}

function headRow(row: VersionRow): HeadRow {
  const { partner, type, business_type, statistics_date, subject, version, update_ms } = row
  return { partner, type, business_type, statistics_date, subject, version, update_ms, stale: 0 }
}

/** One row per key with how many more came too late. The head is there, or nothing were stale. */
function staleHeads(reports: readonly NewReport[]): HeadRow[] {
  const heads = new Map<string, HeadRow>()
  for (const { call, partner, stale } of reports) {
    for (const { business_type, statistics_date, subject, update_ms } of stale) {
      const named = {
        partner,
        type: call.request.type,
        business_type,
        statistics_date,
        subject: subject.key,
      }
      const key = keyOf(named)
      const before = heads.get(key)?.stale ?? 0
      heads.set(key, { ...named, version: 0, update_ms, stale: before + 1 })
    }
  }
  return [...heads].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

/** The first version of a measure in the dictionary: what its name says, to be confirmed. */
function newMeasures(reports: readonly NewReport[]): MeasureRow[] {
  const rows = new Map<string, MeasureRow>()
  for (const { call, processed_ms } of reports) {
    for (const name of call.request.new_measures) {
      const reading = readMeasureName(name)
      const seen = { confidence: 'unconfirmed', set_ms: processed_ms }
      rows.set(name, { name, version: 1, ...reading, ...seen })
    }
  }
  return [...rows.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

type Key = Pick<HeadRow, 'partner' | 'type' | 'business_type' | 'statistics_date' | 'subject'>

function keyOf({ partner, type, business_type, statistics_date, subject }: Key): string {
  return `${partner} ${type} ${business_type} ${statistics_date} ${subject}`
}
