import {
  type ApiContract,
  type Bilingual,
  type DocumentedApi,
  documentServed,
  type PackageName,
} from '@topgate/contracts'

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
  readonly summaries: readonly ApiSummary[]
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
}

export const noImportedApis: ImportedApis = { summaries: [], find: () => undefined }

export function createLibrary(
  contracts: readonly ApiContract[],
  imported: ImportedApis = noImportedApis,
): Library {
  const served = new Map(contracts.map((api) => [api.method, documentServed(api)]))
  const others = imported.summaries.filter(({ method }) => !served.has(method))
  const summaries = [...contracts.map(summaryOf), ...others]
  const categories = groupByCategory(summaries)
  return {
    summaries,
    categories: [...categories.values()],
    find: (method) => served.get(method) ?? imported.find(method),
    category: (name) => categories.get(name),
  }
}

function summaryOf(api: ApiContract): ApiSummary {
  const { method, title, category, access } = api
  return { method, title, category, isServed: true, access, package: api.package }
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
