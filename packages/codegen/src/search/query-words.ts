export const QUERY_CHARS_MAX = 100
const WORDS_MAX = 8

/** The words of a query, each of which has to be found. */
export function queryWords(query: string): string[] {
  const words = query.slice(0, QUERY_CHARS_MAX).toLowerCase().split(/\s+/).filter(Boolean)
  return words.slice(0, WORDS_MAX)
}

/** What was found: how much in all, and the best of it. */
export interface Found<Hit> {
  readonly total: number
  readonly hits: readonly Hit[]
}
