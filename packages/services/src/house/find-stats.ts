import { requestIdOf } from '@topgate/contracts'
import { createdMs } from '@topgate/engine'
import type { Database } from '@topgate/storage'
import { maskNick } from '../retail/mask.ts'
import { columnOf } from './columns.ts'
import { type DayCompleteness, dayCompleteness } from './day-completeness.ts'
import { Dictionary, type Measure } from './dictionary.ts'
import { type DayNumbers, type PeriodMeasure, sumPeriod } from './period-sums.ts'
import {
  daysOfSubject,
  monthOf,
  rowsInForce,
  type SubjectDay,
  staleCount,
  versionsOfDay,
  weekOf,
} from './stat-days.ts'
import { findParts, type StatPart } from './stat-parts.ts'
import { readStoredRow, type StoredValue } from './stored-row.ts'
import type { VersionRow } from './tables.ts'

const DAYS_SHOWN = 31
const VERSIONS_SHOWN = 20
const REPORTS_MAX = 20

export interface StatQuestion {
  /** As the reports name it, such as `64` or `3/64`. */
  readonly subject: string
  /** `yyyy-MM-dd`; absent: the newest day of the subject. */
  readonly day?: string | undefined
  readonly partner?: string | undefined
  readonly type?: bigint | undefined
}

/** What a partner reported about one subject for one day. Names of brokers are masked. */
export interface StatReport {
  readonly partner: string
  /** 1 broker, 2 shop, 3 city. */
  readonly type: bigint
  /** 1 new homes, 2 second-hand, 3 rent; 0: the row does not say. */
  readonly business_type: bigint
  readonly subject: string
  readonly day: string
  readonly measures: readonly StatMeasure[]
  /** Columns that measure nothing, such as names and times. */
  readonly columns: readonly StatColumn[]
  readonly flags: readonly string[]
  /** The newest first; the first is in force. */
  readonly versions: readonly StatVersion[]
  /** Rows that came later than a newer version and changed nothing. */
  readonly stale_count: number
  readonly completeness: DayCompleteness
  readonly week: StatPeriod
  readonly month: StatPeriod
  /** The newest days of the subject. */
  readonly days: readonly SubjectDay[]
}

export interface StatMeasure extends Measure {
  /** The column as the partner wrote it. */
  readonly raw_name: string
  /** All digits as reported; null: not reported, which is different from 0. */
  readonly value: string | null
}

export interface StatColumn {
  readonly raw_name: string
  readonly value: string | null
}

export interface StatVersion {
  readonly version: number
  /** By the clock of the partner; 0: the row does not say. */
  readonly update_ms: number
  readonly received_ms: number
  readonly request_id: string
  readonly row_position: number
  readonly flags: readonly string[]
  /** Against the version before; empty for the first. */
  readonly changes: readonly StatChange[]
}

export interface StatChange {
  readonly raw_name: string
  readonly before: string | null
  readonly after: string | null
}

export interface StatPeriod {
  readonly from: string
  readonly to: string
  /** Days of it that the subject has rows for. */
  readonly days: number
  readonly measures: readonly PeriodMeasure[]
}

/** One report for each partner, type and line of business that has the subject. Only reads. */
export async function findStats(db: Database, question: StatQuestion): Promise<StatReport[]> {
  const parts = await findParts(db)
  const dictionary = await Dictionary.read(db)
  const reports: StatReport[] = []
  for (const part of parts) {
    const { partner = part.partner, type = part.type } = question
    if (part.partner !== partner || part.type !== type || reports.length >= REPORTS_MAX) continue
    const days = await daysOfSubject(db, part, question.subject, DAYS_SHOWN)
    const day = question.day ?? days[0]?.day
    const versions =
      day === undefined
        ? []
        : await versionsOfDay(db, part, question.subject, day, VERSIONS_SHOWN + 1)
    const [newest] = versions
    if (day === undefined || newest === undefined) continue
    reports.push({
      ...part,
      subject: question.subject,
      day,
      ...cellsOf(newest, dictionary),
      flags: flagsOf(newest),
      versions: versions
        .slice(0, VERSIONS_SHOWN)
        .map((row, at) => versionOf(row, versions[at + 1])),
      stale_count: await staleCount(db, part, question.subject, day),
      completeness: await dayCompleteness(db, parts, part, day),
      week: await periodOf(db, part, question.subject, weekOf(day), dictionary),
      month: await periodOf(db, part, question.subject, monthOf(day), dictionary),
      days,
    })
  }
  return reports
}

