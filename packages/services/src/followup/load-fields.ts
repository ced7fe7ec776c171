import { formField } from '../load/fields.ts'

/** Of a doctor, group or patient: 64-bit numbers that travel as text. */
export function personId(words: { readonly about: string; readonly example: string }) {
  return formField(words, /^[1-9][0-9]{0,18}$/, 'a number of up to 19 digits')
}
