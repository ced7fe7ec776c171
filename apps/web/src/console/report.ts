import type { Bilingual } from '@topgate/contracts'
import type { Tone } from '../components.ts'

/**
 * What is stored about one thing, as data that any page can show. Whoever makes it has masked what
 * is personal.
 */
export interface Report {
  /** What kind of thing it is. */
  readonly kind: Bilingual
  /** Its exact id, as text. */
  readonly id: string
  readonly badges?: readonly Mark[]
  readonly sections: readonly Section[]
}

export interface Mark {
  readonly text: Bilingual | string
  readonly tone: Tone
}

export type Section = FactsSection | RowsSection | CodeSection

export type Fact = readonly [label: Bilingual | string, value: Value]

export interface FactsSection {
  readonly kind: 'facts'
  readonly title: Bilingual
  readonly facts: readonly Fact[]
}

export interface RowsSection {
  readonly kind: 'rows'
  readonly title: Bilingual
  readonly about?: Bilingual
  readonly columns: readonly Bilingual[]
  readonly rows: readonly (readonly Value[])[]
  /** Said when there are no rows. */
  readonly empty?: Bilingual
}

/** A text to be copied as it is. */
export interface CodeSection {
  readonly kind: 'code'
  /** Unique in the page. */
  readonly id: string
  readonly title: Bilingual
  readonly about?: Bilingual
  readonly notes?: readonly Bilingual[]
  readonly code: string
}

/** What a cell can hold. Numbers are counts; ids are text. */
export type Value =
  | string
  | number
  | null
  | Bilingual
  | { readonly moment: number }
  | { readonly code: string }
  /** A text of several lines, in which white space counts. */
  | { readonly lines: string }
  | { readonly mark: Mark }
  | { readonly text: Bilingual | string; readonly href: string }
  | readonly Value[]

/** A text in both languages, in one line. */
export function both(zh: string, en: string): Bilingual {
  return { zh, en }
}
