import { QUERY_CHARS_MAX, type SearchHit, type SearchResult } from '@topgate/codegen'
import { table } from '../components.ts'
import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { type PageContext, renderPage } from '../layout/page.ts'
import type { SearchSuggestion } from '../suggestion.ts'
import { apiPath, DOCS_PATH, docsFrame } from './frame.ts'
import { docsWords } from './words.ts'

/** The results of a search as a page, for whoever presses Enter. */
export function searchPage(context: PageContext, query: string, result: SearchResult): string {
  const { language } = context
  const words = docsWords[language]
  const shown = query.slice(0, QUERY_CHARS_MAX)
  return renderPage(context, docsFrame(language, 'apis', shown), {
    title: shown === '' ? words.searchTitle : `${words.searchTitle}: ${shown}`,
    body: html`<nav class="crumbs" aria-label="${words.crumbs}"><a href="${inLanguage(DOCS_PATH, language)}">${words.section}</a> &gt; ${words.searchTitle}</nav>
<h1>${words.searchTitle}</h1>
${query.length > QUERY_CHARS_MAX && html`<p class="note is-caution">${words.searchTooLong(QUERY_CHARS_MAX)}</p>`}
${results(shown, result, language)}`,
  })
}

function results(query: string, { total, hits }: SearchResult, language: Language): Html {
  const words = docsWords[language]
  if (query.trim() === '') return html`<p>${words.searchHint}</p>`
  if (total === 0)
    return html`<p>${words.searchNothing}</p><p class="quiet">${words.searchHint}</p>`
  const rest = total > hits.length ? words.searchMore(hits.length) : ''
  const rows = suggestionsOf(hits, language).map(
    ({ href, name, title, where }) =>
      html`<tr><th scope="row" class="api-cell"><a href="${href}"><code>${name}</code></a></th><td>${title}</td><td>${where}</td></tr>`,
  )
  return html`<p>${words.searchFound(total)}${rest}</p>${table(
    words.searchTitle,
    [words.api, words.title, words.foundInHeading],
    rows,
  )}`
}

/** The same for the list below the search box. */
export function suggestionsOf(hits: readonly SearchHit[], language: Language): SearchSuggestion[] {
  const words = docsWords[language]
  return hits.map(({ api, foundIn, found }) => {
    const where =
      found === undefined ? words.foundIn[foundIn] : `${words.foundIn[foundIn]} ${found}`
    return {
      href: inLanguage(apiPath(api.method), language),
      name: api.method,
      title: api.title[language],
      where,
    }
  })
}
