/** What the checker reads of a store, in SQL of its own. Numbers of 64 bits are text. */
export interface Store {
  snapshot(): Promise<Snapshot>
  /** Entries of the log after `last`, in log order; only what can no longer be overtaken. */
  follow(last: LogEntry | undefined): Promise<LogEntry[]>
  /** Resolves when `follow` shows everything that is stored now. */
  settled(): Promise<void>
  /** Accounts whose total is not the sum of their lines, all read at one moment. */
  wrongSums(): Promise<string[]>
  /** What the database itself finds wrong with its files. */
  damage(thorough: boolean): Promise<string[]>
  close(): Promise<void>
}

export interface LogEntry {
  readonly position: string
  readonly id: string
  readonly event_id: string
}

export interface Line extends LogEntry {
  /** In hexadecimal digits. */
  readonly content_hash: string
  readonly account: string
  readonly activity_id: string
  readonly sub_code: string
  readonly happened_ms: string
  readonly minutes: number
}

export interface CapUse {
  readonly account: string
  readonly sub_code: string
  readonly period: string
  readonly minutes: number
}

export interface Registration {
  readonly account: string
  readonly activity_id: string
  readonly status: string
}

export interface Snapshot {
  readonly lines: readonly Line[]
  readonly wrongSums: readonly string[]
  readonly caps: readonly CapUse[]
  readonly registrations: readonly Registration[]
}

/** The effect table of the product. A build whose log is a copy has another one. */
export const LEDGER = 'charity_action'

export const sql = {
  lines: `SELECT CAST(log_position AS text) AS position, CAST(id AS text) AS id, event_id,
    {hex} AS content_hash, account, CAST(activity_id AS text) AS activity_id, sub_code,
    CAST(happened_ms AS text) AS happened_ms, CAST(minutes AS integer) AS minutes
    FROM ${LEDGER}`,
  caps: `SELECT account, sub_code, period, CAST(minutes AS integer) AS minutes FROM charity_cap`,
  registrations: `SELECT account, CAST(activity_id AS text) AS activity_id, status
    FROM charity_registration`,
  wrongSums: `SELECT account || ' ' || type || ': lines ' || coalesce(line_sum, 0) ||
    ', total ' || coalesce(total, 0) AS wrong
    FROM (SELECT account, year, type, activity_id, sum(minutes) AS line_sum FROM ${LEDGER}
      GROUP BY account, year, type, activity_id) AS lines
    FULL JOIN (SELECT account, year, type, activity_id, minutes AS total FROM charity_total)
      AS totals USING (account, year, type, activity_id)
    WHERE coalesce(line_sum, 0) <> coalesce(total, 0)`,
}
