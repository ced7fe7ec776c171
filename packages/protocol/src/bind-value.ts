import {
  type Field,
  invalidParameter,
  isJsonObject,
  JSON_MEMBERS_MAX,
  JSON_NUMBER_CHARS_MAX,
  type JsonField,
  type JsonValue,
  type Leniency,
  type ListField,
  parseBeijing,
  parseDate,
  Refusal,
  type StructField,
  type TextField,
  topTypeName,
} from '@topgate/contracts'
import { explainMoment } from './explain-moment.ts'
import { type JsonLimits, JsonProblem, readJson } from './json-reader.ts'

export interface BindContext {
  readonly nowMs: number
  /** The first broken rule. Told only when all types are right, whichever field comes first. */
  breach: Refusal | undefined
  /** Where a lenient app is forgiven; undefined for a strict one. */
  readonly forgiven: Leniency[] | undefined
}

/** Turns a value that is there into the value of a field, or refuses. */
export type BindValue = (raw: PresentValue, path: string, context: BindContext) => unknown

/** What a field is bound from: the text of a parameter, or a value inside a JSON text. */
export type PresentValue = Exclude<JsonValue, null>

export type ScalarField = Exclude<Field, StructField | ListField>

/** The binder of a field that holds one value. */
export function compileScalar(field: ScalarField): BindValue {
  switch (field.kind) {
    case 'text':
      return compileText(field)
    case 'int64':
      return (raw, path, context) => {
        const value = integerOf(raw, path)
        if (field.min !== undefined && value < field.min) {
          broken(context, path, `应不小于 ${field.min}`)
        } else if (field.max !== undefined && value > field.max) {
          broken(context, path, `应不大于 ${field.max}`)
        }
        return value
      }
    case 'byte':
      return (raw, path) => {
        const value = integerOf(raw, path)
        if (value < -128n || value > 127n) throw wrong(path, '应为 -128 到 127 的整数')
        return Number(value)
      }
    case 'decimal':
      return (raw, path) => {
        const text = isDecimal(raw) ? raw.decimal : textOf(raw, path, field)
        if (!decimalForm.test(text)) throw wrong(path, '应为十进制数，如 12.50')
        return text
      }
    case 'moment':
      return (raw, path, context) => {
        const text = textOf(raw, path, field)
        const ms = parseBeijing(text)
        if (ms === undefined) {
          broken(context, path, explainMoment(text) ?? momentForm)
          return 0
        }
        if (field.aheadMsMax !== undefined && ms > context.nowMs + field.aheadMsMax) {
          broken(context, path, `晚于当前北京时间 ${field.aheadMsMax / 60_000} 分钟以上`)
        }
        return ms
      }
    case 'date':
      return (raw, path, context) => {
        const text = textOf(raw, path, field)
        if (parseDate(text) === undefined) broken(context, path, '应为真实日期 yyyy-MM-dd')
        return text
      }
    case 'flag':
      return (raw, path) => {
        if (raw === true || raw === 'true') return true
        if (raw === false || raw === 'false') return false
        throw wrong(path, '应为 true 或 false')
      }
    case 'bytes':
      return (_raw, path) => {
        throw wrong(path, '请用 multipart 上传文件')
      }
    case 'json':
      return compileJson(field)
    default:
      return field satisfies never
  }
}

const momentForm = '应为北京时间 yyyy-MM-dd HH:mm:ss，如 2022-02-23 18:46:04'
const decimalForm = /^-?(?:0|[1-9][0-9]{0,30})(?:\.[0-9]{1,30})?$/
const integerForm = /^(?:0|-?[1-9][0-9]{0,18})$/
const INT64_MIN = -(2n ** 63n)
const INT64_MAX = 2n ** 63n - 1n
/** `reliability.md` section 7: no string above this unless its field says so. */
const TEXT_BYTES_MAX = 64 * 1024

/** A Number: a JSON integer or the same digits as text (callers quote them), within 64 bits. */
function integerOf(raw: JsonValue, path: string): bigint {
  const value = typeof raw === 'string' && integerForm.test(raw) ? BigInt(raw) : raw
  if (typeof value !== 'bigint') throw wrong(path, `应为整数，收到${shown(raw)}`)
  if (value < INT64_MIN || value > INT64_MAX) throw wrong(path, '超出 64 位整数范围')
  return value
}

/** A String: text, or a JSON integer, which is taken as its exact digits. */
function textOf(raw: JsonValue, path: string, field: Field): string {
  if (typeof raw === 'string') return raw
  if (typeof raw === 'bigint') return String(raw)
  throw wrong(path, `应为 ${topTypeName(field)}，收到${shown(raw)}`)
}

function isDecimal(raw: JsonValue): raw is { decimal: string } {
  return typeof raw === 'object' && raw !== null && 'decimal' in raw
}

/** Names a JSON type in words, never the value. */
export function shown(raw: JsonValue): string {
  if (typeof raw === 'string') return '文本'
  if (typeof raw === 'bigint' || isDecimal(raw)) return '数字'
  if (typeof raw === 'boolean') return '布尔值'
  return Array.isArray(raw) ? '数组' : '对象'
}

