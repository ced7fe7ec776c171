import type { Guide } from '../guides/guide.ts'
import { createErrorSearch, type ErrorHit } from './error-search.ts'
import { createGuideSearch, type GuideHit } from './guide-search.ts'
import type { Found } from './query-words.ts'
import type { Search, SearchHit } from './search.ts'

/** What a search of the documentation finds, of each kind. */
export interface SiteFound {
  readonly apis: Found<SearchHit>
  readonly guides: Found<GuideHit>
  readonly errors: Found<ErrorHit>
}

export type SiteSearch = (
  query: string,
  most: Readonly<Record<keyof SiteFound, number>>,
) => SiteFound

/** Guides and errors are prepared once; APIs may change with every import. */
export function createSiteSearch(searchApis: Search, guides: readonly Guide[]): SiteSearch {
  const searchGuides = createGuideSearch(guides)
  const searchErrors = createErrorSearch()
  return (query, most) => ({
    apis: searchApis(query, most.apis),
    guides: searchGuides(query, most.guides),
    errors: searchErrors(query, most.errors),
  })
}
