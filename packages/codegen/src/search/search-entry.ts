import type { DocumentedApi } from '@topgate/contracts'
import { errorRows } from '../api-errors.ts'
import { type FieldRow, requestRows, responseRows } from '../field-rows.ts'
import { type ApiSummary, summaryOf } from '../library.ts'
import { pinyinInitials } from './pinyin-initials.ts'

/** What can be found of an API. Plain data, so that it can be kept beside imported descriptions. */
export interface SearchEntry extends ApiSummary {
  /** Pinyin initials of title and category. */
  readonly initials: string
  /** Names of all fields at every depth, each once. */
  readonly fields: readonly string[]
  /** Codes and sub_codes. */
  readonly errors: readonly string[]
}

export function searchEntry(api: DocumentedApi): SearchEntry {
  const rows: readonly FieldRow[] = [...requestRows(api), ...responseRows(api)]
  const errors = api.served === null ? [] : errorRows(api.served)
  return {
    ...summaryOf(api),
    initials: `${pinyinInitials(api.title.zh)} ${pinyinInitials(api.category.zh)}`,
    fields: [...new Set(rows.map(({ name }) => name))],
    errors: [...new Set(errors.flatMap(({ code, subCode }) => [code, subCode ?? code]))],
  }
}
