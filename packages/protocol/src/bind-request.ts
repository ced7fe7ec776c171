import {
  type ApiContract,
  type Field,
  type Fields,
  isJsonObject,
  JSON_DEPTH_MAX,
  JSON_MEMBERS_MAX,
  JSON_NUMBER_CHARS_MAX,
  type JsonValue,
  type Leniency,
  type ListField,
  type StructField,
} from '@topgate/contracts'
import {
  type BindContext,
  type BindValue,
  broken,
  compileScalar,
  missing,
  type PresentValue,
  shown,
  utf8Length,
  wrong,
} from './bind-value.ts'
import { type JsonLimits, JsonProblem, readJson } from './json-reader.ts'
import { suggestZh } from './nearest-names.ts'
import type { Parameters } from './parameters.ts'

/** The parameters that every call may carry beside those of its API (top-protocol.md section 2). */
export const publicParameters: ReadonlySet<string> = new Set([
  'method',
  'app_key',
  'timestamp',
  'v',
  'sign_method',
  'sign',
  'format',
  'simplify',
  'session',
  'partner_id',
  'target_app_key',
])

/** Turns the parameters of a call into the typed request of its contract. */
export type Binder = (
  parameters: Parameters,
  nowMs: number,
  forgiven?: Leniency[],
) => Record<string, unknown>

/**
 * The binder of an API, compiled once: tables of fields, no schema work per call. Refuses in the
 * order of the protocol: undeclared names (41), presence (40), types (41), then rules (50).
 * An absent, null and empty value are the same everywhere (reliability.md S2). A lenient app brings
 * a list, `forgiven`, and is forgiven what it then names.
 */
export function compileBinder(api: ApiContract): Binder {
  const bindFields = compileFields(api.request)
  return (parameters, nowMs, forgiven) => {
    settleUndeclared(api, parameters, forgiven)
    refuseOversize(api, parameters)
    const context: BindContext = { nowMs, breach: undefined, forgiven }
    const request = bindFields((name) => parameters.get(name), '', context)
    if (context.breach !== undefined) throw context.breach
    return request
  }
}

type Raw = JsonValue | undefined

function settleUndeclared(
  api: ApiContract,
  parameters: Parameters,
  forgiven: Leniency[] | undefined,
): void {
  for (const name of parameters.keys()) {
    if (publicParameters.has(name) || Object.hasOwn(api.request, name)) continue
    if (forgiven === undefined) {
      throw wrong(
        name,
        `不是 ${api.method} 的参数，请核对名称（区分大小写）${suggestZh(name, Object.keys(api.request))}`,
      )
    }
    forgiven.push(`undeclared-parameter:${name}`)
  }
}

function refuseOversize(api: ApiContract, parameters: Parameters): void {
  let units = 0
  for (const value of parameters.values()) units += value.length
  // A UTF-16 unit is at most three bytes: only totals near the bound are measured.
  if (units * 3 <= api.parametersBytesMax) return
  let bytes = 0
  let [largest, size] = ['', 0]
  for (const [name, value] of parameters) {
    const valueBytes = utf8Length(value)
    bytes += valueBytes
    if (valueBytes > size) [largest, size] = [name, valueBytes]
  }
  if (bytes > api.parametersBytesMax) {
    throw wrong(largest, `参数总长 ${bytes} 字节，超过上限 ${api.parametersBytesMax}`)
  }
}

function compileFields(
  fields: Fields,
): (rawOf: (name: string) => Raw, path: string, context: BindContext) => Record<string, unknown> {
  const entries = Object.entries(fields).map(([name, field]) => ({
    name,
    required: field.need === 'required',
    bind: compileField(field),
  }))
  return (rawOf, path, context) => {
    for (const { name, required } of entries) {
      if (required && isAbsent(rawOf(name))) throw missing(path + name)
    }
    const values: Record<string, unknown> = {}
    for (const { name, bind } of entries) {
      const raw = rawOf(name)
      if (raw !== undefined && raw !== null && raw !== '') {
        values[name] = bind(raw, path + name, context)
      }
    }
    return values
  }
}

function isAbsent(raw: Raw): boolean {
  return raw === undefined || raw === null || raw === ''
}

function compileField(field: Field): BindValue {
  if (field.kind === 'struct') return compileStruct(field)
  return field.kind === 'list' ? compileList(field) : compileScalar(field)
}

const structLimits: JsonLimits = {
  depthMax: JSON_DEPTH_MAX,
  membersMax: JSON_MEMBERS_MAX,
  numberCharsMax: JSON_NUMBER_CHARS_MAX,
}

/** A struct: an object inside a struct, or JSON text of one as a parameter. Unknown members are
 * ignored: clients of a later version may send more than we know. */
function compileStruct(field: StructField): BindValue {
  const bindFields = compileFields(field.fields)
  return (raw, path, context) => {
    const value = typeof raw === 'string' ? readStruct(raw, path) : raw
    if (!isJsonObject(value)) throw wrong(path, `应为 JSON 对象，收到${shown(value)}`)
    const values = bindFields((name) => value.get(name), `${path}.`, context)
    if (field.anyOf !== undefined && !field.anyOf.some((name) => name in values)) {
      broken(
        context,
        `${path}.${field.anyOf[0]}`,
        `与 ${field.anyOf.slice(1).join('、')} 至少传一个`,
      )
    }
    return values
  }
}

function readStruct(text: string, path: string): PresentValue {
  try {
    const value = readJson(text, structLimits)
    if (value !== null) return value
  } catch (error) {
    if (!(error instanceof JsonProblem)) throw error
    throw wrong(path, `不是合法的 JSON（第 ${error.at + 1} 个字符：${error.reason}）`)
  }
  throw wrong(path, '应为 JSON 对象，收到 null')
}

/** A list: comma-separated for plain items, JSON array text for structs, an array inside JSON. */
function compileList(field: ListField): BindValue {
  const bindItem = compileField(field.item)
  return (raw, path, context) => {
    const items = typeof raw === 'string' ? splitList(field, raw, path) : raw
    if (!Array.isArray(items)) throw wrong(path, `应为列表，收到${shown(raw)}`)
    if (items.length > field.itemsMax) broken(context, path, `超过 ${field.itemsMax} 项`)
    return items.map((item: JsonValue, index) => {
      if (item === null) throw wrong(`${path}.${index}`, '不能为 null')
      return bindItem(item, `${path}.${index}`, context)
    })
  }
}

function splitList(field: ListField, text: string, path: string): JsonValue {
  return field.item.kind === 'struct' ? readStruct(text, path) : text.split(',')
}
