import type { DocumentedApi, Field, Fields } from '@topgate/contracts'
import type { SdkField, SdkType } from '../sdk/fields.ts'
import { buildSdkModel } from '../sdk/model.ts'
import type { Naming } from '../sdk/naming.ts'
import { SdkRefusal } from '../sdk/sdk-refusal.ts'

/**
 * A request in the languages whose classes of structs live inside of the request's class, with the
 * names that the SDK gives them: the steps in the order in which the pages print them.
 */
export type SdkStep =
  | { readonly kind: 'new' | 'new-list'; readonly variable: string; readonly className: string }
  | { readonly kind: 'add'; readonly variable: string; readonly item: string }
  | {
      readonly kind: 'set'
      /** What has the member; null: the request itself. */
      readonly owner: { readonly variable: string; readonly className: string } | null
      readonly member: string
      readonly type: SdkType
      readonly field: Field
      /** The variable that holds the value; null: the example of the field. */
      readonly value: string | null
    }

export interface SdkSteps {
  /** The stem of the classes of request and answer. */
  readonly name: string
  readonly steps: readonly SdkStep[]
}

/** The steps that fill a request with its examples; of an API that no SDK can have, why. */
export function sdkSteps(api: DocumentedApi, naming: Naming): SdkSteps | { readonly why: string } {
  try {
    const [described] = buildSdkModel([api], naming, '').apis
    if (described === undefined) throw new Error('a model has the APIs that it was made of')
    return {
      name: described.name,
      steps: new StepWriter().fill(api.request, described.request, null),
    }
  } catch (error) {
    if (error instanceof SdkRefusal) return { why: error.message }
    throw error
  }
}

type Owner = (SdkStep & { kind: 'set' })['owner']

class StepWriter {
  #count = 0

  /** The fields of a contract and those of the model stand in the same order. */
  fill(fields: Fields, described: readonly SdkField[], owner: Owner): SdkStep[] {
    return Object.values(fields).flatMap((field, index) => {
      const member = described[index]
      return member === undefined ? [] : this.#set(field, member, owner)
    })
  }

  #set(field: Field, { name, type }: SdkField, owner: Owner): SdkStep[] {
    const set = { kind: 'set', owner, member: name, type, field } as const
    if (field.kind === 'struct' && type.kind === 'struct') {
      const [variable, steps] = this.#make(field.fields, type)
      return [...steps, { ...set, value: variable }]
    }
    const isListOfStructs = type.kind === 'list' && type.item.kind === 'struct'
    if (!isListOfStructs || field.kind !== 'list' || field.item.kind !== 'struct') {
      return [{ ...set, value: null }]
    }
    const list = this.#next('list')
    const className = type.item.kind === 'struct' ? type.item.struct.name : ''
    const [item, [create, ...rest]] = this.#make(field.item.fields, type.item)
    return [
      { kind: 'new-list', variable: list, className },
      ...(create === undefined ? [] : [create]),
      { kind: 'add', variable: list, item },
      ...rest,
      { ...set, value: list },
    ]
  }

  #make(fields: Fields, type: SdkType): [variable: string, steps: SdkStep[]] {
    if (type.kind !== 'struct') throw new Error(`no object is a ${type.kind}`)
    const { name: className, fields: members } = type.struct
    const variable = this.#next('obj')
    const owner = { variable, className }
    return [variable, [{ kind: 'new', variable, className }, ...this.fill(fields, members, owner)]]
  }

  #next(stem: string): string {
    this.#count += 1
    return `${stem}${this.#count}`
  }
}
