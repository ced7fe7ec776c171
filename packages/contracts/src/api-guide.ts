import type { Bilingual } from './kinds.ts'

/** A question that integrators ask about one API, answered from what the platform does. */
export interface Question {
  readonly question: Bilingual
  readonly answer: Bilingual
}

/** One change that callers of an API may notice. */
export interface Change {
  /** `yyyy-MM-dd`. */
  readonly day: string
  readonly about: Bilingual
}

/** What a sandbox answers to the documented sample, beside the sample answer of the page. */
export interface SandboxAnswer {
  /** JSON text; ids, stamps and times stand for those of a real answer. */
  readonly body: string
  /** Why it differs from the sample answer. */
  readonly why: Bilingual
}

/** What people ask beyond fields and errors. Printed on the API's page and in its twins. */
export interface ApiGuide {
  readonly faq: readonly Question[]
  /** Where the documented page says nothing and the platform had to decide. */
  readonly silent: readonly Bilingual[]
  readonly changes: readonly Change[]
  readonly sandboxAnswer?: SandboxAnswer
  /** Values that a sandbox knows, by dotted path, where the page masks its examples. */
  readonly sandboxValues?: Readonly<Record<string, string>>
  readonly freshValue?: FreshValue
}

/** A value that counts once, so that no sample can hold it: how a sandbox gives one. */
export interface FreshValue {
  readonly field: string
  readonly about: Bilingual
  /** Shell commands after which `variable` holds it, for the app of the page's own steps. */
  readonly command: string
  readonly variable: string
}

export const emptyGuide: ApiGuide = { faq: [], silent: [], changes: [] }

type Words = readonly [zh: string, en: string]

export function question(asked: Words, answer: Words): Question {
  return { question: bilingual(asked), answer: bilingual(answer) }
}

export function bilingual([zh, en]: Words): Bilingual {
  return { zh, en }
}

/** The day on which the five documented APIs came into being here. */
export const firstRelease: Change = {
  day: '2026-11-21',
  about: { zh: '首次发布', en: 'First release' },
}
