import type { Bilingual } from '@topgate/contracts'
import { pinyinInitials } from './pinyin-initials.ts'
import { type Found, queryWords } from './query-words.ts'

/** A piece of text that a link can lead to. */
export interface Passage {
  /** What it is called, such as `25`: a word that is just that goes before everything else. */
  readonly names: readonly string[]
  readonly heading: Bilingual
  readonly text: Bilingual
  /** What it belongs to: some words of a query may stand there. */
  readonly above: Bilingual | null
}

export interface PassageHit<Item> {
  readonly item: Item
  /** The lower the better, on the scale of the search for APIs. */
  readonly score: number
  /** The words around what was found, or else the beginning of the text. */
  readonly excerpt: Bilingual
}

const EXCERPT_CHARS = { zh: 48, en: 96 }

/** Prepares the search through texts. Both languages are searched, whichever one is read. */
export function createPassageSearch<Item>(
  items: readonly Item[],
  passageOf: (item: Item) => Passage,
  /** Of hits with the same key only the best one counts. */
  keyOf: (item: Item) => unknown = (item) => item,
): (query: string, hitsMax: number) => Found<PassageHit<Item>> {
  const prepared = items.map((item) => ({ item, ...prepare(passageOf(item)) }))
  return (query, hitsMax) => {
    const words = queryWords(query)
    if (words.length === 0) return { total: 0, hits: [] }
    const ranked = prepared
      .map((entry) => ({ ...entry, score: scoreOf(entry.lower, words) }))
      .filter(({ score }) => score < Number.POSITIVE_INFINITY)
      .sort((a, b) => a.score - b.score)
    const seen = new Set<unknown>()
    const found = ranked.filter(({ item }) => {
      const key = keyOf(item)
      const isNew = !seen.has(key)
      seen.add(key)
      return isNew
    })
    const hits = found
      .slice(0, hitsMax)
      .map(({ item, passage, score }) => ({ item, score, excerpt: excerptOf(passage, words) }))
    return { total: found.length, hits }
  }
}

interface LowerPassage {
  readonly names: readonly string[]
  readonly heading: string
  readonly initials: string
  readonly above: string
  readonly text: string
}

function prepare(passage: Passage): { passage: Passage; lower: LowerPassage } {
  const { names, heading, text, above } = passage
  return {
    passage,
    lower: {
      names: names.map((name) => name.toLowerCase()),
      heading: bothLower(heading),
      initials: pinyinInitials(heading.zh),
      above: above === null ? '' : bothLower(above),
      text: bothLower(text),
    },
  }
}

function bothLower({ zh, en }: Bilingual): string {
  return `${zh}\n${en}`.toLowerCase()
}

function scoreOf(lower: LowerPassage, words: readonly string[]): number {
  let score = 0
  for (const word of words) {
    score += wordScore(lower, word)
    if (score === Number.POSITIVE_INFINITY) break
  }
  return score
}

function wordScore({ names, heading, initials, above, text }: LowerPassage, word: string): number {
  if (names.includes(word)) return 0
  if (placeOf(word, heading) >= 0) return 3
  if (placeOf(word, above) >= 0) return 4
  if (initials.startsWith(word)) return 5
  return placeOf(word, text) >= 0 ? 6 : Number.POSITIVE_INFINITY
}

/** Where a word stands, or -1: Latin words where one begins, numbers whole: 25 is not in sha256. */
function placeOf(word: string, text: string): number {
  let at = text.indexOf(word)
  if (at < 0) return -1
  const isLatin = /^[a-z0-9]/.test(word)
  const isNumber = /^\d+$/.test(word)
  while (at >= 0) {
    const isInside =
      (isLatin && /[a-z0-9]/.test(text[at - 1] ?? '')) ||
      (isNumber && /\d/.test(text[at + word.length] ?? ''))
    if (!isInside) return at
    at = text.indexOf(word, at + 1)
  }
  return -1
}

function excerptOf({ text }: Passage, words: readonly string[]): Bilingual {
  const around = (language: 'zh' | 'en') => {
    const whole = text[language]
    const length = EXCERPT_CHARS[language]
    const lower = whole.toLowerCase()
    const places = words.map((word) => placeOf(word, lower)).filter((at) => at >= 0)
    const first = places.length === 0 ? 0 : Math.min(...places)
    const start = startBefore(first, whole, Math.floor(length / 3))
    return `${start > 0 ? '…' : ''}${cut(whole, start, length)}`
  }
  return { zh: around('zh'), en: around('en') }
}

/** At most so far before a place as allowed, and where a word or a clause begins. */
function startBefore(place: number, text: string, charsMax: number): number {
  if (place <= charsMax) return 0
  const gap = text.slice(place - charsMax, place).search(/[\s，。；：、]/)
  return gap < 0 ? place : place - charsMax + gap + 1
}

/** So many characters, and no half of a Latin word at the end. */
function cut(text: string, start: number, length: number): string {
  if (start + length >= text.length) return text.slice(start)
  return `${text.slice(start, start + length).replace(/\s*[\w-]*$/, '')}…`
}
