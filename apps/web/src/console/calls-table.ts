import { badge, type Tone } from '../components.ts'
import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { apiTitle } from './api-title.ts'
import { consolePaths } from './frame.ts'
import { exactMoment } from './moment.ts'
import { visibleText } from './visible-text.ts'
import { consoleWords } from './words.ts'

/** One call as the journal remembers it. */
export interface CallLine {
  readonly requestId: string
  readonly receivedMs: number
  readonly appKey: string
  /** Empty when the call named no API of ours. */
  readonly method: string
  /** Platform code; 0 when the API itself answered. */
  readonly code: number
  readonly subCode: string
  readonly success: boolean
  readonly durationUs: number
}

const COLUMNS = 8

/** The calls, newest first. The island of the page keeps the rows fresh. */
export function callsTable(
  calls: readonly CallLine[],
  language: Language,
  options: { readonly withApi: boolean; readonly empty: string },
): Html {
  const words = consoleWords[language]
  const columns = options.withApi ? COLUMNS : COLUMNS - 1
  const rows = calls.map((call) => callRow(call, language, options.withApi))
  return html`<div class="table-box" role="region" aria-label="${words.lastCalls}" tabindex="0"><table class="calls">
<thead><tr><th scope="col">${words.time}</th><th scope="col">${words.app}</th>${options.withApi && html`<th scope="col">${words.api}</th>`}<th scope="col">${words.outcome}</th><th scope="col">${words.code}</th><th scope="col">${words.subCode}</th><th scope="col" class="is-number">${words.duration}</th><th scope="col">${words.requestId}</th></tr></thead>
<tbody id="calls" data-live="rows">
${rows.length > 0 ? rows : html`<tr id="call-none"><td class="is-empty" colspan="${columns}">${options.empty}</td></tr>`}
</tbody></table></div>`
}

function callRow(call: CallLine, language: Language, withApi: boolean): Html {
  const href = inLanguage(consolePaths.call(call.requestId), language)
  return html`<tr id="call-${call.requestId}">
<td>${exactMoment(call.receivedMs)}</td>
<td><code>${visibleText(call.appKey || '—')}</code></td>
${withApi && html`<td class="call-api">${apiLink(call.method, language)}</td>`}
<td>${outcomeBadge(call, language)}</td>
<td>${call.code === 0 ? '' : call.code}</td>
<td class="call-sub-code">${visibleText(call.subCode)}</td>
<td class="is-number">${milliseconds(call.durationUs)}</td>
<td><a href="${href}"><code>${call.requestId}</code></a></td>
</tr>
`
}

function apiLink(method: string, language: Language): Html {
  if (method === '') return html`${consoleWords[language].unknownApi}`
  return html`<a href="${inLanguage(consolePaths.api(method), language)}">${apiTitle(method, language)}</a><span class="call-method">${method}</span>`
}

type Outcome = Pick<CallLine, 'code' | 'success'>

/** Success, the API's own no, or a refusal of the platform. */
export function outcomeBadge({ code, success }: Outcome, language: Language): Html {
  const words = consoleWords[language]
  const [text, tone]: [string, Tone] = success
    ? [words.ok, 'good']
    : code === 0
      ? [words.declined, 'caution']
      : [words.refused, 'bad']
  return badge(text, tone)
}

export function milliseconds(us: number): string {
  return `${(us / 1000).toFixed(us < 10_000 ? 2 : 1)} ms`
}
