import type { ApiSummary } from '../library.ts'
import { type Found, queryWords } from './query-words.ts'
import type { SearchEntry } from './search-entry.ts'

/** Where a word was found, the best place first. */
export type FoundIn = 'method' | 'title' | 'category' | 'initials' | 'field' | 'error'

export interface SearchHit {
  readonly api: ApiSummary
  readonly foundIn: FoundIn
  /** The name of the field or the code that was found. */
  readonly found: string | undefined
  /** The lower the better. */
  readonly score: number
}

export type Search = (query: string, hitsMax: number) => Found<SearchHit>

/** A found word: the lower the score the better. */
interface Match {
  readonly score: number
  readonly foundIn: FoundIn
  readonly found?: string
}

/** A name and the entries that have it, so that a name of a thousand APIs is compared once. */
type NameIndex = ReadonlyMap<string, readonly number[]>

/** Prepares the search. Every word of a query has to be found somewhere in an API. */
export function createSearch(entries: readonly SearchEntry[]): Search {
  const texts = entries.map(textsOf)
  const fields = indexOf(entries, ({ fields }) => fields)
  const errors = indexOf(entries, ({ errors }) => errors)
  const matchesOf = (word: string): Map<number, Match> => {
    const matches = new Map<number, Match>()
    const offer = (at: number, match: Match) => {
      if (match.score < (matches.get(at)?.score ?? Number.POSITIVE_INFINITY)) matches.set(at, match)
    }
    offerNames(fields, word, 'field', offer)
    offerNames(errors, word, 'error', offer)
    texts.forEach((text, at) => {
      const match = textMatch(text, word)
      if (match !== undefined) offer(at, match)
    })
    return matches
  }
  return (query, hitsMax) => {
    const words = queryWords(query)
    if (words.length === 0) return { total: 0, hits: [] }
    const found = words.map(matchesOf).reduce(inBoth)
    // The order of entries breaks ties: what is served stands first.
    const ranked = [...found].sort(([a, one], [b, other]) => one.score - other.score || a - b)
    const hits = ranked
      .slice(0, hitsMax)
      .flatMap(([at, { foundIn, found, score }]): SearchHit[] => {
        const api = entries[at]
        return api === undefined ? [] : [{ api, foundIn, found, score }]
      })
    return { total: ranked.length, hits }
  }
}

type Texts = Readonly<Record<'method' | 'title' | 'category' | 'initials', string>>

function textsOf({ method, title, category, initials }: SearchEntry): Texts {
  return {
    method: method.toLowerCase(),
    title: `${title.zh}\n${title.en}`.toLowerCase(),
    category: `${category.zh}\n${category.en}`.toLowerCase(),
    initials,
  }
}

function textMatch({ method, title, category, initials }: Texts, word: string): Match | undefined {
  if (method === word) return { score: 0, foundIn: 'method' }
  if (method.includes(word)) return { score: 2, foundIn: 'method' }
  if (title.includes(word)) return { score: 3, foundIn: 'title' }
  if (category.includes(word)) return { score: 4, foundIn: 'category' }
  if (` ${initials}`.includes(` ${word}`)) return { score: 5, foundIn: 'initials' }
  return initials.includes(word) ? { score: 7, foundIn: 'initials' } : undefined
}

function offerNames(
  index: NameIndex,
  word: string,
  foundIn: 'field' | 'error',
  offer: (at: number, match: Match) => void,
): void {
  for (const [name, entries] of index) {
    const lower = name.toLowerCase()
    if (!lower.includes(word)) continue
    const match: Match = { score: lower === word ? 1 : 6, foundIn, found: name }
    for (const at of entries) offer(at, match)
  }
}

function inBoth(one: Map<number, Match>, other: Map<number, Match>): Map<number, Match> {
  const both = new Map<number, Match>()
  for (const [at, match] of one) {
    const second = other.get(at)
    if (second !== undefined) both.set(at, { ...match, score: match.score + second.score })
  }
  return both
}

function indexOf(
  entries: readonly SearchEntry[],
  namesOf: (entry: SearchEntry) => readonly string[],
): NameIndex {
  const index = new Map<string, number[]>()
  entries.forEach((entry, at) => {
    for (const name of namesOf(entry)) {
      const known = index.get(name)
      if (known === undefined) index.set(name, [at])
      else known.push(at)
    }
  })
  return index
}
