import { type Database, int, text, type Value } from '@topgate/storage'
import type { JournalRow } from './journal.ts'
import { journalTable } from './tables.ts'

/** Which lines of the journal are wanted; absent means any. */
export interface CallFilter {
  readonly app_key?: string
  readonly method?: string
  readonly failed?: boolean
}

export interface CallPage {
  /** Newest first. */
  readonly calls: readonly JournalRow[]
  /** Set when older lines than this were not looked at. */
  readonly searched_from_ms: number | null
}

/** Reads run beside the answers to callers: none looks at more lines than this. */
export const CALLS_SEARCHED_MAX = 10_000

const columns = Object.keys(journalTable.columns).join(', ')
const newest = `(SELECT ${columns} FROM call_journal ORDER BY id DESC LIMIT ?) AS newest`

/** The last calls of all nodes that match, from the newest `searchedMax` lines of the journal. */
export async function findRecentCalls(
  db: Database,
  filter: CallFilter,
  limit: number,
  searchedMax = CALLS_SEARCHED_MAX,
): Promise<CallPage> {
  const [where, values] = conditionsOf(filter)
  const calls = await db.all(
    `SELECT ${columns} FROM ${newest} WHERE ${where} ORDER BY id DESC LIMIT ?`,
    [searchedMax, ...values, limit],
    journalTable.columns,
  )
  const isComplete = calls.length === limit
  return { calls, searched_from_ms: isComplete ? null : await oldestOf(db, searchedMax) }
}

/** The call with this id, while the journal remembers it. */
export async function findCall(db: Database, id: bigint): Promise<JournalRow | undefined> {
  const [row] = await db.all(
    `SELECT ${columns} FROM call_journal WHERE id = ?`,
    [id],
    journalTable.columns,
  )
  return row
}

/** How many calls ended alike within some windows that end now. */
export interface OutcomeCount {
  readonly code: number
  readonly sub_code: string
  readonly success: boolean
  /** As many as windows were asked for, in their order. */
  readonly counts: readonly number[]
}

export interface OutcomeCounts {
  readonly outcomes: readonly OutcomeCount[]
  /** Set when the journal was not read back to the beginning of the longest window. */
  readonly counted_from_ms: number | null
}

const outcomeColumns = { code: int, sub_code: text, success: int, received_ms: int }

/** Counts the calls of one API by how they ended, for windows of these lengths up to `nowMs`. */
export async function countOutcomes(
  db: Database,
  method: string,
  windowsMs: readonly number[],
  nowMs: number,
  searchedMax = CALLS_SEARCHED_MAX,
): Promise<OutcomeCounts> {
  const sinceMs = nowMs - Math.max(...windowsMs)
  const rows = await db.all(
    `SELECT code, sub_code, success, received_ms FROM ${newest}
    WHERE method = ? AND received_ms > ?`,
    [searchedMax, method, sinceMs],
    outcomeColumns,
  )
  const alike = Map.groupBy(rows, (row) => `${row.code} ${row.success} ${row.sub_code}`)
  const outcomes = [...alike.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const counts = windowsMs.map(
      (windowMs) => group.filter((row) => row.received_ms > nowMs - windowMs).length,
    )
    const { code, sub_code, success } = first
    return [{ code, sub_code, success: success === 1, counts, total: group.length }]
  })
  const oldestMs = await oldestOf(db, searchedMax)
  return {
    outcomes: outcomes.sort((a, b) => b.total - a.total).map(({ total: _, ...rest }) => rest),
    counted_from_ms: oldestMs !== null && oldestMs > sinceMs ? oldestMs : null,
  }
}

function conditionsOf(filter: CallFilter): [where: string, values: readonly Value[]] {
  const conditions: [string, ...Value[]][] = [['1 = 1']]
  if (filter.app_key !== undefined) conditions.push(['app_key = ?', filter.app_key])
  if (filter.method !== undefined) conditions.push(['method = ?', filter.method])
  if (filter.failed === true) conditions.push(['success = 0'])
  return [
    conditions.map(([condition]) => condition).join(' AND '),
    conditions.flatMap(([, ...values]) => values),
  ]
}

/** When the oldest line within reach came; null when the whole journal is within reach. */
async function oldestOf(db: Database, searchedMax: number): Promise<number | null> {
  const [row] = await db.all(
    'SELECT received_ms FROM call_journal ORDER BY id DESC LIMIT 1 OFFSET ?',
    [searchedMax],
    { received_ms: int },
  )
  return row?.received_ms ?? null
}
