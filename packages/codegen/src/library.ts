import {
  type ApiContract,
  type Bilingual,
  type DocumentedApi,
  documentServed,
  type PackageName,
} from '@topgate/contracts'
import { createSearch, type Search } from './search/search.ts'
import { type SearchEntry, searchEntry } from './search/search-entry.ts'

/** What lists and searches show of an API. */
export interface ApiSummary {
  readonly method: string
  readonly title: Bilingual
  readonly category: Bilingual
  readonly isServed: boolean
  readonly access: ApiContract['access'] | null
  readonly package: PackageName | null
}

/** APIs that are documented here and served elsewhere, if at all. */
export interface ImportedApis {
  readonly entries: readonly SearchEntry[]
  find(method: string): DocumentedApi | undefined
}

export interface Category {
  readonly name: Bilingual
  readonly apis: readonly ApiSummary[]
}

/** Every API that the documentation knows. */
export interface Library {
  readonly summaries: readonly ApiSummary[]
  /** In the order in which their first API stands; served ones come first. */
  readonly categories: readonly Category[]
  find(method: string): DocumentedApi | undefined
  /** By its Chinese name. */
  category(name: string): Category | undefined
  readonly search: Search
}

export const noImportedApis: ImportedApis = { entries: [], find: () => undefined }

export function createLibrary(
  contracts: readonly ApiContract[],
  imported: ImportedApis = noImportedApis,
): Library {
  const served = new Map(contracts.map((api) => [api.method, documentServed(api)]))
  const others = imported.entries.filter(({ method }) => !served.has(method))
  const entries = [...Array.from(served.values(), searchEntry), ...others]
  const categories = groupByCategory(entries)
  return {
    summaries: entries,
    categories: [...categories.values()],
    find: (method) => served.get(method) ?? imported.find(method),
    category: (name) => categories.get(name),
    search: createSearch(entries),
  }
}

export function summaryOf({ method, title, category, served }: DocumentedApi): ApiSummary {
  return {
    method,
    title,
    category,
    isServed: served !== null,
    access: served?.access ?? null,
    package: served?.package ?? null,
  }
}

function groupByCategory(summaries: readonly ApiSummary[]): Map<string, Category> {
  const groups = new Map<string, { name: Bilingual; apis: ApiSummary[] }>()
  for (const summary of summaries) {
    const group = groups.get(summary.category.zh)
    if (group === undefined) {
      groups.set(summary.category.zh, { name: summary.category, apis: [summary] })
    } else {
      group.apis.push(summary)
    }
  }
  return groups
}
