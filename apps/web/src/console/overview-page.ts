import { catalogue } from '@topgate/contracts'
import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { type CallLine, callsTable } from './calls-table.ts'
import { type ConsoleContext, consolePaths, renderConsolePage } from './frame.ts'
import { liveBar } from './live-bar.ts'
import { moment } from './moment.ts'
import { consoleWords } from './words.ts'

export interface CallsFilter {
  readonly app: string | undefined
  readonly api: string | undefined
  readonly failed: boolean
}

export interface Overview {
  readonly filter: CallsFilter
  readonly apps: readonly { readonly key: string; readonly name: string }[]
  readonly calls: readonly CallLine[]
  /** Set when older lines were not looked at. */
  readonly searchedFromMs: number | null
  /** Lines that were left out under load. */
  readonly dropped: number
}

/** The last calls of every API, live. */
export function overviewPage(context: ConsoleContext, overview: Overview): string {
  const { language } = context
  const words = consoleWords[language]
  const { filter, calls } = overview
  const isFiltered = filter.app !== undefined || filter.api !== undefined || filter.failed
  return renderConsolePage(context, 'overview', {
    title: words.overviewTitle,
    islands: ['live.js'],
    body: html`<div class="page-head"><div><h1>${words.overviewTitle}</h1>
<p class="lead">${words.overviewLead}</p></div>${liveBar(language)}</div>
${filterForm(overview, language)}
${callsTable(calls, language, { withApi: true, empty: isFiltered ? words.noMatch : words.noCalls })}
${callNotes(overview, language)}`,
  })
}

/** What the list does not show, said plainly. */
export function callNotes(
  { searchedFromMs, dropped }: Pick<Overview, 'searchedFromMs' | 'dropped'>,
  language: Language,
): Html {
  const words = consoleWords[language]
  const [before = '', after = ''] = words.searched('\0').split('\0')
  return html`<div id="call-notes" class="quiet" data-live="swap">${
    searchedFromMs !== null && html`<p>${before}${moment(searchedFromMs)}${after}</p>`
  }${dropped > 0 && html`<p>${words.dropped(dropped)}</p>`}</div>`
}

function filterForm({ filter, apps }: Overview, language: Language): Html {
  const words = consoleWords[language]
  const option = (value: string, label: string, chosen: string | undefined) =>
    html`<option value="${value}"${value === (chosen ?? '') && html` selected`}>${label}</option>`
  return html`<form class="filter" method="get" action="${consolePaths.overview}" aria-label="${words.filter}">
${language !== 'zh' && html`<input type="hidden" name="lang" value="${language}">`}
<div class="field"><label for="app">${words.app}</label><select id="app" name="app">
${option('', words.anyApp, filter.app)}
${apps.map(({ key, name }) => option(key, `${key} · ${name}`, filter.app))}
</select></div>
<div class="field"><label for="api">${words.api}</label><select id="api" name="api">
${option('', words.anyApi, filter.api)}
${catalogue.map(({ method, title }) => option(method, title[language], filter.api))}
</select></div>
<label class="check"><input type="checkbox" name="failed" value="1"${filter.failed && html` checked`}> ${words.failedOnly}</label>
<button class="button is-secondary" type="submit">${words.apply}</button>
<a class="quiet-button" href="${inLanguage(consolePaths.overview, language)}">${words.clear}</a>
</form>`
}
