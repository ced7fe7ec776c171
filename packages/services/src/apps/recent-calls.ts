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

/** The last calls of all nodes that match, from the newest `searchedMax` lines of the journal. */
export async function findRecentCalls(
  db: Database,
  filter: CallFilter,
  limit: number,
  searchedMax = CALLS_SEARCHED_MAX,
): Promise<CallPage> {
  const beyond = await firstBeyond(db, searchedMax)
  const [conditions, values] = conditionsOf(filter)
  const calls = await db.all(
    `SELECT ${columns} FROM call_journal WHERE id > ?${conditions} ORDER BY id DESC LIMIT ?`,
    [beyond?.id ?? BEFORE_ALL, ...values, limit],
    journalTable.columns,
  )
  const isComplete = calls.length === limit
  return { calls, searched_from_ms: isComplete ? null : (beyond?.received_ms ?? null) }
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

/** Counts the calls of one API by how they ended, for windows of these lengths up to `nowMs`. */
export async function countOutcomes(
  db: Database,
  method: string,
  windowsMs: readonly number[],
  nowMs: number,
  searchedMax = CALLS_SEARCHED_MAX,
): Promise<OutcomeCounts> {
  const sinceMs = nowMs - Math.max(...windowsMs)
  const beyond = await firstBeyond(db, searchedMax)
  const counts = windowsMs.map(
    (_, window) =>
      `CAST(sum(CASE WHEN received_ms > ? THEN 1 ELSE 0 END) AS BIGINT) AS ${countName(window)}`,
  )
  const rows = await db.all(
    `SELECT code, sub_code, success, ${counts.join(', ')} FROM call_journal
    WHERE id > ? AND method = ? AND received_ms > ?
    GROUP BY code, sub_code, success ORDER BY count(*) DESC, code, sub_code`,
    [...windowsMs.map((ms) => nowMs - ms), beyond?.id ?? BEFORE_ALL, method, sinceMs],
    { code: int, sub_code: text, success: int, ...countColumns(windowsMs.length) },
  )
  const countedFromMs = beyond?.received_ms ?? null
  return {
    outcomes: rows.map((row) => ({
      code: row.code,
      sub_code: row.sub_code,
      success: row.success === 1,
      counts: windowsMs.map((_, window) => countOf(row, window)),
    })),
    counted_from_ms: countedFromMs !== null && countedFromMs > sinceMs ? countedFromMs : null,
  }
}

function countName(window: number): string {
  return `count_${window}`
}

function countOf(row: Readonly<Record<string, unknown>>, window: number): number {
  return Number(row[countName(window)])
}

function countColumns(windows: number): Record<string, typeof int> {
  return Object.fromEntries(Array.from({ length: windows }, (_, at) => [countName(at), int]))
}

/** What follows after the first condition of a query. */
function conditionsOf(filter: CallFilter): [sql: string, values: readonly Value[]] {
  const conditions: [string, ...Value[]][] = []
  if (filter.app_key !== undefined) conditions.push([' AND app_key = ?', filter.app_key])
  if (filter.method !== undefined) conditions.push([' AND method = ?', filter.method])
  if (filter.failed === true) conditions.push([' AND success = 0'])
  return [
    conditions.map(([condition]) => condition).join(''),
    conditions.flatMap(([, ...values]) => values),
  ]
}

/** Ids of calls are positive. */
const BEFORE_ALL = 0n

/** The newest line that is out of reach; undefined when the whole journal is within reach. */
async function firstBeyond(
  db: Database,
  searchedMax: number,
): Promise<Pick<JournalRow, 'id' | 'received_ms'> | undefined> {
  const { id, received_ms } = journalTable.columns
  const [row] = await db.all(
    'SELECT id, received_ms FROM call_journal ORDER BY id DESC LIMIT 1 OFFSET ?',
    [searchedMax],
    { id, received_ms },
  )
  return row
}
