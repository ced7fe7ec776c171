import type { Field, Fields } from '@topgate/contracts'

/** The example of a field as text; fields without one get something of their kind. */
export function exampleText(field: Field): string {
  if (field.example !== undefined) return field.example
  switch (field.kind) {
    case 'text':
      return field.oneOf?.[0] ?? 'text'
    case 'int64':
    case 'byte':
      return '1'
    case 'decimal':
      return '1.00'
    case 'moment':
      return '2026-01-01 00:00:00'
    case 'date':
      return '2026-01-01'
    case 'flag':
      return 'true'
    case 'bytes':
      return ''
    case 'json':
      return field.shape === 'array' ? '[]' : '{}'
    case 'struct':
    case 'list':
      return jsonExample(field)
    default:
      return field satisfies never
  }
}

/** Every parameter of a request with its example as it travels: structs and lists as JSON text. */
export function sampleParameters(request: Fields): [name: string, value: string][] {
  return Object.entries(request)
    .filter(([, field]) => field.kind !== 'bytes')
    .map(([name, field]) => [name, parameterText(field)])
}

function parameterText(field: Field): string {
  if (field.kind === 'struct') return jsonExample(field)
  if (field.kind !== 'list') return exampleText(field)
  if (field.example !== undefined) return field.example
  // A list of basic values is one text with commas, a list of structs is a JSON array.
  return field.item.kind === 'struct' ? jsonExample(field) : exampleText(field.item)
}

/** The JSON literal of an example, with every digit of its numbers. */
export function jsonExample(field: Field): string {
  switch (field.kind) {
    case 'struct': {
      const members = Object.entries(field.fields).map(
        ([name, member]) => `${JSON.stringify(name)}:${jsonExample(member)}`,
      )
      return `{${members.join(',')}}`
    }
    case 'list':
      // The example of a list, where somebody gave one, is its JSON text.
      return field.example ?? `[${jsonExample(field.item)}]`
    case 'int64':
    case 'byte':
      return literalOr(exampleText(field), /^-?[0-9]+$/)
    case 'flag':
      return literalOr(exampleText(field), /^(?:true|false)$/)
    default:
      return JSON.stringify(exampleText(field))
  }
}

/** A text that is no literal of its kind travels as text: whoever sends it is to be told so. */
function literalOr(text: string, literal: RegExp): string {
  return literal.test(text) ? text : JSON.stringify(text)
}

/**
 * The same fields with other examples, by dotted path. A field without a value is left out, as is a
 * struct that is left without members.
 */
export function withExamples(
  fields: Fields,
  values: ReadonlyMap<string, string>,
  parent = '',
): Fields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]): [string, Field][] => {
      const path = parent + name
      if (field.kind === 'struct') {
        const members = withExamples(field.fields, values, `${path}.`)
        return Object.keys(members).length === 0 ? [] : [[name, { ...field, fields: members }]]
      }
      const example = values.get(path)
      return example === undefined || example === '' ? [] : [[name, { ...field, example }]]
    }),
  )
}