type Cells = Pick<StatReport, 'measures' | 'columns'>

function cellsOf({ measures: stored, type }: VersionRow, dictionary: Dictionary): Cells {
  const [measures, columns]: [StatMeasure[], StatColumn[]] = [[], []]
  for (const [raw_name, value] of readStoredRow(stored)) {
    const name = measureIn(raw_name, value)
    if (name === undefined) columns.push({ raw_name, value: shownText(type, raw_name, value) })
    else measures.push({ ...dictionary.get(name), raw_name, value: numberIn(value) })
  }
  return { measures, columns }
}

/** The name of the measure that a column holds, undefined for ids, names and times. */
function measureIn(rawName: string, { kind }: StoredValue): string | undefined {
  const column = columnOf(rawName)
  if (column?.kind === 'count' || column?.kind === 'rate') return column.name
  const isNew = column?.kind === 'unknown' && kind === 'number'
  return isNew ? column.name : undefined
}

function numberIn({ kind, text }: StoredValue): string | null {
  return kind === 'null' ? null : text
}

const BROKER = 1n
/** Ids, days and times name nobody, nor do shops and cities. */
const openName = /^(?:store|shop|city)|(?:Time|Date|Type|Id|Code|^id)$/

/** A row about a broker is about a person: his name and whatever else was written is masked. */
function shownText(type: bigint, rawName: string, { kind, text }: StoredValue): string | null {
  if (kind === 'null') return null
  const name = columnOf(rawName)?.name ?? rawName
  const isOpen = type !== BROKER || kind === 'number' || openName.test(name)
  return isOpen ? text : maskNick(text)
}

function versionOf(row: VersionRow, before: VersionRow | undefined): StatVersion {
  return {
    version: row.version,
    update_ms: row.update_ms,
    received_ms: createdMs(row.report_id),
    request_id: requestIdOf(row.report_id),
    row_position: row.row_position,
    flags: flagsOf(row),
    changes: before === undefined ? [] : changesOf(before, row),
  }
}

function changesOf(before: VersionRow, after: VersionRow): StatChange[] {
  const shown = ({ type, measures }: VersionRow) =>
    new Map(readStoredRow(measures).map(([name, value]) => [name, shownText(type, name, value)]))
  const [old, now] = [shown(before), shown(after)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((raw_name) => {
    const change = { raw_name, before: old.get(raw_name) ?? null, after: now.get(raw_name) ?? null }
    return change.before === change.after ? [] : [change]
  })
}

function flagsOf({ flags }: VersionRow): string[] {
  return flags === '' ? [] : flags.split(',')
}

async function periodOf(
  db: Database,
  part: StatPart,
  subject: string,
  days: readonly string[],
  dictionary: Dictionary,
): Promise<StatPeriod> {
  const rows = await rowsInForce(db, part, subject, days)
  const numbers = rows.map(({ measures }) => numbersOf(measures))
  const names = new Set(numbers.flatMap((day) => [...day.keys()]))
  const measures = [...names].map((name) => dictionary.get(name))
  return {
    from: days[0] ?? '',
    to: days.at(-1) ?? '',
    days: rows.length,
    measures: sumPeriod(measures, numbers),
  }
}

function numbersOf(measures: string): DayNumbers {
  return new Map(
    readStoredRow(measures).flatMap(([rawName, value]) => {
      const name = measureIn(rawName, value)
      return name === undefined || value.kind !== 'number' ? [] : [[name, value.text] as const]
    }),
  )
}
