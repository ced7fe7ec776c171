import { errorRows, requestRows, responseRows } from '@topgate/codegen'
import type { ApiContract, Bilingual, DocumentedApi } from '@topgate/contracts'
import { badge } from '../components.ts'
import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { type PageContext, renderPage } from '../layout/page.ts'
import { layoutWords } from '../layout/words.ts'
import { errorSamples, requestSamples, responseSamples } from './api-samples.ts'
import * as sections from './api-sections.ts'
import { apiWords } from './api-words.ts'
import { fieldTable } from './field-table.ts'
import { apiPath, categoryPath, DOCS_PATH, docsFrame } from './frame.ts'
import { docsWords } from './words.ts'

export interface ApiPageData {
  readonly api: DocumentedApi
  /** Other APIs of the category. */
  readonly siblings: readonly { readonly method: string; readonly title: Bilingual }[]
  readonly curl: { readonly command: string; readonly isSigned: boolean }
}

interface Section {
  readonly id: string
  readonly title: string
  readonly body: Html
}

/** The page of an API: all of it in the HTML as served, tabs only hide. */
export function apiPage(context: PageContext, data: ApiPageData): string {
  const { language } = context
  const { api } = data
  const contents = sectionsOf(data, language)
  return renderPage(context, docsFrame(language, 'apis'), {
    title: `${api.title[language]} · ${api.method}`,
    description: api.description[language],
    alternates: [
      { type: 'text/markdown', href: `${apiPath(api.method)}.md` },
      { type: 'application/json', href: `${apiPath(api.method)}.json` },
    ],
    body: html`<div class="with-sidebar">
<aside class="sidebar">${contentsList(contents, language)}${siblingList(data, language)}</aside>
<article class="api" data-method="${api.method}">
${heading(api, language)}
${contents.map(
  ({ id, title, body }) =>
    html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${body}
</section>
`,
)}
<p class="to-top"><a href="#top">${layoutWords[language].toTop}</a></p>
</article>
</div>`,
  })
}

function sectionsOf({ api, curl }: ApiPageData, language: Language): Section[] {
  const words = apiWords[language]
  const { served } = api
  const section = (id: keyof typeof words & string, body: Html): Section => ({
    id,
    title: String(words[id]),
    body,
  })
  const ofContract = (id: keyof typeof words & string, bodyOf: (api: ApiContract) => Html) =>
    served === null ? [] : [section(id, bodyOf(served))]
  return [
    ...ofContract('common', (api) => sections.publicParameters(api, language)),
    section('request', fieldTable('request', requestRows(api), language)),
    section('response', fieldTable('response', responseRows(api), language)),
    section('requestSample', requestSamples(api, curl, language)),
    section('responseSample', responseSamples(api, language)),
    section('errorSample', errorSamples(language)),
    ...ofContract('errors', (api) => sections.errorTable(errorRows(api), language)),
    ...ofContract('retry', (api) => html`<p>${api.repeat[language]}</p><p>${words.retryAbout}</p>`),
    ...ofContract('limits', (api) => sections.limitTable(api, language)),
    ...ofContract('tool', (api) => sections.toolTeaser(api, language)),
    ...ofContract('get', (api) => sections.getSteps(api, language)),
    ...ofContract('faq', (api) => sections.questions(api, language)),
    ...(served === null || served.guide.silent.length === 0
      ? []
      : [section('silent', sections.silentList(served, language))]),
    ...(served === null || served.guide.changes.length === 0
      ? []
      : [section('changes', sections.changeTable(served, language))]),
  ]
}

function heading(api: DocumentedApi, language: Language): Html {
  const words = apiWords[language]
  const catalogue = docsWords[language]
  const category = api.category[language]
  return html`${api.notice && html`<p class="note is-caution" id="notice">${words.notice}</p>`}
<nav class="crumbs" aria-label="${catalogue.crumbs}"><a href="${inLanguage(DOCS_PATH, language)}">${catalogue.section}</a> &gt; <a href="${inLanguage(DOCS_PATH, language)}">${catalogue.catalogue}</a> &gt; <a href="${inLanguage(categoryPath(api.category.zh), language)}">${category}</a></nav>
<h1 class="api-title"><span id="method" class="api-method">${api.method}</span> <span class="api-name">(${api.title[language]})</span></h1>
<p class="lead" id="description">${api.description[language]}</p>
${badges(api, language)}
<p class="twins">${words.forPrograms} <a href="${apiPath(api.method)}.md">Markdown</a> · <a href="${apiPath(api.method)}.json">JSON</a>${api.served !== null && html` · <a href="/openapi.json">OpenAPI</a>`}</p>
${api.served === null && html`<p class="note is-caution">${words.notServedAbout}</p>`}`
}

function badges(api: DocumentedApi, language: Language): Html {
  const words = apiWords[language]
  const { served } = api
  if (served === null) {
    return html`<ul class="badges"><li>${badge(words.notServed, 'caution')}</li></ul>`
  }
  const isSession = served.access === 'session'
  const isRead = served.effect === 'read'
  return html`<ul class="badges">
<li>${badge(isSession ? words.accessSession : words.accessApp, isSession ? 'caution' : 'good')}</li>
<li>${badge(served.package === null ? words.packageNone : words.packageNamed(served.package), 'accent')}</li>
<li>${badge(isRead ? words.flowRead : words.flowWrite)}</li>
<li>${badge(isRead ? words.readOnly : words.idempotent, 'good')}</li>
</ul>`
}

function contentsList(contents: readonly Section[], language: Language): Html {
  const words = apiWords[language]
  return html`<nav class="contents" aria-label="${words.onThisPage}"><p class="sidebar-title">${words.onThisPage}</p><ul>${contents.map(
    ({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`,
  )}</ul></nav>`
}

function siblingList({ api, siblings }: ApiPageData, language: Language): Html {
  const words = apiWords[language]
  if (siblings.length === 0) return html``
  return html`<nav class="siblings" aria-label="${words.inCategory}"><p class="sidebar-title">${words.inCategory}</p><ul>${siblings.map(
    ({ method, title }) =>
      html`<li><a href="${inLanguage(apiPath(method), language)}"${method === api.method && html` aria-current="page"`} title="${method}">${title[language]}</a></li>`,
  )}</ul></nav>`
}
