import { caps } from './content.ts'

/** What the checker reads of a store, in SQL of its own. Numbers of 64 bits are text. */
export interface Store {
  snapshot(): Promise<Snapshot>
  /** Entries of the log after `last`, in log order; only what can no longer be overtaken. */
  follow(last: LogEntry | undefined): Promise<LogEntry[]>
  /** Resolves when `follow` shows everything that is stored now. */
  settled(): Promise<void>
  /** Accounts where lines and what counts against a cap disagree, all read at one moment. */
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

const cappedSubCodes = Object.keys(caps)
  .map((subCode) => `'${subCode}'`)
  .join(', ')

export const sql = {
  lines: `SELECT CAST(log_position AS text) AS position, CAST(id AS text) AS id, event_id,
    {hex} AS content_hash, account, CAST(activity_id AS text) AS activity_id, sub_code,
    CAST(happened_ms AS text) AS happened_ms, CAST(minutes AS integer) AS minutes
    FROM ${LEDGER}`,
  caps: `SELECT account, sub_code, period, CAST(minutes AS integer) AS minutes FROM charity_cap`,
  registrations: `SELECT account, CAST(activity_id AS text) AS activity_id, status
    FROM charity_registration`,
  wrongSums: `SELECT account || ' ' || sub_code || ': lines ' || coalesce(line_sum, 0) ||
    ', counted ' || coalesce(counted, 0) AS wrong
    FROM (SELECT account, sub_code, sum(minutes) AS line_sum FROM ${LEDGER}
      WHERE sub_code IN (${cappedSubCodes}) GROUP BY account, sub_code) AS lines
    FULL JOIN (SELECT account, sub_code, sum(minutes) AS counted FROM charity_cap
      GROUP BY account, sub_code) AS counters USING (account, sub_code)
    WHERE coalesce(line_sum, 0) <> coalesce(counted, 0)`,
}
