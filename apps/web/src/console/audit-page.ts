import { table } from '../components.ts'
import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { CONSOLE_PATH, type ConsoleContext, renderConsolePage } from './frame.ts'
import { moment } from './moment.ts'
import { visibleText } from './visible-text.ts'
import { type ConsoleWords, consoleWords } from './words.ts'

export interface AuditRow {
  readonly atMs: number
  readonly act: keyof ConsoleWords['acts']
  readonly session: string
  readonly object: string
  readonly reason: string
}

/** What operators did, newest first. */
export function auditPage(context: ConsoleContext, rows: readonly AuditRow[]): string {
  const words = consoleWords[context.language]
  return renderConsolePage(context, 'audit', {
    title: words.auditTitle,
    body: html`<h1>${words.auditTitle}</h1>
<p class="lead">${words.auditLead}</p>
${
  rows.length === 0
    ? html`<p>${words.noAudit}</p>`
    : html`<div class="as-cards">${table(
        words.auditTitle,
        [words.time, words.act, words.object, words.reason, words.session],
        rows.map(
          ({ atMs, act, session, object, reason }) =>
            html`<tr><td>${moment(atMs)}</td><td>${words.acts[act]}</td><td data-label="${words.object}">${objectOf(act, object, context.language)}</td><td data-label="${words.reason}">${visibleText(reason)}</td><td data-label="${words.session}"><code>${session}</code></td></tr>`,
        ),
      )}</div>`
}`,
  })
}

/** What was read can be looked at again, without what was hidden. */
function objectOf(act: AuditRow['act'], object: string, language: Language): Html {
  const text = visibleText(object)
  if (act !== 'read') return text
  return html`<a href="${inLanguage(`${CONSOLE_PATH}/${object}`, language)}">${text}</a>`
}
