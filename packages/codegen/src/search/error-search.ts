import { type ErrorRow, platformErrorRows } from '../api-errors.ts'
import { createPassageSearch, type PassageHit } from './passage-search.ts'
import type { Found } from './query-words.ts'

export type ErrorHit = PassageHit<ErrorRow>

/** Prepares the search through the errors of the platform, by code, sub_code and words. */
export function createErrorSearch(): (query: string, hitsMax: number) => Found<ErrorHit> {
  return createPassageSearch(platformErrorRows(), (row) => {
    const { code, subCode = '', msg = '', cause, remedy } = row
    const title = `${code} ${subCode} ${msg}`
    return {
      names: [code, subCode],
      heading: { zh: title, en: title },
      text: { zh: `${cause.zh}。${remedy.zh}`, en: `${cause.en}. ${remedy.en}` },
      above: null,
    }
  })
}