function compileText(field: TextField): BindValue {
  const pattern =
    field.pattern === undefined ? undefined : new RegExp(`^(?:${field.pattern})$`, 'u')
  const oneOf = field.oneOf === undefined ? undefined : new Set(field.oneOf)
  return (raw, path, context) => {
    const text = textOf(raw, path, field)
    if (field.lengthMax !== undefined && isLongerThan(text, field.lengthMax)) {
      broken(context, path, `超过 ${field.lengthMax} 个字符`)
    } else if (oneOf !== undefined && !oneOf.has(text)) {
      broken(context, path, `只能是 ${[...oneOf].join('、')}`)
    } else if (exceedsBytes(text, field.bytesMax ?? TEXT_BYTES_MAX)) {
      broken(context, path, `超过 ${field.bytesMax ?? TEXT_BYTES_MAX} 字节`)
    } else if (pattern !== undefined && !pattern.test(text)) {
      if (field.patternIsOurs && context.forgiven) context.forgiven.push(`grammar:${path}`)
      else broken(context, path, `格式不对，应为${field.needNote?.zh ?? ` ${field.pattern}`}`)
    }
    return text
  }
}

/** Counts code points, and only when the number of UTF-16 units leaves a doubt. */
function isLongerThan(text: string, codePointsMax: number): boolean {
  if (text.length <= codePointsMax) return false
  let count = 0
  for (const _ of text) {
    count += 1
    if (count > codePointsMax) return true
  }
  return false
}

const utf8Encoder = new TextEncoder()

export function utf8Length(text: string): number {
  return utf8Encoder.encode(text).length
}

function exceedsBytes(text: string, bytesMax: number): boolean {
  return text.length * 3 > bytesMax && (text.length > bytesMax || utf8Length(text) > bytesMax)
}

/** JSON text inside a String field. Its breach is one of content (50), not of type (41). */
function compileJson(field: JsonField): BindValue {
  const limits: JsonLimits = {
    depthMax: field.depthMax,
    membersMax: JSON_MEMBERS_MAX,
    itemsMax: JSON_ITEMS_MAX,
    numberCharsMax: JSON_NUMBER_CHARS_MAX,
    duplicates: field.duplicates,
  }
  return (raw, path, context) => {
    if (typeof raw === 'object' && !isDecimal(raw)) {
      throw wrong(path, '应为 JSON 文本：请把 JSON 序列化成字符串后再放入此字段')
    }
    const text = isDecimal(raw) ? raw.decimal : textOf(raw, path, field)
    const repeats: string[] = []
    const noting = { ...limits, onRepeat: (name: string) => void repeats.push(name) }
    const value = exceedsBytes(text, field.bytesMax)
      ? problem(`超过 ${field.bytesMax} 字节`)
      : tryReadJson(text, field.duplicates === 'last' ? noting : limits)
    const advice = value instanceof JsonProblem ? value.reason : shapeAdvice(field, value)
    if (advice !== undefined) broken(context, path, advice)
    const json = { text, value: value instanceof JsonProblem ? null : value }
    return repeats.length > 0 ? { ...json, repeated: true } : json
  }
}

/** The row limit of an API is its own rule, with its own text; this one only bounds the work. */
const JSON_ITEMS_MAX = 10_000

function problem(reason: string): JsonProblem {
  return new JsonProblem(reason, 0)
}

function tryReadJson(text: string, limits: JsonLimits): JsonValue | JsonProblem {
  try {
    return readJson(text, limits)
  } catch (error) {
    if (!(error instanceof JsonProblem)) throw error
    return problem(`不是合法的 JSON 文本（第 ${error.at + 1} 个字符：${error.reason}）`)
  }
}

function shapeAdvice(field: JsonField, value: JsonValue): string | undefined {
  const twice = typeof value === 'string' && /^\s*[[{]/.test(value) ? '，看起来被序列化了两次' : ''
  if (field.shape === 'any') return undefined
  if (field.shape === 'array') {
    return Array.isArray(value) ? undefined : `应为 JSON 数组文本${twice}`
  }
  if (!isJsonObject(value)) return `应为 JSON 对象文本${twice}`
  const nested = (member: JsonValue) => typeof member === 'object' && member && !isDecimal(member)
  if (field.scalarsOnly && [...value.values()].some(nested)) return '的值只能是文本、数字或布尔值'
  return undefined
}

/** 40: a required parameter or member is absent. */
export function missing(path: string): Refusal {
  return new Refusal('missing-argument', { argument: path })
}

/** 41: the value has another type. */
export function wrong(path: string, advice: string): Refusal {
  return new Refusal('invalid-argument', { argument: path, subMsg: `${path} ${advice}` })
}

/** 50: the value breaks a rule. The first breach of a call is the one that is told. */
export function broken(context: BindContext, path: string, advice: string): void {
  context.breach ??= invalidParameter(path, advice)
}
