import { formatDate, parseDate } from '@topgate/contracts'
import { type Database, int, text } from '@topgate/storage'
import type { StatPart } from './stat-parts.ts'
import { houseStatVersion, type VersionRow } from './tables.ts'

/** A day of a subject, as the newest of its rows stands. */
export interface SubjectDay {
  readonly day: string
  readonly version: number
  readonly stale: number
}

/** The beginning of the key, of the table with this name. */
function isPart(table: string): string {
  return `${table}.partner = ? AND ${table}.type = ? AND ${table}.business_type = ?`
}

/**
 * The newest days of a subject. Days come before subjects in the key, so this steps from day to
 * day and looks for the subject in each.
 */
export function daysOfSubject(
  db: Database,
  { partner, type, business_type }: StatPart,
  subject: string,
  limit: number,
): Promise<SubjectDay[]> {
  const part = [partner, type, business_type]
  return db.all(
    `WITH RECURSIVE seen (day) AS (
      SELECT max(h.statistics_date) FROM house_stat_head h WHERE ${isPart('h')}
      UNION ALL
      SELECT (SELECT max(h.statistics_date) FROM house_stat_head h
        WHERE ${isPart('h')} AND h.statistics_date < seen.day)
      FROM seen WHERE seen.day IS NOT NULL
    )
    SELECT seen.day AS day, head.version AS version, head.stale AS stale
    FROM seen JOIN house_stat_head head
      ON ${isPart('head')}
     AND head.statistics_date = seen.day AND head.subject = ?
    ORDER BY seen.day DESC LIMIT ?`,
    [...part, ...part, ...part, subject, limit],
    { day: text, version: int, stale: int },
  )
}

/** One row of each of these days: the version in force. */
export function rowsInForce(
  db: Database,
  { partner, type, business_type }: StatPart,
  subject: string,
  days: readonly string[],
): Promise<Pick<VersionRow, 'statistics_date' | 'measures'>[]> {
  const { statistics_date, measures } = houseStatVersion.columns
  return db.all(
    `SELECT v.statistics_date AS statistics_date, v.measures AS measures
    FROM house_stat_head h JOIN house_stat_version v
      ON v.partner = h.partner AND v.type = h.type AND v.business_type = h.business_type
     AND v.statistics_date = h.statistics_date AND v.subject = h.subject AND v.version = h.version
    WHERE ${isPart('h')} AND h.subject = ?
      AND h.statistics_date IN (${days.map(() => '?').join(', ')})
    ORDER BY v.statistics_date`,
    [partner, type, business_type, subject, ...days],
    { statistics_date, measures },
  )
}

/** The newest versions of a day, newest first. */
export function versionsOfDay(
  db: Database,
  { partner, type, business_type }: StatPart,
  subject: string,
  day: string,
  limit: number,
): Promise<VersionRow[]> {
  const columns = Object.keys(houseStatVersion.columns).join(', ')
  return db.all(
    `SELECT ${columns} FROM house_stat_version v
    WHERE ${isPart('v')} AND statistics_date = ? AND subject = ? ORDER BY version DESC LIMIT ?`,
    [partner, type, business_type, day, subject, limit],
    houseStatVersion.columns,
  )
}

/** How many rows of the day came later than a newer version. */
export async function staleCount(
  db: Database,
  { partner, type, business_type }: StatPart,
  subject: string,
  day: string,
): Promise<number> {
  const [head] = await db.all(
    `SELECT stale FROM house_stat_head h WHERE ${isPart('h')} AND statistics_date = ? AND subject = ?`,
    [partner, type, business_type, day, subject],
    { stale: int },
  )
  return head?.stale ?? 0
}

const MONDAY = 4
const DAYS_OF_WEEK = 7

/** Monday to Sunday around a day. 1 January 1970, day 0, was a Thursday. */
export function weekOf(day: string): string[] {
  const number = parseDate(day) ?? 0
  const weekday = (((number - MONDAY) % DAYS_OF_WEEK) + DAYS_OF_WEEK) % DAYS_OF_WEEK
  const first = Math.max(0, number - weekday)
  return Array.from({ length: DAYS_OF_WEEK }, (_, at) => formatDate(first + at))
}

/** The days of the calendar month of a day. */
export function monthOf(day: string): string[] {
  const month = day.slice(0, 7)
  const days = Array.from({ length: 31 }, (_, at) => `${month}-${String(at + 1).padStart(2, '0')}`)
  return days.filter((candidate) => parseDate(candidate) !== undefined)
}
