import {
  type Bilingual,
  type DocumentedApi,
  type Field,
  type Fields,
  type Need,
  topTypeName,
} from '@topgate/contracts'
import { itemName } from '@topgate/protocol'
import { limitsOf } from '../field-rows.ts'
import { NameTable, type Naming } from './naming.ts'
import { SdkRefusal } from './sdk-refusal.ts'

export interface SdkField {
  readonly wireName: string
  /** Its name in the language: no reserved word, no digit first, unlike its neighbours. */
  readonly name: string
  readonly type: SdkType
  readonly need: Need
  readonly about: Bilingual
  /** Limits and rules, in words. */
  readonly limits: readonly Bilingual[]
  readonly example: string | null
  /** The documented values; others may come, and have to survive. */
  readonly oneOf: readonly string[]
}

/** The class of a struct. */
export interface SdkStruct {
  readonly name: string
  /** As the documented page prints it; may be empty. */
  readonly typeName: string
  readonly about: Bilingual
  readonly fields: readonly SdkField[]
}

/** What the fields of contracts are in code. The union is closed: generators `switch` over it. */
export type SdkType =
  | {
      readonly kind: /** Also moments that a page prints as String, calendar days, and JSON text in a String. */
        | 'text'
        /** A signed 64-bit integer. */
        | 'int64'
        /** A small integer. */
        | 'byte'
        /** A decimal as text. */
        | 'decimal'
        /** `yyyy-MM-dd HH:mm:ss` in Beijing time. */
        | 'moment'
        | 'flag'
        /** A file: only directly in a request, sent as a multipart part and never signed. */
        | 'bytes'
        /** TOP's Json: JSON text. */
        | 'json'
        /** Described without type and members: any JSON value. */
        | 'any'
    }
  | { readonly kind: 'struct'; readonly struct: SdkStruct }
  /**
   * In a request of its own a list of structs is JSON, of anything else one text with commas; inside
   * a struct always a JSON array. In an answer its items stand in a member named `itemName`.
   */
  | { readonly kind: 'list'; readonly item: SdkType; readonly itemName: string }

/** The fields of one side of an API with the classes of its structs. Throws `SdkRefusal`. */
export function readFields(
  api: DocumentedApi,
  side: 'request' | 'response',
  naming: Naming,
  types: NameTable,
): { readonly fields: readonly SdkField[]; readonly structs: readonly SdkStruct[] } {
  const reader = new FieldReader(api.method, side, naming, types)
  const fields = reader.read(api[side], side, new NameTable(naming, `${side}-member`), true)
  return { fields, structs: reader.structs }
}

class FieldReader {
  readonly structs: SdkStruct[] = []
  readonly #byShape = new Map<string, SdkStruct>()
  readonly #method: string
  readonly #side: 'request' | 'response'
  readonly #naming: Naming
  readonly #types: NameTable

  constructor(method: string, side: 'request' | 'response', naming: Naming, types: NameTable) {
    this.#method = method
    this.#side = side
    this.#naming = naming
    this.#types = types
  }

  read(fields: Fields, path: string, names: NameTable, isTop: boolean): SdkField[] {
    return Object.entries(fields).map(([wireName, field]) => {
      const place = `${path}.${wireName}`
      const name = names.add(wireName)
      if (name === undefined) this.#refuse(place, 'the name has no letter or digit of ASCII')
      return {
        wireName,
        name,
        type: this.#typeOf(field, wireName, place, isTop),
        need: field.need,
        about: field.about,
        limits: limitsOf(field),
        example: field.example ?? null,
        oneOf: field.kind === 'text' ? (field.oneOf ?? []) : [],
      }
    })
  }

  #typeOf(field: Field, wireName: string, place: string, isTop: boolean): SdkType {
    switch (field.kind) {
      case 'text':
      case 'date':
        return { kind: 'text' }
      case 'moment':
        return { kind: field.top === 'Date' ? 'moment' : 'text' }
      case 'json':
        return { kind: field.top === 'Json' ? 'json' : 'text' }
      case 'int64':
      case 'byte':
      case 'decimal':
      case 'flag':
        return { kind: field.kind }
      case 'bytes':
        if (this.#side === 'response') this.#refuse(place, 'an answer has no form for a file')
        if (!isTop) this.#refuse(place, 'a file travels as a part of its own, not inside a value')
        return { kind: 'bytes' }
      case 'struct':
        if (Object.keys(field.fields).length === 0) return { kind: 'any' }
        return { kind: 'struct', struct: this.#structOf(field, wireName, place) }
      case 'list': {
        if (field.item.kind === 'list') this.#refuse(place, 'a list of lists has no wire form')
        const item = this.#typeOf(field.item, wireName, place, false)
        return { kind: 'list', item, itemName: itemName(topTypeName(field.item)) }
      }
      default:
        return field satisfies never
    }
  }

  /** Structs of one name and shape share a class; a name with several shapes is numbered. */
  #structOf(field: Field & { kind: 'struct' }, wireName: string, place: string): SdkStruct {
    const shape = `${field.typeName} ${shapeOf(field)}`
    const known = this.#byShape.get(shape)
    if (known !== undefined) return known
    const name = this.#types.add(field.typeName) ?? this.#types.add(wireName)
    if (name === undefined) this.#refuse(place, 'its type has no name that code could have')
    const members = new NameTable(this.#naming, 'struct-member')
    const fields = this.read(field.fields, place, members, false)
    const struct = { name, typeName: field.typeName, about: field.about, fields }
    this.#byShape.set(shape, struct)
    this.structs.push(struct)
    return struct
  }

  #refuse(place: string, reason: string): never {
    throw new SdkRefusal(this.#method, place, reason)
  }
}

/** What makes two structs one class: names, types and need, at every depth. */
function shapeOf(field: Field): string {
  if (field.kind === 'list') return `[${shapeOf(field.item)}]`
  if (field.kind !== 'struct') return topTypeName(field)
  const members = Object.entries(field.fields).map(
    ([name, member]) => `${JSON.stringify(name)}:${member.need}:${shapeOf(member)}`,
  )
  return `${field.typeName}{${members.join(',')}}`
}
