import type { DocumentedApi, Field, Fields } from '@topgate/contracts'
import type { SdkField, SdkType } from '../sdk/fields.ts'
import { buildSdkModel, type SdkApi } from '../sdk/model.ts'
import type { Naming } from '../sdk/naming.ts'
import { SdkRefusal } from '../sdk/sdk-refusal.ts'

/** An API as the SDK of a language knows it; undefined where that cannot have it. */
export function apiOfSdk(api: DocumentedApi, naming: Naming): SdkApi | undefined {
  try {
    return buildSdkModel([api], naming, '').apis[0]
  } catch (error) {
    if (error instanceof SdkRefusal) return undefined
    throw error
  }
}

/** Fields and structs under the names that they have in the SDK, so that a sample runs with it. */
export function namedAsInSdk(fields: Fields, named: readonly SdkField[]): Fields {
  return Object.fromEntries(
    named.flatMap(({ wireName, name, type }): [string, Field][] => {
      const field = fields[wireName]
      return field === undefined ? [] : [[name, withNames(field, type)]]
    }),
  )
}

function withNames(field: Field, type: SdkType): Field {
  if (field.kind === 'list' && type.kind === 'list') {
    return { ...field, item: withNames(field.item, type.item) }
  }
  if (field.kind !== 'struct' || type.kind !== 'struct') return field
  const { name, fields } = type.struct
  return { ...field, typeName: name, fields: namedAsInSdk(field.fields, fields) }
}
