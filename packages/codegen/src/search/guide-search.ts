import type { Bilingual } from '@topgate/contracts'
import type { Guide, GuideBlock, GuideSection } from '../guides/guide.ts'
import { createPassageSearch, type Passage, type PassageHit } from './passage-search.ts'
import type { Found } from './query-words.ts'

/** A guide, and the section in which the words stand; null where its own title and lead have them. */
export interface GuidePlace {
  readonly guide: Guide
  readonly section: GuideSection | null
}

export type GuideHit = PassageHit<GuidePlace>

/** Prepares the search through guides. A guide is found once, by the section that fits best. */
export function createGuideSearch(
  guides: readonly Guide[],
): (query: string, hitsMax: number) => Found<GuideHit> {
  // Where places fit equally well the first one counts: the title of a guide before any heading.
  const places: readonly GuidePlace[] = [
    ...guides.map((guide) => ({ guide, section: null })),
    ...guides.flatMap((guide) => guide.sections.map((section) => ({ guide, section }))),
  ]
  return createPassageSearch(places, passageOf, ({ guide }) => guide)
}

function passageOf({ guide, section }: GuidePlace): Passage {
  if (section === null) {
    return { names: [], heading: guide.title, text: guide.lead, above: null }
  }
  const text = {
    zh: section.blocks.flatMap((block) => blockTexts(block, 'zh')).join(' '),
    en: section.blocks.flatMap((block) => blockTexts(block, 'en')).join(' '),
  }
  return { names: [], heading: section.title, text, above: guide.title }
}

function blockTexts(block: GuideBlock, language: keyof Bilingual): string[] {
  switch (block.kind) {
    case 'text':
      return [block.text[language].replaceAll('`', '')]
    case 'list':
      return block.items.map((item) => item[language].replaceAll('`', ''))
    case 'command':
      return [block.command]
    case 'program':
      return [block.code]
    case 'signing-lab':
    case 'platform-errors':
      // Errors are found each by itself.
      return []
    default:
      return block satisfies never
  }
}
