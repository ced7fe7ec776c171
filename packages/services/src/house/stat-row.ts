import {
  invalidParameter,
  isJsonObject,
  type JsonDecimal,
  type JsonObject,
  type JsonValue,
  parseBeijing,
  parseDate,
  type Refusal,
  ROWS_MAX,
} from '@topgate/contracts'
import { anomaliesIn, isOver100 } from './anomalies.ts'
import { type Column, type ColumnKind, columnOf } from './columns.ts'
import {
  asSent,
  bad,
  type ReadValue,
  type RowFlag,
  readContact,
  readCount,
  readFree,
  readId,
  readIdCell,
  readRate,
} from './row-values.ts'
import { type Subject, subjectOf } from './subject.ts'

const COLUMNS_MAX = 300

/** What names a row of statistics and dates it. */
export interface RowHead {
  /** From 1, as told to the caller. */
  readonly position: number
  /** 0 when the row does not say. */
  readonly business_type: bigint
  readonly subject: Subject
  readonly statistics_date: string
  /** By this versions are judged; 0 when the row does not say. */
  readonly update_ms: number
}

/** One row that keeps every rule, with all its columns. */
export interface ReadRow extends RowHead {
  readonly members: JsonObject
  readonly flags: readonly RowFlag[]
}

export interface ReadRows {
  readonly rows: readonly ReadRow[]
  /** Columns that hold a number and that nobody knows yet, by their names in camel case. */
  readonly newMeasures: readonly string[]
}

/**
 * Reads all rows of a call or throws a `Refusal` that names the first bad row and its column: the
 * answer has no place for single rows. Days after `latestDay` are refused.
 */
export function readRows(type: bigint, rows: JsonValue, latestDay: string): ReadRows {
  if (!Array.isArray(rows)) throw invalidParameter('req.data', '须为 JSON 数组')
  const items: readonly JsonValue[] = rows
  if (items.length > ROWS_MAX) throw invalidParameter('req.data', `最多 ${ROWS_MAX} 行`)
  const reader = new RowReader(type, latestDay)
  const read = items.map((row, index) => reader.read(row, index + 1))
  return { rows: read, newMeasures: [...reader.newMeasures] }
}

/** `第3行 statisticsDate 非法：…` */
export function badCell(position: number, name: string, advice: string): Refusal {
  return invalidParameter(`第${position}行 ${name}`.trimEnd(), `非法：${advice}`)
}

/** The cells of a row as they are stored, by their names in camel case. */
type Cells = JsonObject

/** Rows of one call have the same columns and mostly the same day, so both are judged once. */
class RowReader {
  readonly #type: bigint
  readonly #latestDay: string
  readonly #columns = new Map<string, Column>()
  readonly #days = new Set<string>()
  readonly newMeasures = new Set<string>()

  constructor(type: bigint, latestDay: string) {
    this.#type = type
    this.#latestDay = latestDay
  }

  read(row: JsonValue, position: number): ReadRow {
    if (!isJsonObject(row)) throw badCell(position, '', '须为 JSON 对象')
    if (row.size > COLUMNS_MAX) throw badCell(position, '', `最多 ${COLUMNS_MAX} 列`)
    const flags = new Set<RowFlag>()
    let isPlain = true
    let members: Map<string, JsonValue> | undefined
    for (const [name, value] of row) {
      const column = this.#columnOf(name)
      if (column === undefined) {
        throw badCell(position, '列名', '只能用字母、数字、下划线，最多 64 个字符')
      }
      if (column.isOther) {
        refuseTwo(row, column, name, position)
        isPlain = false
      }
      const found = this.#readCell(column.kind, value)
      if (found.kind === 'bad') throw badCell(position, name, found.advice)
      const stored = found.kind === 'changed' ? found.value : value
      if (found.kind === 'changed') {
        flags.add(found.flag)
        members ??= new Map(row)
        members.set(name, stored)
      }
      if (isNumber(stored)) this.#note(column, stored, flags)
    }
    const kept = members ?? row
    const cells = isPlain ? kept : this.#byColumn(kept)
    for (const anomaly of anomaliesIn(cells)) flags.add(anomaly)
    return this.#rowOf(cells, kept, flags, position)
  }

  #note({ kind, name }: Column, value: bigint | JsonDecimal, flags: Set<RowFlag>): void {
    if (kind === 'unknown') this.newMeasures.add(name)
    if (kind === 'rate' && isOver100(value)) flags.add('RATE_OVER_100')
  }

  /** Names in camel case; most rows have no others and are their own cells. */
  #byColumn(row: JsonObject): Cells {
    return new Map([...row].map(([name, value]) => [this.#columnOf(name)?.name ?? name, value]))
  }

  #readCell(kind: ColumnKind, value: JsonValue): ReadValue {
    switch (kind) {
      case 'count':
      case 'business-type':
        return readCount(value)
      case 'rate':
        return readRate(value)
      case 'id':
        return readIdCell(value)
      case 'day':
        return this.#readDay(value)
      case 'update-time':
        return readUpdateTime(value)
      case 'contact':
        return readContact(value)
      case 'text':
      case 'unknown':
        return readFree(value)
      default:
        return kind satisfies never
    }
  }

  #columnOf(name: string): Column | undefined {
    const known = this.#columns.get(name)
    if (known !== undefined) return known
    const column = columnOf(name)
    if (column !== undefined) this.#columns.set(name, column)
    return column
  }

  #readDay(value: JsonValue): ReadValue {
    if (typeof value === 'string' && this.#days.has(value)) return asSent
    if (typeof value !== 'string' || parseDate(value) === undefined)
      return bad('须为真实日期 yyyy-MM-dd')
    if (value > this.#latestDay) return bad(`不能晚于 ${this.#latestDay}`)
    this.#days.add(value)
    return asSent
  }

  #rowOf(cells: Cells, members: JsonObject, flags: Set<RowFlag>, position: number): ReadRow {
    const day = cells.get('statisticsDate')
    if (typeof day !== 'string') throw badCell(position, 'statisticsDate', '缺少，须为 yyyy-MM-dd')
    const subject = subjectOf(
      this.#type,
      (name) => readId(cells.get(name)) ?? undefined,
      cells.get('cityName'),
    )
    if (subject === undefined) throw badCell(position, 'id', '缺少，无法确定经纪人、门店或城市')
    if (subject.isFallback) flags.add('SUBJECT_FALLBACK')
    const updated = cells.get('updateTime')
    return {
      position,
      business_type: BigInt(String(cells.get('businessType') ?? 0n)),
      subject,
      statistics_date: day,
      update_ms: typeof updated === 'string' ? (parseBeijing(updated) ?? 0) : 0,
      members,
      flags: [...flags],
    }
  }
}

function isNumber(value: JsonValue): value is bigint | JsonDecimal {
  return (
    typeof value === 'bigint' || (typeof value === 'object' && value !== null && 'decimal' in value)
  )
}

/** A row may spell a column both ways, but then it must not contradict itself. */
function refuseTwo(row: JsonObject, column: Column, name: string, position: number): void {
  const one = row.get(column.name)
  if (one !== undefined && one !== row.get(name)) {
    throw badCell(position, name, `与 ${column.name} 是同一列，值不同`)
  }
}

function readUpdateTime(value: JsonValue): ReadValue {
  const isFine = value === null || (typeof value === 'string' && parseBeijing(value) !== undefined)
  return isFine ? asSent : bad('须为北京时间 yyyy-MM-dd HH:mm:ss')
}
