import type { Field, Fields, StructField } from '@topgate/contracts'

/**
 * A request in the object-oriented languages of the pages is the same few steps; only their spelling
 * differs. The steps stand in the order in which the pages print them.
 */
export type Statement =
  | { readonly kind: 'new'; readonly variable: string; readonly struct: StructField }
  | { readonly kind: 'new-list'; readonly variable: string; readonly struct: StructField }
  | { readonly kind: 'add'; readonly variable: string; readonly item: string }
  | {
      readonly kind: 'set'
      /** The variable whose member is set; null: the request itself. */
      readonly variable: string | null
      readonly name: string
      readonly field: Field
      /** The variable that holds the value; null: the example of the field. */
      readonly value: string | null
    }

/** The steps that fill a request with its examples. */
export function fillRequest(request: Fields): Statement[] {
  let count = 0
  const next = (stem: string) => {
    count += 1
    return `${stem}${count}`
  }
  const fill = (fields: Fields, owner: string | null): Statement[] =>
    Object.entries(fields).flatMap(([name, field]): Statement[] => {
      if (field.kind === 'struct') {
        const variable = next('obj')
        return [
          { kind: 'new', variable, struct: field },
          ...fill(field.fields, variable),
          { kind: 'set', variable: owner, name, field, value: variable },
        ]
      }
      if (field.kind === 'list' && field.item.kind === 'struct') {
        const variable = next('list')
        const item = next('obj')
        return [
          { kind: 'new-list', variable, struct: field.item },
          { kind: 'new', variable: item, struct: field.item },
          { kind: 'add', variable, item },
          ...fill(field.item.fields, item),
          { kind: 'set', variable: owner, name, field, value: variable },
        ]
      }
      return [{ kind: 'set', variable: owner, name, field, value: null }]
    })
  return fill(request, null)
}
