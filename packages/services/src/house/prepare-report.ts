import { hash } from 'node:crypto'
import { beijingDay, type investDataBackFlow, type RequestOf } from '@topgate/contracts'
import { mergeRows } from './merge-rows.ts'
import { packRows } from './packed-rows.ts'
import { readRows } from './stat-row.ts'

const DAY_MS = 24 * 60 * 60_000
const DAYS_AHEAD_MAX = 3

/** Rows keep every column; the dictionary lists so many new ones of one call, the rest later. */
const NEW_MEASURES_MAX = 100

/** A report that keeps every stateless rule, as it goes to the writer. */
export interface PreparedReport {
  readonly type: bigint
  /** Equal for a call that is repeated as a whole. */
  readonly call_hash: string
  readonly row_count: number
  /** See `packRows`. */
  readonly rows: string
  /** Columns to list in the dictionary as unconfirmed. */
  readonly new_measures: readonly string[]
}

/** Judges the rows inside `data`; one bad row refuses the whole call. Two MB take a while. */
export function prepareReport(
  { req }: RequestOf<typeof investDataBackFlow>,
  nowMs: number,
): PreparedReport {
  const latestDay = beijingDay(nowMs + DAYS_AHEAD_MAX * DAY_MS)
  const read = readRows(req.type, req.data.value, latestDay)
  const rows = mergeRows(read.rows)
  return {
    type: req.type,
    call_hash: hash('sha256', `${req.type}\n${req.data.text}`, 'base64url'),
    row_count: rows.length,
    rows: packRows(rows),
    new_measures: read.newMeasures.slice(0, NEW_MEASURES_MAX),
  }
}
