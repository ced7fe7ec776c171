import { html } from '../html.ts'
import { type PageContext, renderPage } from '../layout/page.ts'
import { CONSOLE_PATH, consolePaths } from './frame.ts'
import { liveBar } from './live-bar.ts'
import type { Report } from './report.ts'
import { reportHead, reportSections } from './report-page.ts'
import { consoleWords } from './words.ts'

/** How this node is, fresh every two seconds. For whoever reaches the port: it names nobody. */
export function statusPage(context: PageContext, report: Report): string {
  const { language } = context
  const words = consoleWords[language]
  const frame = {
    sectionName: words.section,
    home: CONSOLE_PATH,
    navigation: [
      { label: words.calls, href: consolePaths.overview, isCurrent: false },
      { label: words.status, href: consolePaths.status, isCurrent: true },
    ],
  }
  return renderPage(context, frame, {
    title: words.statusTitle,
    islands: ['live.js'],
    body: html`<div class="report"><div class="page-head"><p class="lead">${words.statusLead}</p>${liveBar(language)}</div>
<div id="status" data-live="swap">${reportHead(report, language)}
${reportSections(report, language)}</div></div>`,
  })
}
