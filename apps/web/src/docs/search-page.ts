import {
  anchorOf,
  type ErrorHit,
  type Found,
  type GuideHit,
  QUERY_CHARS_MAX,
  type SearchHit,
  type SiteFound,
} from '@topgate/codegen'
import { table } from '../components.ts'
import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { type PageContext, renderPage } from '../layout/page.ts'
import type { SearchGroup, SearchKind, SearchSuggestion } from '../suggestion.ts'
import { errorAnchor } from './api-sections.ts'
import { apiPath, DOCS_PATH, docsFrame, guidePath } from './frame.ts'
import { docsWords } from './words.ts'

/** The results of a search as a page, for whoever presses Enter. */
export function searchPage(context: PageContext, query: string, found: SiteFound): string {
  const { language } = context
  const words = docsWords[language]
  const shown = query.slice(0, QUERY_CHARS_MAX)
  return renderPage(context, docsFrame(language, 'apis', shown), {
    title: shown === '' ? words.searchTitle : `${words.searchTitle}: ${shown}`,
    body: html`<nav class="crumbs" aria-label="${words.crumbs}"><a href="${inLanguage(DOCS_PATH, language)}">${words.section}</a> &gt; ${words.searchTitle}</nav>
<h1>${words.searchTitle}</h1>
${query.length > QUERY_CHARS_MAX && html`<p class="note is-caution">${words.searchTooLong(QUERY_CHARS_MAX)}</p>`}
${results(shown, searchGroups(found, language), language)}`,
  })
}

function results(query: string, groups: readonly SearchGroup[], language: Language): Html {
  const words = docsWords[language]
  if (query.trim() === '') return html`<p>${words.searchHint}</p>`
  if (groups.length === 0)
    return html`<p>${words.searchNothing}</p><p class="quiet">${words.searchHint}</p>`
  return html`${groups.map((group) => groupSection(group, language))}`
}

function groupSection({ kind, label, total, suggestions }: SearchGroup, language: Language): Html {
  const words = docsWords[language]
  const rest = total > suggestions.length ? words.searchMore(suggestions.length) : ''
  const isApi = kind === 'apis'
  const rows = suggestions.map(
    ({ href, name, title, where }) =>
      html`<tr><th scope="row" class="api-cell"><a href="${href}">${isApi ? html`<code>${name}</code>` : name}</a></th><td>${title}</td>${isApi && html`<td>${where}</td>`}</tr>`,
  )
  const headings = isApi
    ? [words.api, words.title, words.foundInHeading]
    : [label, words.foundTextHeading]
  return html`<section class="found is-${kind} as-cards"><h2>${label} <span class="quiet">${total}${rest}</span></h2>
${table(label, headings, rows)}</section>
`
}

/** What was found, the kind with the best hit first; the list below the search box shows it, too. */
export function searchGroups(found: SiteFound, language: Language): SearchGroup[] {
  const group = <Hit extends { readonly score: number }>(
    kind: SearchKind,
    { total, hits }: Found<Hit>,
    suggestionOf: (hit: Hit, language: Language) => SearchSuggestion,
  ) => {
    const suggestions = hits.map((hit) => suggestionOf(hit, language))
    const label = docsWords[language].searchKinds[kind]
    return { best: hits[0]?.score ?? null, group: { kind, label, total, suggestions } }
  }
  return [
    group('apis', found.apis, apiSuggestion),
    group('guides', found.guides, guideSuggestion),
    group('errors', found.errors, errorSuggestion),
  ]
    .flatMap(({ best, group }) => (best === null ? [] : [{ best, group }]))
    .sort((a, b) => a.best - b.best)
    .map(({ group }) => group)
}

function apiSuggestion({ api, foundIn, found }: SearchHit, language: Language): SearchSuggestion {
  const place = docsWords[language].foundIn[foundIn]
  return {
    href: inLanguage(apiPath(api.method), language),
    name: api.method,
    title: api.title[language],
    where: found === undefined ? place : `${place} ${found}`,
  }
}

function guideSuggestion({ item, excerpt }: GuideHit, language: Language): SearchSuggestion {
  const { guide, section } = item
  const href = inLanguage(guidePath(guide.name), language)
  const title = guide.title[language]
  return {
    href: section === null ? href : `${href}#${anchorOf(section)}`,
    name: section === null ? title : `${title} › ${section.title[language]}`,
    title: excerpt[language],
    where: '',
  }
}

function errorSuggestion({ item, excerpt }: ErrorHit, language: Language): SearchSuggestion {
  return {
    href: `${inLanguage(guidePath('errors'), language)}#${errorAnchor(item)}`,
    name: `${item.code} ${item.subCode ?? item.msg ?? ''}`.trimEnd(),
    title: excerpt[language],
    where: '',
  }
}
