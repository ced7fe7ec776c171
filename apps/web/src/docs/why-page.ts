import type { Report } from '../console/report.ts'
import { reportHead, reportSections } from '../console/report-page.ts'
import { type Html, html } from '../html.ts'
import type { Language } from '../language.ts'
import { type PageContext, renderPage } from '../layout/page.ts'
import { docsFrame } from './frame.ts'
import { WHY_PATH } from './why-path.ts'

/** Chinese is the source; the type makes English complete. */
const zh = {
  title: '为什么失败',
  lead: '输入应答里的 request_id，看这次调用收到了什么、在哪一步被拒绝、怎么改。',
  label: 'request_id（13 位小写字母与数字）',
  another: '查看另一次调用',
  ask: '查看',
  absent: '没有找到这个 request_id。请核对它是否完整；这里只保留最近的调用，负载高时会省略一部分。',
}

const en: typeof zh = {
  title: 'Why it failed',
  lead: 'Type the request_id of an answer: what came in, which check refused it, how to repair it.',
  label: 'request_id (13 characters of 0-9 a-z)',
  another: 'Another call',
  ask: 'Look',
  absent:
    'No call has this request_id. Check that it is complete; only the last calls are kept here, and under load some are left out.',
}

const words: Readonly<Record<Language, typeof zh>> = { zh, en }

/** The form for a request id; with one, what is known of that call, or that nothing is. */
export function whyPage(context: PageContext, requestId?: string, report?: Report): string {
  const { language } = context
  const { title, lead, absent } = words[language]
  const isAbsent = requestId !== undefined && report === undefined
  return renderPage(context, docsFrame(language, 'none'), {
    title: requestId === undefined ? title : `${title} ${requestId}`,
    body:
      report === undefined
        ? html`<div class="report"><h1>${title}</h1><p class="lead">${lead}</p>
${isAbsent && html`<div class="note is-caution" role="status"><p>${absent}</p></div>`}${form(language, requestId)}</div>`
        : html`<div class="report">${reportHead(report, language)}
${reportSections(report, language)}
<section><h2>${words[language].another}</h2>${form(language)}</section></div>`,
  })
}

function form(language: Language, requestId = ''): Html {
  const { label, ask } = words[language]
  return html`<form class="find" method="get" action="${WHY_PATH}">
${language !== 'zh' && html`<input type="hidden" name="lang" value="${language}">`}
<div class="find-row"><input name="id" value="${requestId}" aria-label="${label}" placeholder="${label}" required maxlength="64" autocomplete="off" spellcheck="false"><button class="button" type="submit">${ask}</button></div></form>`
}
