import type { SdkField, SdkType } from '../fields.ts'

/** The example of a parameter as it travels: structs and lists of structs as JSON text. */
export function sampleText({ type, example }: SdkField): string {
  if (type.kind === 'list' && type.item.kind !== 'struct') return example ?? basicText(type.item)
  return type.kind === 'struct' || type.kind === 'list'
    ? sampleJson(type, example)
    : (example ?? basicText(type))
}

/** The same inside JSON, with every digit of its numbers. */
function sampleJson(type: SdkType, example: string | null): string {
  switch (type.kind) {
    case 'struct': {
      const members = type.struct.fields.map(
        (member) => `${JSON.stringify(member.wireName)}:${sampleJson(member.type, member.example)}`,
      )
      return `{${members.join(',')}}`
    }
    case 'list':
      // The example of a list, where somebody gave one, is its JSON text.
      return example ?? `[${sampleJson(type.item, null)}]`
    case 'int64':
    case 'byte':
    case 'flag': {
      const text = example ?? basicText(type)
      // What is no literal travels as text: whoever sends it is to be told so.
      return /^(?:-?[0-9]+|true|false)$/.test(text) ? text : JSON.stringify(text)
    }
    case 'any':
      return '{}'
    default:
      return JSON.stringify(example ?? basicText(type))
  }
}

function basicText({ kind }: SdkType): string {
  if (kind === 'int64' || kind === 'byte') return '1'
  if (kind === 'flag') return 'true'
  if (kind === 'decimal') return '1.00'
  if (kind === 'moment') return '2026-01-01 00:00:00'
  return kind === 'json' || kind === 'any' ? '{}' : 'text'
}
