import type { Language } from '../language.ts'
import type { Frame } from '../layout/page.ts'
import { docsWords } from './words.ts'

export const DOCS_PATH = '/docs'
export const API_FOLDER = '/docs/api/'
export const SEARCH_PATH = '/docs/search'
export const SUGGESTIONS_PATH = '/docs/search.json'
export const GUIDES_PATH = '/docs/guides'
export const TOOL_PATH = '/docs/tool'
export const SDK_PATH = '/sdk'

export function apiPath(method: string): string {
  return API_FOLDER + encodeURIComponent(method)
}

export function toolPath(method: string): string {
  return `${TOOL_PATH}?method=${encodeURIComponent(method)}`
}

export function guidePath(name: string): string {
  return `${GUIDES_PATH}/${name}`
}

/** The archive of a language; with a method, the one that has this API alone. */
export function sdkArchivePath(language: string, method?: string): string {
  const query = method === undefined ? '' : `?api=${encodeURIComponent(method)}`
  return `${SDK_PATH}/${language}.zip${query}`
}

export function categoryPath(category: string): string {
  return `${DOCS_PATH}?category=${encodeURIComponent(category)}`
}

export type DocsSection = 'apis' | 'tool' | 'guides' | 'sdk' | 'none'

/** The frame of every page of the documentation. */
export function docsFrame(language: Language, current: DocsSection, query?: string): Frame {
  const words = docsWords[language]
  return {
    sectionName: words.section,
    home: DOCS_PATH,
    navigation: [
      { label: words.apis, href: DOCS_PATH, isCurrent: current === 'apis' },
      { label: words.guides, href: GUIDES_PATH, isCurrent: current === 'guides' },
      { label: words.tool, href: TOOL_PATH, isCurrent: current === 'tool' },
      { label: words.sdk, href: SDK_PATH, isCurrent: current === 'sdk' },
    ],
    search: {
      action: SEARCH_PATH,
      suggestions: SUGGESTIONS_PATH,
      label: words.search,
      ...(query === undefined ? {} : { value: query }),
    },
  }
}
