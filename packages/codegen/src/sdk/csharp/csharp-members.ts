import { bothLanguages, fieldDoc } from '../field-doc.ts'
import type { SdkField, SdkType } from '../fields.ts'
import { type CodeWriter, quoted } from '../writer.ts'
import { summary, writeBlock } from './csharp-text.ts'

/** What a property is for: an answer is only read. */
export type Access = 'read' | 'read-write'

/** The properties of an object, and which of its members have one, for `OtherMembers`. */
export function writeMembers(
  code: CodeWriter,
  fields: readonly SdkField[],
  access: Access,
  owner: string,
): void {
  for (const field of fields) writeProperty(code, field, propertyName(field.name, owner), access)
  writeDocumented(code, fields, owner)
}

/**
 * The properties of a call. As in TOP's client a struct or list has two: `X` is the text that
 * travels, `X_` is typed.
 */
export function writeParameters(
  code: CodeWriter,
  fields: readonly SdkField[],
  owner: string,
): void {
  for (const field of fields) {
    const name = propertyName(field.name, owner)
    if (isComposed(field.type)) {
      const wireName = quoted(field.wireName)
      code.line().lines(summary([...bothLanguages(field.about), textForm(field.type)]))
      writeBlock(code, `public string ${name}`, () => {
        code.line(`get => Wire.Parameter(this, ${wireName});`)
        code.line(`set => SetRawMember(${wireName}, value);`)
      })
      writeProperty(code, field, `${name}_`, 'read-write')
    } else writeProperty(code, field, name, 'read-write')
  }
  writeDocumented(code, fields, owner)
}

function isComposed(type: SdkType): boolean {
  return type.kind === 'struct' || type.kind === 'list'
}

function textForm(type: SdkType): string {
  const isJson = type.kind !== 'list' || type.item.kind === 'struct' || type.item.kind === 'any'
  return `As the text that travels: ${isJson ? 'JSON' : 'values with commas'}.`
}

function writeProperty(code: CodeWriter, field: SdkField, name: string, access: Access): void {
  code.line().lines(summary(fieldDoc(field)))
  const head = `public ${csharpType(field.type)} ${name}`
  if (access === 'read') {
    code.line(`${head} => ${readMember(field)};`)
    return
  }
  writeBlock(code, head, () => {
    code.line(`get => ${readMember(field)};`)
    code.line(`set => SetRawMember(${quoted(field.wireName)}, value);`)
  })
}

function writeDocumented(code: CodeWriter, fields: readonly SdkField[], owner: string): void {
  if (fields.length === 0) return
  code.line()
  writeBlock(code, 'protected override object Documented(string name)', () => {
    writeBlock(code, 'switch (name)', () => {
      for (const field of fields) {
        code.line(`case ${quoted(field.wireName)}:`)
        code.indented(() => code.line(`return ${propertyName(field.name, owner)};`))
      }
      code.line('default:')
      code.indented(() => code.line('return base.Documented(name);'))
    })
  })
}

/** No member may be called like its class. */
export function propertyName(name: string, owner: string): string {
  return name === owner ? `${name}_` : name
}

/** The type of a property; absent is null. */
export function csharpType(type: SdkType): string {
  switch (type.kind) {
    case 'text':
    case 'decimal':
    case 'json':
      return 'string'
    case 'int64':
    case 'byte':
      return 'long?'
    case 'flag':
      return 'bool?'
    case 'moment':
      return 'DateTime?'
    case 'bytes':
      return 'FileItem'
    case 'any':
      return 'object'
    case 'struct':
      return type.struct.name
    case 'list':
      return `List<${csharpType(type.item).replace('?', '')}>`
    default:
      return type satisfies never
  }
}

function readMember({ type, wireName }: SdkField): string {
  const name = quoted(wireName)
  switch (type.kind) {
    case 'any':
      return `RawMember(${name})`
    case 'struct':
      return `Wire.Struct<${type.struct.name}>(this, ${name})`
    case 'list':
      return readList(type.item, `this, ${name}, ${quoted(type.itemName)}`)
    default:
      return `Wire.${readerOf(type.kind)}(this, ${name})`
  }
}

function readList(item: SdkType, place: string): string {
  switch (item.kind) {
    case 'any':
      return `Wire.Items(${place}, (item, member) => item.RawMember(member))`
    case 'struct':
      return `Wire.Items(${place}, Wire.Struct<${item.struct.name}>)`
    case 'text':
    case 'decimal':
    case 'json':
      return `Wire.Items(${place}, Wire.Text)`
    case 'list':
    case 'bytes':
      throw new Error(`no list has items of the kind ${item.kind}`)
    default:
      return `Wire.Values(${place}, Wire.${readerOf(item.kind)})`
  }
}

type PlainKind = Exclude<SdkType['kind'], 'struct' | 'list' | 'any'>

function readerOf(kind: PlainKind): string {
  switch (kind) {
    case 'text':
    case 'decimal':
    case 'json':
      return 'Text'
    case 'int64':
    case 'byte':
      return 'Int64'
    case 'flag':
      return 'Flag'
    case 'moment':
      return 'Moment'
    case 'bytes':
      return 'File'
    default:
      return kind satisfies never
  }
}
