import { isJsonObject, type JsonObject, type JsonValue, parseBeijing } from '@topgate/contracts'
import { writeJson } from '@topgate/protocol'
import type { Shape, Shapes } from './api-table.ts'

const INT64_MIN = -(2n ** 63n)
const INT64_MAX = 2n ** 63n - 1n

/** An answer with the types of its documentation. */
export interface Decoded {
  readonly data: Readonly<Record<string, unknown>>
  /** What nobody documented, and what does not fit its type: JSON text by dotted path. */
  readonly unknown: Readonly<Record<string, string>>
}

/** Reads an answer. A value that does not fit its type is left out of `data` and kept as it came. */
export function decodeResponse(shapes: Shapes, root: JsonObject): Decoded {
  const unknown: Record<string, string> = {}
  const keep = (path: string, value: JsonValue) => {
    unknown[path] = writeJson(value)
  }
  return { data: decodeMembers(shapes, root, '', keep), unknown }
}

type Keep = (path: string, value: JsonValue) => void

function decodeMembers(shapes: Shapes, members: JsonObject, parent: string, keep: Keep) {
  const data: Record<string, unknown> = {}
  for (const [name, value] of members) {
    const shape = Object.hasOwn(shapes, name) ? shapes[name] : undefined
    const path = parent + name
    if (value === null) continue
    const decoded = shape === undefined ? undefined : decodeValue(shape, value, path, keep)
    if (decoded !== undefined) data[name] = decoded
    else if (path !== 'request_id') keep(path, value)
  }
  return data
}

/** Undefined: the value does not fit. */
function decodeValue(shape: Shape, value: JsonValue, path: string, keep: Keep): unknown {
  switch (shape.kind) {
    case 'struct':
      if (value === null || !isJsonObject(value)) return undefined
      return decodeMembers(shape.fields ?? {}, value, `${path}.`, keep)
    case 'list':
      return decodeList(shape, value, path, keep)
    case 'any':
      return plainValue(value)
    case 'int64':
      return integerOf(value)
    case 'byte': {
      const integer = integerOf(value)
      return integer === undefined ? undefined : Number(integer)
    }
    case 'flag':
      if (value === true || value === 'true') return true
      return value === false || value === 'false' ? false : undefined
    case 'moment': {
      const epochMs = typeof value === 'string' ? parseBeijing(value) : undefined
      return epochMs === undefined ? undefined : new Date(epochMs)
    }
    default:
      return textOf(value)
  }
}

/** The standard form wraps the items into an object with one member, the simplified one does not. */
function decodeList(shape: Shape, value: JsonValue, path: string, keep: Keep) {
  const items = itemsOf(value)
  const { item } = shape
  if (items === undefined || item === undefined) return undefined
  return items.flatMap((each, at) => {
    const decoded = decodeValue(item, each, `${path}.${at}`, keep)
    if (decoded === undefined) keep(`${path}.${at}`, each)
    return decoded === undefined ? [] : [decoded]
  })
}

function itemsOf(value: JsonValue): readonly JsonValue[] | undefined {
  if (Array.isArray(value)) return value
  if (value === null || !isJsonObject(value) || value.size > 1) return undefined
  const [only] = value.values()
  if (only === undefined) return []
  return Array.isArray(only) ? only : undefined
}

function integerOf(value: JsonValue): bigint | undefined {
  const integer = quotedInteger(value)
  if (integer === undefined || integer < INT64_MIN || integer > INT64_MAX) return undefined
  return integer
}

function quotedInteger(value: JsonValue): bigint | undefined {
  if (typeof value === 'bigint') return value
  if (typeof value === 'string') {
    return /^(?:0|-?[1-9][0-9]{0,18})$/.test(value) ? BigInt(value) : undefined
  }
  // The reader keeps -0 as text, since no integer has it.
  const isZero = typeof value === 'object' && value !== null && 'decimal' in value
  return isZero && value.decimal === '-0' ? 0n : undefined
}

/** Some platforms write a number where their documentation says String. */
function textOf(value: JsonValue): string | undefined {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value)
  if (value === null || Array.isArray(value) || isJsonObject(value)) return undefined
  return 'decimal' in value ? value.decimal : undefined
}

/** A value nobody documented, as plain JavaScript; an integer that a number cannot hold is bigint. */
function plainValue(value: JsonValue): unknown {
  if (typeof value === 'bigint') {
    const number = Number(value)
    return Number.isSafeInteger(number) ? number : value
  }
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(plainValue)
  if (isJsonObject(value)) {
    return Object.fromEntries(Array.from(value, ([name, member]) => [name, plainValue(member)]))
  }
  return 'decimal' in value ? Number(value.decimal) : undefined
}
