import type { Bilingual } from '@topgate/contracts'
import { pythonString } from '../../samples/python.ts'
import type { SdkField, SdkType } from '../fields.ts'
import { type CodeWriter, oneLine } from '../writer.ts'

export type Side = 'request' | 'response'

/** A text in both languages, or once where they are the same. */
export function bothLanguages({ zh, en }: Bilingual): string {
  return oneLine(zh === en ? zh : `${zh} ${en}`)
}

/** The attributes of a class and the list by which the core reads and writes them. */
export function writeFields(python: CodeWriter, fields: readonly SdkField[], side: Side): void {
  for (const field of inOrder(fields, side)) {
    python.lines(comments(field))
    const type = attributeType(field.type, side)
    if (isRequired(field, side)) python.line(`${field.name}: ${type}`)
    else python.line(`${field.name}: ${optional(type)} = None`)
  }
  if (fields.length > 0) python.line()
  const rows = fields.map((field) => `${describe(field)},`)
  if (rows.length === 0) python.line('_FIELDS: ClassVar[Tuple[_s.Field, ...]] = ()')
  else {
    const head = '_FIELDS: ClassVar[Tuple[_s.Field, ...]] = ('
    python.block(head, () => python.lines(rows), ')')
  }
}

/** Arguments without a default come first. An answer may lack everything. */
function inOrder(fields: readonly SdkField[], side: Side): SdkField[] {
  const first = fields.filter((field) => isRequired(field, side))
  return [...first, ...fields.filter((field) => !isRequired(field, side))]
}

function isRequired({ need }: SdkField, side: Side): boolean {
  return side === 'request' && need === 'required'
}

function comments({ about, limits, example }: SdkField): string[] {
  const texts = [bothLanguages(about), ...limits.map(bothLanguages)]
  if (example !== null) texts.push(`例 e.g. ${oneLine(example)}`)
  return texts.filter((text) => text !== '').map((text) => `#: ${text}`)
}

function optional(type: string): string {
  return type === 'Any' ? type : `Optional[${type}]`
}

function attributeType(type: SdkType, side: Side): string {
  switch (type.kind) {
    case 'text':
    case 'json':
      return 'str'
    case 'decimal':
      return side === 'request' ? 'Union[Decimal, str]' : 'str'
    case 'int64':
    case 'byte':
      return 'int'
    case 'flag':
      return 'bool'
    case 'moment':
      return side === 'request' ? 'Union[datetime, str]' : 'datetime'
    case 'bytes':
      return 'File'
    case 'any':
      return 'Any'
    case 'struct':
      return type.struct.name
    case 'list': {
      const item = attributeType(type.item, side)
      return side === 'request' ? `Sequence[${item}]` : `List[${item}]`
    }
    default:
      return type satisfies never
  }
}

function describe({ wireName, name, type }: SdkField): string {
  return describeType(type, wireName, name === wireName ? '' : `, ${pythonString(name)}`)
}

function describeType(type: SdkType, wireName: string, attribute: string): string {
  const name = pythonString(wireName)
  switch (type.kind) {
    case 'text':
    case 'json':
      return `_s.scalar("text", ${name}${attribute})`
    case 'int64':
    case 'byte':
      return `_s.scalar("int64", ${name}${attribute})`
    case 'bytes':
      return `_s.scalar("file", ${name}${attribute})`
    case 'decimal':
    case 'moment':
    case 'flag':
    case 'any':
      return `_s.scalar("${type.kind}", ${name}${attribute})`
    case 'struct':
      return `_s.struct(${name}, lambda: ${type.struct.name}${attribute})`
    case 'list':
      return `_s.list_of(${name}, ${describeType(type.item, type.itemName, '')}${attribute})`
    default:
      return type satisfies never
  }
}
