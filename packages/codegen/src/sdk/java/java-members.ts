import { fieldDoc } from '../field-doc.ts'
import type { SdkField, SdkType } from '../fields.ts'
import { type CodeWriter, quoted } from '../writer.ts'
import { fluentName } from './java-naming.ts'
import { javadoc } from './java-text.ts'

/** A getter: what an answer says, or what was set. */
export function writeGetter(code: CodeWriter, field: SdkField): void {
  code.line().lines(javadoc(fieldDoc(field)))
  code.block(`public ${javaType(field.type)} get${field.name}() {`, () => {
    code.line(`return ${readMember(field)};`)
  })
}

/**
 * The setter as TOP writes it and the one that can be chained. `isParameter`: the member travels as
 * a parameter of its own, where structs and lists may also be given as the text that travels.
 */
export function writeSetters(
  code: CodeWriter,
  field: SdkField,
  owner: string,
  isParameter: boolean,
): void {
  const { name, type } = field
  const wireName = quoted(field.wireName)
  code.line()
  code.block(`public void set${name}(${javaType(type)} value) {`, () => {
    if (type.kind === 'moment') code.line(`Wire.setMoment(this, ${wireName}, value);`)
    else if (type.kind === 'list') code.line(`Wire.setList(this, ${wireName}, value);`)
    else code.line(`setRawMember(${wireName}, value);`)
  })
  if (isParameter && (type.kind === 'struct' || type.kind === 'list')) {
    const isJson = type.kind === 'struct' || isStructured(type.item)
    code.line().line(`/** As the text that travels: ${isJson ? 'JSON' : 'values with commas'}. */`)
    code.block(`public void set${name}(String text) {`, () => {
      code.line(`setRawMember(${wireName}, text);`)
    })
  }
  code.line()
  const given = type.kind === 'moment' ? 'Instant' : javaType(type)
  code.block(`public ${owner} ${fluentName(name)}(${given} value) {`, () => {
    if (type.kind === 'moment') code.line(`Wire.setMoment(this, ${wireName}, value);`)
    else code.line(`set${name}(value);`)
    code.line('return this;')
  })
}

/** Which members have a getter, for `otherMembers`. */
export function writeDocumented(code: CodeWriter, fields: readonly SdkField[]): void {
  if (fields.length === 0) return
  code.line().line('@Override')
  code.block('protected Object documented(String name) {', () => {
    code.block(
      'return switch (name) {',
      () => {
        for (const { wireName, name } of fields) {
          code.line(`case ${quoted(wireName)} -> get${name}();`)
        }
        code.line('default -> super.documented(name);')
      },
      '};',
    )
  })
}

/** The type of a member; absent is null. */
export function javaType(type: SdkType): string {
  switch (type.kind) {
    case 'text':
    case 'decimal':
    case 'json':
      return 'String'
    case 'int64':
    case 'byte':
      return 'Long'
    case 'flag':
      return 'Boolean'
    case 'moment':
      return 'Date'
    case 'bytes':
      return 'FileItem'
    case 'any':
      return 'Object'
    case 'struct':
      return type.struct.name
    case 'list':
      return `List<${javaType(type.item)}>`
    default:
      return type satisfies never
  }
}

function isStructured(type: SdkType): boolean {
  return type.kind === 'struct' || type.kind === 'any'
}

function readMember({ type, wireName }: SdkField): string {
  const name = quoted(wireName)
  switch (type.kind) {
    case 'bytes':
      return `Wire.file(this, ${name})`
    case 'any':
      return `rawMember(${name})`
    case 'struct':
      return `Wire.struct(this, ${name}, ${type.struct.name}.class, ${type.struct.name}::new)`
    case 'list':
      return `Wire.list(this, ${name}, ${quoted(type.itemName)}, ${itemReader(type.item)})`
    default:
      return `Wire.${readerOf(type.kind)}(this, ${name})`
  }
}

function itemReader(item: SdkType): string {
  switch (item.kind) {
    case 'any':
      return 'TaobaoObject::rawMember'
    case 'struct': {
      const { name } = item.struct
      return `(item, name) -> Wire.struct(item, name, ${name}.class, ${name}::new)`
    }
    case 'list':
    case 'bytes':
      throw new Error(`no list has items of the kind ${item.kind}`)
    default:
      return `Wire::${readerOf(item.kind)}`
  }
}

type PlainKind = Exclude<SdkType['kind'], 'struct' | 'list' | 'any' | 'bytes'>

function readerOf(kind: PlainKind): string {
  switch (kind) {
    case 'text':
    case 'decimal':
    case 'json':
      return 'text'
    case 'int64':
    case 'byte':
      return 'int64'
    case 'flag':
      return 'flag'
    case 'moment':
      return 'moment'
    default:
      return kind satisfies never
  }
}
