import type { DocumentedApi } from './documented-api.ts'
import { type Bilingual, type Field, type Fields, LIST_ITEMS_MAX, type Need } from './kinds.ts'

/**
 * Reads TOP's published descriptions of APIs. They are real data: names and types are missing, lists
 * are spelt in two ways, names repeat. What cannot be read is left out and told; the rest stands.
 */
export interface ReadDescription {
  /** Absent when there is nothing that could be shown. */
  readonly api?: DocumentedApi
  /** What could not be read and why, in English, each with the place inside the API. */
  readonly problems: readonly string[]
}

const METHOD_FORM = /^[A-Za-z0-9][A-Za-z0-9._-]{1,199}$/
const FIELD_NAME_CHARS_MAX = 200
const TEXT_CHARS_MAX = 20_000
const DEPTH_MAX = 16
const FIELDS_MAX = 5_000

export function readTopDescription(value: unknown): ReadDescription {
  if (!isRecord(value)) return { problems: ['not a JSON object'] }
  const method = value.name
  if (typeof method !== 'string' || method === '') return { problems: ['the API has no name'] }
  if (!METHOD_FORM.test(method)) return { problems: [`${shown(method)} is no name of a method`] }
  const reader = new FieldReader()
  const request = reader.read(value.requestParams, 'request', 0)
  const response = reader.read(value.responseParams, 'response', 0)
  const title = cleanText(value.apiChineseName) || method
  const category = isRecord(value.category) ? cleanText(value.category.name) : ''
  const api: DocumentedApi = {
    method,
    ...(Number.isSafeInteger(value.id) ? { apiId: Number(value.id) } : {}),
    title: sameInBoth(title),
    description: sameInBoth(cleanText(value.description) || title),
    category: category === '' ? { zh: '未分类', en: 'Other' } : sameInBoth(category),
    notice: false,
    request,
    response,
    served: null,
  }
  return { api, problems: reader.problems }
}

class FieldReader {
  readonly problems: string[] = []
  #count = 0

  read(list: unknown, path: string, depth: number): Fields {
    if (list === undefined || list === null) return {}
    if (!Array.isArray(list)) {
      this.problems.push(`${path}: not a list of fields`)
      return {}
    }
    const fields = new Map<string, Field>()
    list.forEach((item: unknown, index) => {
      const named = this.#readField(item, `${path}[${index}]`, path, depth)
      if (named === undefined) return
      const [name, field] = named
      if (fields.has(name)) this.problems.push(`${path}.${name}: given twice; the first one stands`)
      else fields.set(name, field)
    })
    return Object.fromEntries(fields)
  }

  #readField(
    item: unknown,
    place: string,
    parent: string,
    depth: number,
  ): [string, Field] | undefined {
    if (!isRecord(item)) return this.#leaveOut(place, 'not a JSON object')
    const { name } = item
    if (typeof name !== 'string' || name.trim() === '') return this.#leaveOut(place, 'no name')
    if (name.length > FIELD_NAME_CHARS_MAX) return this.#leaveOut(place, 'the name is too long')
    if (depth > DEPTH_MAX) return this.#leaveOut(place, 'nested too deeply')
    this.#count += 1
    if (this.#count > FIELDS_MAX) return this.#leaveOut(place, 'more fields than can be shown')
    const path = `${parent}.${name.trim()}`
    const type = typeof item.type === 'string' ? item.type.trim() : ''
    if (type === '') this.problems.push(`${path}: no type; it is shown without one`)
    return [name.trim(), this.#fieldOf(type, item, path, depth)]
  }

  #leaveOut(place: string, why: string): undefined {
    this.problems.push(`${place}: ${why}; left out`)
  }

  /** `T[]` and `T []` are lists; `byte[]` is a file. */
  #fieldOf(type: string, item: Described, path: string, depth: number): Field {
    const listed = type === 'byte[]' ? null : /^(.*?)\s*\[\s*\]$/.exec(type)
    const base = {
      need: item.required === true ? 'required' : 'optional',
      about: sameInBoth(cleanText(item.description)),
      privacy: 'B',
    } as const satisfies { need: Need; about: Bilingual; privacy: 'B' }
    if (listed !== null) {
      const itemsMax = positive(item.maxListSize) ?? LIST_ITEMS_MAX
      const inner = this.#fieldOf(listed[1] ?? '', { ...item, required: true }, path, depth)
      return { ...base, kind: 'list', item: inner, itemsMax }
    }
    const hasMembers = Array.isArray(item.subParams) && item.subParams.length > 0
    return (
      (hasMembers ? undefined : basicField(type, base, item)) ?? {
        ...base,
        kind: 'struct',
        typeName: type,
        fields: this.read(item.subParams, path, depth + 1),
      }
    )
  }
}

type Described = Readonly<Record<string, unknown>>
type Base = Pick<Field, 'need' | 'about' | 'privacy'>

/** A field of one of TOP's basic types; undefined for a struct, also for one without members. */
function basicField(type: string, base: Base, item: Described): Field | undefined {
  switch (type) {
    case 'String': {
      const lengthMax = positive(item.maxLength)
      return { ...base, kind: 'text', ...(lengthMax === undefined ? {} : { lengthMax }) }
    }
    case 'Number':
      return {
        ...base,
        kind: 'int64',
        ...bound('min', item.minValue),
        ...bound('max', item.maxValue),
      }
    case 'Boolean':
      return { ...base, kind: 'flag' }
    case 'Date':
      return { ...base, kind: 'moment', top: 'Date' }
    case 'Price':
    case 'BigDecimal':
      return { ...base, kind: 'decimal', top: type }
    case 'byte':
      return { ...base, kind: 'byte' }
    case 'byte[]':
      return { ...base, kind: 'bytes', bytesMax: positive(item.maxLength) ?? 0 }
    case 'Json':
      return {
        ...base,
        kind: 'json',
        top: 'Json',
        shape: 'any',
        bytesMax: positive(item.maxLength) ?? 0,
        depthMax: DEPTH_MAX,
        scalarsOnly: false,
        duplicates: 'last',
      }
    default:
      return undefined
  }
}

function bound(name: 'min' | 'max', value: unknown): { min?: bigint; max?: bigint } {
  const isInteger = Number.isSafeInteger(value) || /^-?[0-9]{1,19}$/.test(String(value))
  return isInteger ? { [name]: BigInt(value as number | string) } : {}
}

function positive(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && Number(value) > 0 ? Number(value) : undefined
}

function isRecord(value: unknown): value is Described {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Without control characters; markup stays text, which every page escapes. */
function cleanText(value: unknown): string {
  if (typeof value !== 'string') return ''
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
  const text = value.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ').trim()
  return text.slice(0, TEXT_CHARS_MAX)
}

function sameInBoth(text: string): Bilingual {
  return { zh: text, en: text }
}

function shown(text: string): string {
  return JSON.stringify(text.slice(0, 80))
}
