import { isJsonObject, JSON_NUMBER_CHARS_MAX, type JsonValue } from '@topgate/contracts'
import { JsonProblem, readJson } from './json-reader.ts'
import { writeJsonString } from './write-json-string.ts'

/** Wide enough for what a person sends or a gateway answers, narrow enough for the stack. */
const limits = {
  depthMax: 64,
  membersMax: 100_000,
  numberCharsMax: JSON_NUMBER_CHARS_MAX,
  duplicates: 'last',
  xmlUnsafe: 'keep',
} as const

/** JSON with every digit as it stands, or what is wrong with the text. */
export function parseJson(text: string): { value: JsonValue } | { problem: string } {
  try {
    return { value: readJson(text, limits) }
  } catch (error) {
    if (error instanceof JsonProblem) return { problem: `${error.reason} at ${error.at}` }
    throw error
  }
}

/** Compact JSON with every digit of every number. */
export function writeJson(value: JsonValue): string {
  return write(value, '', '')
}

/** The same on many lines, two spaces a level. */
export function writeJsonIndented(value: JsonValue): string {
  return write(value, '\n', '  ')
}

/** `lineBreak` holds the indentation of the enclosing level; both are '' for compact text. */
function write(value: JsonValue, lineBreak: string, step: string): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'bigint') {
    return String(value)
  }
  if (typeof value === 'string') return writeJsonString(value)
  const inner = lineBreak + step
  const space = step === '' ? '' : ' '
  if (isJsonObject(value)) {
    const members = Array.from(
      value,
      ([name, member]) => `${writeJsonString(name)}:${space}${write(member, inner, step)}`,
    )
    return members.length === 0 ? '{}' : `{${inner}${members.join(`,${inner}`)}${lineBreak}}`
  }
  if ('decimal' in value) return value.decimal
  const items = value.map((item) => write(item, inner, step))
  return items.length === 0 ? '[]' : `[${inner}${items.join(`,${inner}`)}${lineBreak}]`
}
