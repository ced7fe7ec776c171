import {
  type Field,
  type Fields,
  isJsonObject,
  type JsonValue,
  type StructField,
} from '@topgate/contracts'
import { didYouMean, type Parameters, parseJson, writeJson } from '@topgate/protocol'
import { UsageError } from './exit-codes.ts'
import type { GivenParameter } from './given-parameters.ts'

/**
 * The parameters as they are sent. A given name such as `dto.event_id` sets that member of the
 * struct parameter `dto`, whose other members come from a given `dto` or from `base`; an empty value
 * leaves the member out. Members get the JSON type of their field, numbers with all their digits.
 */
export function assembleParameters(
  fields: Fields,
  given: readonly GivenParameter[],
  base: Parameters = new Map(),
): Map<string, string> {
  refuseTwice(given)
  const parameters = new Map(base)
  const members: GivenParameter[] = []
  for (const parameter of given) {
    if (structOf(fields, parameter.name) !== undefined) members.push(parameter)
    else parameters.set(parameter.name, parameter.value)
  }
  for (const { name: fullName, value } of members) {
    const [name = '', ...path] = fullName.split('.')
    const field = structOf(fields, fullName)
    if (field === undefined) continue
    const object = readObject(name, parameters.get(name))
    parameters.set(name, writeJson(withMember(object, field, path, value, fullName)))
  }
  return parameters
}

function refuseTwice(given: readonly GivenParameter[]): void {
  const names = new Set<string>()
  for (const { name } of given) {
    if (names.has(name)) throw new UsageError(`--param ${name} is given twice: give it once`)
    names.add(name)
  }
}

/** The struct parameter that a dotted name reaches into. */
function structOf(fields: Fields, name: string): StructField | undefined {
  const dot = name.indexOf('.')
  if (dot < 0 || Object.hasOwn(fields, name)) return undefined
  const head = name.slice(0, dot)
  const field = Object.hasOwn(fields, head) ? fields[head] : undefined
  return field?.kind === 'struct' ? field : undefined
}

function readObject(name: string, text: string | undefined): ReadonlyMap<string, JsonValue> {
  if (text === undefined || text === '') return new Map()
  const parsed = parseJson(text)
  if ('problem' in parsed) throw new UsageError(`${name} is not JSON: ${parsed.problem}`)
  if (!isJsonObject(parsed.value)) throw new UsageError(`${name} must be a JSON object`)
  return parsed.value
}

function withMember(
  object: ReadonlyMap<string, JsonValue>,
  struct: StructField,
  [name = '', ...path]: readonly string[],
  text: string,
  fullName: string,
): JsonValue {
  const field = Object.hasOwn(struct.fields, name) ? struct.fields[name] : undefined
  if (field === undefined) {
    const known = Object.keys(struct.fields)
    const advice = didYouMean(name, known) || `; it has ${known.join(', ')}`
    throw new UsageError(`--param ${fullName}: ${struct.typeName} has no member ${name}${advice}`)
  }
  const changed = new Map(object)
  if (path.length > 0) {
    if (field.kind !== 'struct') {
      throw new UsageError(`--param ${fullName}: ${name} has no members; give ${name} itself`)
    }
    const inner = object.get(name)
    const start = inner !== undefined && isJsonObject(inner) ? inner : new Map()
    changed.set(name, withMember(start, field, path, text, fullName))
  } else if (text === '') {
    changed.delete(name)
  } else {
    changed.set(name, memberValue(field, text, fullName))
  }
  return changed
}

const integerForm = /^-?(?:0|[1-9][0-9]*)$/

/** The value of a member in the JSON type that its field has on the wire. */
export function memberValue(field: Field, text: string, name: string): JsonValue {
  switch (field.kind) {
    case 'int64':
    case 'byte':
      if (integerForm.test(text)) return BigInt(text)
      throw new UsageError(`--param ${name}: must be an integer${wholeStructHint(name)}`)
    case 'flag':
      if (text === 'true' || text === 'false') return text === 'true'
      throw new UsageError(`--param ${name}: must be true or false${wholeStructHint(name)}`)
    case 'struct':
    case 'list': {
      const parsed = parseJson(text)
      if ('value' in parsed) return parsed.value
      throw new UsageError(`--param ${name}: must be JSON text (${parsed.problem})`)
    }
    case 'bytes':
      throw new UsageError(`--param ${name}: a file cannot be a member of a struct`)
    case 'text':
    case 'decimal':
    case 'moment':
    case 'date':
    case 'json':
      return text
    default:
      return field satisfies never
  }
}

function wholeStructHint(name: string): string {
  const [struct = ''] = name.split('.')
  return `; to send something else on purpose, give the whole text: --param '${struct}={…}'`
}
