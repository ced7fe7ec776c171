import type { ApiSummary, Category } from '@topgate/codegen'
import { badge, table } from '../components.ts'
import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { type PageContext, renderPage } from '../layout/page.ts'
import { apiWords } from './api-words.ts'
import { apiPath, categoryPath, DOCS_PATH, docsFrame, guidePath } from './frame.ts'
import { docsWords } from './words.ts'

/** 文档中心 > API类目: every category; those of a sandbox's size with their APIs at once. */
export function cataloguePage(context: PageContext, categories: readonly Category[]): string {
  const { language } = context
  const words = docsWords[language]
  const served = categories.filter(isServed)
  const others = categories.filter((category) => !isServed(category))
  return renderPage(context, docsFrame(language, 'apis'), {
    title: words.catalogue,
    description: words.catalogueAbout,
    body: html`<nav class="crumbs" aria-label="${words.crumbs}"><a href="${inLanguage(DOCS_PATH, language)}">${words.section}</a> &gt; ${words.catalogue}</nav>
<h1>${words.catalogue}</h1>
<p class="lead">${words.catalogueAbout}</p>
<p><a href="${inLanguage(guidePath('first-call'), language)}">${words.firstCall}</a></p>
${served.map((category) => categorySection(category, language))}
${
  others.length > 0 &&
  html`<h2 id="imported">${words.imported}</h2>
<p>${words.importedAbout}</p>
<ul class="category-list">${others.map(
    ({ name, apis }) =>
      html`<li><a href="${inLanguage(categoryPath(name.zh), language)}">${name[language]}</a> <span class="quiet">${apis.length}</span></li>`,
  )}</ul>`
}`,
  })
}

/** One category: its table of APIs. */
export function categoryPage(context: PageContext, category: Category): string {
  const { language } = context
  const words = docsWords[language]
  return renderPage(context, docsFrame(language, 'apis'), {
    title: category.name[language],
    body: html`<nav class="crumbs" aria-label="${words.crumbs}"><a href="${inLanguage(DOCS_PATH, language)}">${words.section}</a> &gt; <a href="${inLanguage(DOCS_PATH, language)}">${words.catalogue}</a> &gt; ${category.name[language]}</nav>
<h1>${category.name[language]}</h1>
${apiTable(category, language)}`,
  })
}

function isServed({ apis }: Category): boolean {
  return apis.some((api) => api.isServed)
}

function categorySection(category: Category, language: Language): Html {
  const href = inLanguage(categoryPath(category.name.zh), language)
  return html`<section><h2><a class="plain" href="${href}">${category.name[language]}</a></h2>
${apiTable(category, language)}</section>`
}

function apiTable({ name, apis }: Category, language: Language): Html {
  const words = docsWords[language]
  return html`<div class="apis as-cards">${table(
    name[language],
    [words.api, words.title, words.access, words.package],
    apis.map((api) => apiRow(api, language)),
  )}</div>`
}

export function apiRow(api: ApiSummary, language: Language): Html {
  return html`<tr><th scope="row" class="api-cell"><a href="${inLanguage(apiPath(api.method), language)}"><code>${api.method}</code></a></th><td>${api.title[language]}</td><td>${accessBadge(api, language)}</td>${packageCell(api, language)}</tr>
`
}

function packageCell(api: ApiSummary, language: Language): Html {
  if (api.package !== null) {
    return html`<td data-label="${docsWords[language].package}">${api.package}</td>`
  }
  return html`<td>${api.isServed && apiWords[language].packageNone}</td>`
}

function accessBadge({ isServed, access }: ApiSummary, language: Language): Html {
  const words = apiWords[language]
  if (!isServed) return badge(words.notServed)
  return access === 'session'
    ? badge(words.accessSession, 'caution')
    : badge(words.accessApp, 'good')
}
