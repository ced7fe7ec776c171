import type { JsonText } from './json-value.ts'

/** A text for people, in both languages of the documentation. */
export interface Bilingual {
  readonly zh: string
  readonly en: string
}

/** `reliability.md` section 9: what a value is worth protecting as. */
export type PrivacyClass =
  /** Health: chat content. */
  | 'H'
  /** Identifiers of a person: phone, Alipay id, open id, user id, token. */
  | 'I'
  /** Data about a worker. */
  | 'W'
  /** Business data. */
  | 'B'

export type Need = 'required' | 'optional'

interface FieldBase<N extends Need> {
  readonly need: N
  /** The description as the documented page prints it, and its English. */
  readonly about: Bilingual
  /** 示例值 of the page, as text. */
  readonly example?: string
  /** Printed under 更多限制: a limit or a rule across fields, in words. */
  readonly needNote?: Bilingual
  readonly privacy: PrivacyClass
  /** The row is missing from the page as we have it and was read from its sample answer. */
  readonly restored?: true
}

export interface TextField<N extends Need = Need> extends FieldBase<N> {
  readonly kind: 'text'
  /** Bounds in Unicode code points and in UTF-8 bytes. */
  readonly lengthMax?: number
  readonly bytesMax?: number
  /** Regular expression that the whole value must match; linear by construction. */
  readonly pattern?: string
  /** The pattern is ours, the page states none: a lenient app may break it, not `lengthMax`. */
  readonly patternIsOurs?: true
  /** A closed set of values. */
  readonly oneOf?: readonly string[]
}

/** TOP's Number: a signed 64-bit integer. */
export interface Int64Field<N extends Need = Need> extends FieldBase<N> {
  readonly kind: 'int64'
  readonly min?: bigint
  readonly max?: bigint
}

/** TOP's `byte`: a small integer. */
export interface ByteField<N extends Need = Need> extends FieldBase<N> {
  readonly kind: 'byte'
}

/** Price and BigDecimal: decimal text. */
export interface DecimalField<N extends Need = Need> extends FieldBase<N> {
  readonly kind: 'decimal'
  readonly top: 'Price' | 'BigDecimal'
}

/** A point in time, on the wire `yyyy-MM-dd HH:mm:ss` in Beijing time; inside, epoch milliseconds. */
export interface MomentField<N extends Need = Need> extends FieldBase<N> {
  readonly kind: 'moment'
  /** Some pages print a moment as plain String. */
  readonly top: 'Date' | 'String'
  /** How far ahead of the server's clock it may lie. */
  readonly aheadMsMax?: number
}

/** A Beijing calendar day, `yyyy-MM-dd`, inside as the same text. */
export interface DateField<N extends Need = Need> extends FieldBase<N> {
  readonly kind: 'date'
}

/** TOP's Boolean: `true` or `false`. */
export interface FlagField<N extends Need = Need> extends FieldBase<N> {
  readonly kind: 'flag'
}

/** A file (`byte[]`): travels only as a multipart part and is never signed. */
export interface BytesField<N extends Need = Need> extends FieldBase<N> {
  readonly kind: 'bytes'
  readonly bytesMax: number
}

/** JSON text inside a String (or Json) field, checked to be JSON of the given shape. */
export interface JsonField<N extends Need = Need> extends FieldBase<N> {
  readonly kind: 'json'
  readonly top: 'String' | 'Json'
  readonly shape: 'any' | 'object' | 'array'
  readonly bytesMax: number
  readonly depthMax: number
  /** Members of the object must be texts, numbers, booleans or null. */
  readonly scalarsOnly: boolean
  /** Which of two equal member names counts; most readers refuse the text. */
  readonly duplicates: 'refuse' | 'last'
}

export type Fields = Readonly<Record<string, Field>>

export interface StructField<N extends Need = Need, F extends Fields = Fields>
  extends FieldBase<N> {
  readonly kind: 'struct'
  /** The type's name as the page prints it. */
  readonly typeName: string
  readonly fields: F
  /** At least one of these members must be present. */
  readonly anyOf?: readonly string[]
}

export interface ListField<N extends Need = Need, I extends Field = Field> extends FieldBase<N> {
  readonly kind: 'list'
  readonly item: I
  readonly itemsMax: number
}

/** The closed union: validation, wire forms, documentation and every SDK are a `switch` over it. */
export type Field<N extends Need = Need> =
  | TextField<N>
  | Int64Field<N>
  | ByteField<N>
  | DecimalField<N>
  | MomentField<N>
  | DateField<N>
  | FlagField<N>
  | BytesField<N>
  | JsonField<N>
  | StructField<N>
  | ListField<N>

type ValueOf<F> = F extends TextField | DecimalField | DateField
  ? string
  : F extends Int64Field
    ? bigint
    : F extends ByteField | MomentField
      ? number
      : F extends FlagField
        ? boolean
        : F extends BytesField
          ? Uint8Array
          : F extends JsonField
            ? JsonText
            : F extends { kind: 'struct'; fields: infer M extends Fields }
              ? ValuesOf<M>
              : F extends { kind: 'list'; item: infer I }
                ? readonly ValueOf<I>[]
                : never

type RequiredNames<M extends Fields> = {
  [K in keyof M]: M[K]['need'] extends 'required' ? K : never
}[keyof M]

