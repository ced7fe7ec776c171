import type { ApiContract } from './api.ts'
import type { Field, Fields } from './kinds.ts'

/**
 * Contracts are data: this is their form as JSON, in which they can be stored, sent and loaded.
 * Everything in a contract is JSON already except 64-bit limits, which become decimal text.
 */
export type ContractJson = { readonly [member: string]: unknown; readonly format: 1 }

export function contractToJson(api: ApiContract): ContractJson {
  return {
    ...api,
    format: 1,
    request: fieldsToJson(api.request),
    response: fieldsToJson(api.response),
  }
}

/** The way back. The text must come from `contractToJson`: its shape is trusted, not checked. */
export function contractFromJson(json: ContractJson): ApiContract {
  const { format: _format, ...api } = json as unknown as ApiContract & { format: 1 }
  return { ...api, request: fieldsFromJson(api.request), response: fieldsFromJson(api.response) }
}

function fieldsToJson(fields: Fields): Record<string, unknown> {
  return mapFields(fields, fieldToJson)
}

function fieldsFromJson(fields: Fields): Fields {
  return mapFields(fields, fieldFromJson)
}

function mapFields<T>(fields: Fields, change: (field: Field) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, change(field)]))
}

function fieldToJson(field: Field): unknown {
  switch (field.kind) {
    case 'int64':
      return {
        ...field,
        ...(field.min === undefined ? {} : { min: String(field.min) }),
        ...(field.max === undefined ? {} : { max: String(field.max) }),
      }
    case 'struct':
      return { ...field, fields: fieldsToJson(field.fields) }
    case 'list':
      return { ...field, item: fieldToJson(field.item) }
    case 'text':
    case 'byte':
    case 'decimal':
    case 'moment':
    case 'date':
    case 'flag':
    case 'bytes':
    case 'json':
      return field
    default:
      return field satisfies never
  }
}

function fieldFromJson(field: Field): Field {
  switch (field.kind) {
    case 'int64':
      return {
        ...field,
        ...(field.min === undefined ? {} : { min: BigInt(field.min) }),
        ...(field.max === undefined ? {} : { max: BigInt(field.max) }),
      }
    case 'struct':
      return { ...field, fields: fieldsFromJson(field.fields) }
    case 'list':
      return { ...field, item: fieldFromJson(field.item) }
    case 'text':
    case 'byte':
    case 'decimal':
    case 'moment':
    case 'date':
    case 'flag':
    case 'bytes':
    case 'json':
      return field
    default:
      return field satisfies never
  }
}
