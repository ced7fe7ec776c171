import type { Field } from '@topgate/contracts'
import { exampleText } from '../sample-values.ts'

const INT64_MIN = -(2n ** 63n)
const INT64_MAX = 2n ** 63n - 1n

/** The digits of an example; those of another integer where the example is none of 64 bits. */
export function integerExample(field: Field): string {
  const text = exampleText(field)
  if (!/^-?(?:0|[1-9][0-9]{0,18})$/.test(text)) return '1'
  const value = BigInt(text)
  return value >= INT64_MIN && value <= INT64_MAX ? text : '1'
}

export function flagExample(field: Field): 'true' | 'false' {
  return exampleText(field) === 'false' ? 'false' : 'true'
}

/** A list that is a parameter of its own, as it travels. */
export function listExample(field: Field): string {
  if (field.kind !== 'list') return exampleText(field)
  return field.example ?? exampleText(field.item)
}