/** The TypeScript type of a set of fields: required ones present, optional ones maybe absent. */
export type ValuesOf<M extends Fields> = {
  readonly [K in RequiredNames<M>]: ValueOf<M[K]>
} & {
  readonly [K in Exclude<keyof M, RequiredNames<M>>]?: ValueOf<M[K]> | undefined
}

interface CommonOptions {
  en: string
  example?: string
  needNote?: Bilingual
  privacy?: PrivacyClass
  restored?: true
}

type Own<F extends Field> = Omit<F, keyof FieldBase<Need> | 'kind'>

function base(zh: string, options: CommonOptions): FieldBase<'required'> {
  return {
    need: 'required',
    about: { zh, en: options.en },
    privacy: options.privacy ?? 'B',
    ...(options.example === undefined ? {} : { example: options.example }),
    ...(options.needNote === undefined ? {} : { needNote: options.needNote }),
    ...(options.restored === undefined ? {} : { restored: options.restored }),
  }
}

/** Every builder gives a required field; `optional` makes it optional. */
export function optional<F extends Field>(field: F): Omit<F, 'need'> & { need: 'optional' } {
  return { ...field, need: 'optional' }
}

export function text(
  zh: string,
  options: CommonOptions & Partial<Own<TextField>>,
): TextField<'required'> {
  const { lengthMax, bytesMax, pattern, patternIsOurs, oneOf } = options
  return {
    kind: 'text',
    ...base(zh, options),
    ...(lengthMax === undefined ? {} : { lengthMax }),
    ...(bytesMax === undefined ? {} : { bytesMax }),
    ...(pattern === undefined ? {} : { pattern }),
    ...(patternIsOurs === undefined ? {} : { patternIsOurs }),
    ...(oneOf === undefined ? {} : { oneOf }),
  }
}

export function int64(
  zh: string,
  options: CommonOptions & Partial<Own<Int64Field>>,
): Int64Field<'required'> {
  const { min, max } = options
  return {
    kind: 'int64',
    ...base(zh, options),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
  }
}

export function byte(zh: string, options: CommonOptions): ByteField<'required'> {
  return { kind: 'byte', ...base(zh, options) }
}

export function decimal(
  zh: string,
  options: CommonOptions & Own<DecimalField>,
): DecimalField<'required'> {
  return { kind: 'decimal', top: options.top, ...base(zh, options) }
}

export function moment(
  zh: string,
  options: CommonOptions & Partial<Own<MomentField>>,
): MomentField<'required'> {
  const { aheadMsMax } = options
  return {
    kind: 'moment',
    top: options.top ?? 'Date',
    ...base(zh, options),
    ...(aheadMsMax === undefined ? {} : { aheadMsMax }),
  }
}

export function date(zh: string, options: CommonOptions): DateField<'required'> {
  return { kind: 'date', ...base(zh, options) }
}

export function flag(zh: string, options: CommonOptions): FlagField<'required'> {
  return { kind: 'flag', ...base(zh, options) }
}

export function bytes(
  zh: string,
  options: CommonOptions & Own<BytesField>,
): BytesField<'required'> {
  return { kind: 'bytes', bytesMax: options.bytesMax, ...base(zh, options) }
}

export function json(
  zh: string,
  options: CommonOptions & Partial<Own<JsonField>> & { bytesMax: number },
): JsonField<'required'> {
  return {
    kind: 'json',
    top: options.top ?? 'String',
    shape: options.shape ?? 'any',
    bytesMax: options.bytesMax,
    depthMax: options.depthMax ?? JSON_DEPTH_MAX,
    scalarsOnly: options.scalarsOnly ?? false,
    duplicates: options.duplicates ?? 'refuse',
    ...base(zh, options),
  }
}

export function struct<F extends Fields>(
  typeName: string,
  zh: string,
  options: CommonOptions & { anyOf?: readonly (keyof F & string)[] },
  fields: F,
): StructField<'required', F> {
  const { anyOf } = options
  return {
    kind: 'struct',
    typeName,
    ...base(zh, options),
    ...(anyOf === undefined ? {} : { anyOf }),
    fields,
  }
}

export function list<I extends Field>(
  zh: string,
  options: CommonOptions & { itemsMax?: number },
  item: I,
): ListField<'required', I> {
  return { kind: 'list', ...base(zh, options), item, itemsMax: options.itemsMax ?? LIST_ITEMS_MAX }
}

/** `reliability.md` section 7, row JSON. */
export const JSON_DEPTH_MAX = 32
export const JSON_MEMBERS_MAX = 2000
export const JSON_NUMBER_CHARS_MAX = 64
export const LIST_ITEMS_MAX = 2000

/** The type's name as TOP's pages print it: `Number`, `byte`, `Date`, `ErrorInfo []`, `DialogVo`. */
export function topTypeName(field: Field): string {
  switch (field.kind) {
    case 'text':
      return 'String'
    case 'int64':
      return 'Number'
    case 'byte':
      return 'byte'
    case 'moment':
    case 'decimal':
    case 'json':
      return field.top
    case 'date':
      return 'String'
    case 'flag':
      return 'Boolean'
    case 'bytes':
      return 'byte[]'
    case 'struct':
      return field.typeName
    case 'list':
      return `${topTypeName(field.item)} []`
    default:
      return field satisfies never
  }
}
