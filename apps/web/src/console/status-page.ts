import { html } from '../html.ts'
import type { PageContext } from '../layout/page.ts'
import { renderOpenPage } from './frame.ts'
import { liveBar } from './live-bar.ts'
import type { Report } from './report.ts'
import { reportHead, reportSections } from './report-page.ts'
import { consoleWords } from './words.ts'

/** How this node is, fresh every two seconds. For whoever reaches the port: it names nobody. */
export function statusPage(context: PageContext, report: Report): string {
  const { language } = context
  const words = consoleWords[language]
  return renderOpenPage(context, 'status', {
    title: words.statusTitle,
    islands: ['live.js'],
    body: html`<div class="report"><div class="page-head"><p class="lead">${words.statusLead}</p>${liveBar(language)}</div>
<div id="status" data-live="swap">${reportHead(report, language)}
${reportSections(report, language)}</div></div>`,
  })
}
