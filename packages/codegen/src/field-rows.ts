import {
  type Bilingual,
  type DocumentedApi,
  type Field,
  type Fields,
  LIST_ITEMS_MAX,
  topTypeName,
} from '@topgate/contracts'

/** One row of the tables 请求参数 and 响应参数. */
export interface FieldRow {
  /** Dotted path from the top, such as `req.type`; lists do not show in it. */
  readonly path: string
  readonly name: string
  readonly depth: number
  /** The pages print └ before what is inside a struct, except before a struct. */
  readonly isMarked: boolean
  readonly type: string
  readonly isRequired: boolean
  readonly example: string
  readonly limits: readonly Bilingual[]
  readonly about: Bilingual
  /** Lost from the page and read from its sample answer. */
  readonly isRestored: boolean
}

export function requestRows(api: DocumentedApi): FieldRow[] {
  return rowsOf(api.request, '', 0)
}

export function responseRows(api: DocumentedApi): FieldRow[] {
  return rowsOf(api.response, '', 0)
}

function rowsOf(fields: Fields, parent: string, depth: number): FieldRow[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const path = parent === '' ? name : `${parent}.${name}`
    return [rowOf(name, field, path, depth), ...rowsOf(membersOf(field), path, depth + 1)]
  })
}

function membersOf(field: Field): Fields {
  if (field.kind === 'struct') return field.fields
  return field.kind === 'list' ? membersOf(field.item) : {}
}

function rowOf(name: string, field: Field, path: string, depth: number): FieldRow {
  return {
    path,
    name,
    depth,
    isMarked: depth > 0 && field.kind !== 'struct',
    type: topTypeName(field),
    isRequired: field.need === 'required',
    example: field.example ?? '',
    limits: limitsOf(field),
    about: field.about,
    isRestored: field.restored === true,
  }
}

/** 更多限制: the words of the contract, or else what its bounds say. */
export function limitsOf(field: Field): Bilingual[] {
  if (field.needNote !== undefined) return [field.needNote]
  switch (field.kind) {
    case 'text':
      return [
        ...(field.oneOf === undefined ? [] : [same(field.oneOf.join(' | '))]),
        ...(field.lengthMax === undefined
          ? []
          : [{ zh: `≤${field.lengthMax} 字符`, en: `Up to ${field.lengthMax} characters` }]),
        ...(field.pattern === undefined ? [] : [same(field.pattern)]),
      ]
    case 'int64': {
      const { min, max } = field
      return [
        ...(min === undefined ? [] : [same(`≥ ${min}`)]),
        ...(max === undefined ? [] : [same(`≤ ${max}`)]),
      ]
    }
    case 'list':
      if (field.itemsMax === LIST_ITEMS_MAX) return []
      return [{ zh: `≤${field.itemsMax} 项`, en: `Up to ${field.itemsMax} items` }]
    default:
      return []
  }
}

function same(text: string): Bilingual {
  return { zh: text, en: text }
}
