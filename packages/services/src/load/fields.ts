import { parseBeijing } from '@topgate/contracts'

/** One column of a file that an owner loads: how its text is read, and the words for the help. */
export interface Field<T, Optional extends boolean = boolean> {
  readonly about: string
  /** What a good text is, for the message about a bad one. */
  readonly expects: string
  /** A good text, for the sample. */
  readonly example: string
  readonly isOptional: Optional
  /** The value names a person or is a secret: messages never show it. */
  readonly isPersonal: boolean
  /** Pure. Undefined when the text is no good. */
  read(text: string): T | undefined
}

export type Fields = Readonly<Record<string, Field<unknown>>>
type ValueOf<F> = F extends Field<infer T> ? T : never
type OptionalNames<F extends Fields> = {
  [N in keyof F]: F[N]['isOptional'] extends true ? N : never
}[keyof F]

/** A row by its fields; an optional one that the file leaves out is absent. */
export type FieldValues<F extends Fields> = {
  readonly [N in Exclude<keyof F, OptionalNames<F>>]: ValueOf<F[N]>
} & { readonly [N in OptionalNames<F>]?: ValueOf<F[N]> }

type Required<T> = Field<T, false>

interface Words {
  readonly about: string
  readonly example: string
  readonly isPersonal?: boolean
}

function field<T>(
  { about, example, isPersonal }: Words,
  expects: string,
  read: (text: string) => T | undefined,
): Required<T> {
  return { about, example, expects, isOptional: false, isPersonal: isPersonal === true, read }
}

/** A field that may be absent or empty. */
export function optional<T>(required: Required<T>): Field<T, true> {
  return { ...required, isOptional: true }
}

const NAME_FORM = /^[A-Za-z0-9_.-]{1,64}$/

/** A name among machines: of a tenant, a code, an id that is not a number. */
export function nameField(words: Words): Required<string> {
  return formField(words, NAME_FORM, '1 to 64 letters, digits and _ . -')
}

export function formField(words: Words, form: RegExp, expects: string): Required<string> {
  return field(words, expects, (text) => (form.test(text) ? text : undefined))
}

/** One line for people. */
export function lineField(words: Words, charsMax: number): Required<string> {
  return field(words, `one line of 1 to ${charsMax} characters`, (text) =>
    [...text].length <= charsMax && text.trim() !== '' && !/\p{Cc}/u.test(text) ? text : undefined,
  )
}

const INT64_MAX = 2n ** 63n - 1n

export function int64Field(words: Words): Required<bigint> {
  return field(words, `a whole number from 1 to ${INT64_MAX}`, (text) => {
    if (!/^[1-9][0-9]{0,18}$/.test(text)) return undefined
    const value = BigInt(text)
    return value <= INT64_MAX ? value : undefined
  })
}

export function countField(words: Words, min: number, max: number): Required<number> {
  return field(words, `a whole number from ${min} to ${max}`, (text) => {
    const value = /^(0|[1-9][0-9]{0,14})$/.test(text) ? Number(text) : -1
    return value >= min && value <= max ? value : undefined
  })
}

export function flagField(words: Words): Required<boolean> {
  return field(words, 'true or false', (text) =>
    text === 'true' || text === '1' ? true : text === 'false' || text === '0' ? false : undefined,
  )
}

export function choiceField<const T extends string>(
  words: Words,
  choices: readonly T[],
): Required<T> {
  return field(words, `one of ${choices.join(', ')}`, (text) =>
    choices.find((choice) => choice === text),
  )
}

/** Beijing time, as everywhere on the wire. */
export function momentField(words: Words): Required<number> {
  return field(words, 'a Beijing time such as 2026-01-31 08:00:00', (text) => parseBeijing(text))
}

/** Stands between the items of a list in one cell; a list in JSON needs none. */
export const LIST_SEPARATOR = ';'
const ITEMS_MAX = 1_000

export function listField<T>(item: Required<T>): Required<readonly T[]> {
  const expects = `up to ${ITEMS_MAX} items with ${LIST_SEPARATOR} between, each ${item.expects}`
  return field(item, expects, (text) => {
    const parts = [...new Set(text.split(LIST_SEPARATOR).map((part) => part.trim()))]
    const values = parts.flatMap((part) => item.read(part) ?? [])
    return values.length === parts.length && parts.length <= ITEMS_MAX ? values : undefined
  })
}
