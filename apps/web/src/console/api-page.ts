import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { apiTitle } from './api-title.ts'
import { type CallLine, callsTable, outcomeBadge } from './calls-table.ts'
import { type ConsoleContext, consolePaths, renderConsolePage } from './frame.ts'
import { liveBar } from './live-bar.ts'
import { moment } from './moment.ts'
import { callNotes } from './overview-page.ts'
import { visibleText } from './visible-text.ts'
import { consoleWords } from './words.ts'

export interface OutcomeLine {
  readonly code: number
  readonly subCode: string
  readonly success: boolean
  /** One count for each window of the page. */
  readonly counts: readonly number[]
}

export interface ApiCalls {
  readonly method: string
  readonly windowsMinutes: readonly number[]
  readonly outcomes: readonly OutcomeLine[]
  /** Set when the longest window reaches back further than was counted. */
  readonly countedFromMs: number | null
  readonly calls: readonly CallLine[]
  readonly searchedFromMs: number | null
  readonly dropped: number
}

/** What was called on one API lately, and how it ended. */
export function apiCallsPage(context: ConsoleContext, api: ApiCalls): string {
  const { language } = context
  const words = consoleWords[language]
  return renderConsolePage(context, 'overview', {
    title: apiTitle(api.method, language),
    islands: ['live.js'],
    body: html`<nav class="crumbs" aria-label="${words.calls}"><a href="${inLanguage(consolePaths.overview, language)}">${words.calls}</a></nav>
<div class="page-head"><div><h1>${apiTitle(api.method, language)}</h1>
<p class="lead"><code>${api.method}</code></p></div>${liveBar(language)}</div>
<h2>${words.counts}</h2>
${counts(api, language)}
<h2>${words.lastCalls}</h2>
${callsTable(api.calls, language, { withApi: false, empty: words.noCalls })}
${callNotes(api, language)}`,
  })
}

function counts(api: ApiCalls, language: Language): Html {
  const words = consoleWords[language]
  const totals = api.windowsMinutes.map((_, index) =>
    api.outcomes.reduce((sum, { counts }) => sum + (counts[index] ?? 0), 0),
  )
  const windows = api.windowsMinutes.map(words.minutes)
  const [before = '', after = ''] = words.countedFrom('\0').split('\0')
  return html`<div id="counts" class="as-cards" data-live="swap"><div class="table-box" role="region" aria-label="${words.counts}" tabindex="0"><table class="counts">
<thead><tr><th scope="col">${words.outcome}</th><th scope="col">${words.code}</th><th scope="col">${words.subCode}</th>${windows.map((window) => html`<th scope="col" class="is-number">${window}</th>`)}</tr></thead>
<tbody>
${api.outcomes.map(
  (
    outcome,
  ) => html`<tr><td>${outcomeBadge(outcome, language)}</td><td>${outcome.code === 0 ? '' : outcome.code}</td><td>${visibleText(outcome.subCode)}</td>${numbers(outcome.counts, windows)}</tr>
`,
)}</tbody>
<tfoot><tr><th scope="row" colspan="3">${words.total}</th>${numbers(totals, windows)}</tr></tfoot>
</table></div>${api.countedFromMs !== null && html`<p class="quiet">${before}${moment(api.countedFromMs)}${after}</p>`}</div>`
}

function numbers(counts: readonly number[], windows: readonly string[]): Html[] {
  return counts.map(
    (count, index) => html`<td class="is-number" data-label="${windows[index]}">${count}</td>`,
  )
}
