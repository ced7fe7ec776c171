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

/** The fields of a request or response in that form. */
export function fieldsToJson(fields: Fields): Fields {
  return mapFields(fields, (field) => withLimits(field, (limit) => String(limit)))
}

/** The way back, with the same trust. */
export function fieldsFromJson(fields: Fields): Fields {
  return mapFields(fields, (field) => withLimits(field, (limit) => BigInt(limit as string)))
}

function mapFields(fields: Fields, change: (field: Field) => Field): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, change(field)]))
}

/** The same field with its 64-bit limits in another form, at every depth. */
function withLimits(field: Field, change: (limit: unknown) => unknown): Field {
  switch (field.kind) {
    case 'int64': {
      const limits = Object.entries({ min: field.min, max: field.max })
      const changed = limits.flatMap(([name, limit]) =>
        limit === undefined ? [] : [[name, change(limit)]],
      )
      return { ...field, ...Object.fromEntries(changed) }
    }
    case 'struct':
      return { ...field, fields: mapFields(field.fields, (inner) => withLimits(inner, change)) }
    case 'list':
      return { ...field, item: withLimits(field.item, change) }
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
