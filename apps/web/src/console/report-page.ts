import type { Bilingual } from '@topgate/contracts'
import { badge, codeBlock } from '../components.ts'
import { type Html, html, type Part } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { type ConsoleContext, consolePaths, formToken, renderConsolePage } from './frame.ts'
import { moment } from './moment.ts'
import type { Mark, Report, RowsSection, Section, Value } from './report.ts'
import { visibleText } from './visible-text.ts'
import { consoleWords } from './words.ts'

/** Whether sensitive content stands in the report, and how to get to see it. */
export type Masking =
  | {
      readonly kind: 'masked'
      /** What is hidden, and why. */
      readonly about: Bilingual
      readonly action: string
      readonly isUnfit: boolean
    }
  | { readonly kind: 'unmasked' }

export const REASON_CHARS_MIN = 5
export const REASON_CHARS_MAX = 200

/** The state of one thing. */
export function reportPage(context: ConsoleContext, report: Report, masking?: Masking): string {
  const { language } = context
  const words = consoleWords[language]
  return renderConsolePage(context, 'find', {
    title: `${report.kind[language]} ${report.id}`,
    body: html`<div class="report"><nav class="crumbs" aria-label="${words.find}"><a href="${inLanguage(consolePaths.find, language)}">${words.find}</a></nav>
${reportHead(report, language)}
${masking?.kind === 'masked' && reasonForm(context, masking)}
${masking?.kind === 'unmasked' && html`<div class="note is-caution" role="status"><p>${words.unmasked}</p></div>`}
${reportSections(report, language)}</div>`,
  })
}

export function reportHead({ kind, id, badges = [] }: Report, language: Language): Html {
  return html`<div class="report-head"><p class="report-kind">${kind[language]}</p>
<h1 class="report-id">${visibleText(id)}</h1>
${badges.length > 0 && html`<p class="badges">${badges.map((mark) => markOf(mark, language))}</p>`}</div>`
}

export function reportSections({ sections }: Report, language: Language): Html {
  return html`${sections.map((section) => sectionOf(section, language))}`
}

/** Folded away until somebody asks; open when the reason was not good enough. */
function reasonForm(
  context: ConsoleContext,
  { about, action, isUnfit }: Extract<Masking, { kind: 'masked' }>,
): Html {
  const { language } = context
  const words = consoleWords[language]
  return html`<details class="reason"${isUnfit && html` open`}>
<summary>${words.unmask}</summary>
<form method="post" action="${inLanguage(action, language)}">
${formToken(context)}
<p>${about[language]}</p>
<p>${words.unmaskText}</p>
<div class="field"><label for="reason">${words.reasonLabel}</label>
<input id="reason" name="reason" required minlength="${REASON_CHARS_MIN}" maxlength="${REASON_CHARS_MAX}" autocomplete="off" aria-describedby="reason-hint"${isUnfit && html` aria-invalid="true"`}>
<span class="field-hint" id="reason-hint">${isUnfit ? words.reasonUnfit : words.reasonHint}</span></div>
<button class="button" type="submit">${words.unmask}</button>
</form></details>`
}

function sectionOf(section: Section, language: Language): Html {
  const words = consoleWords[language]
  const title = section.title[language]
  if (section.kind === 'facts') {
    return html`<section><h2>${title}</h2><dl class="facts">
${section.facts.map(
  ([
    label,
    value,
  ]) => html`<div><dt>${typeof label === 'string' ? label : label[language]}</dt><dd>${shown(value, language)}</dd></div>
`,
)}</dl></section>`
  }
  const { about } = section
  const lead = about !== undefined && html`<p class="quiet">${about[language]}</p>`
  if (section.kind === 'code') {
    const { id, code, notes = [] } = section
    return html`<section><h2>${title}</h2>${lead}${
      notes.length > 0 &&
      html`<ul class="quiet">${notes.map((note) => html`<li>${note[language]}</li>`)}</ul>`
    }${codeBlock(id, code, language, { wrap: true })}</section>`
  }
  const { empty } = section
  return html`<section><h2>${title}</h2>${lead}
${section.rows.length === 0 ? html`<p class="quiet">${empty?.[language] ?? words.nothing}</p>` : rowsTable(section, language)}</section>`
}

function rowsTable({ title, columns, rows }: RowsSection, language: Language): Html {
  const counts = columns.map((_, column) => rows.some((row) => typeof row[column] === 'number'))
  const alignment = (column: number) => counts[column] === true && html` class="is-number"`
  return html`<div class="as-cards"><div class="table-box" role="region" aria-label="${title[language]}" tabindex="0"><table>
<thead><tr>${columns.map((label, column) => html`<th scope="col"${alignment(column)}>${label[language]}</th>`)}</tr></thead>
<tbody>
${rows.map(
  (
    row,
  ) => html`<tr>${row.map((value, column) => html`<td${alignment(column)} data-label="${columns[column]?.[language]}">${shown(value, language)}</td>`)}</tr>
`,
)}</tbody></table></div></div>`
}

function shown(value: Value, language: Language): Part {
  if (value === null || value === '') return consoleWords[language].none
  if (typeof value === 'number') return value.toLocaleString('en')
  if (typeof value === 'string') return visibleText(value)
  if (isList(value)) {
    if (value.length === 0) return consoleWords[language].none
    return html`<span class="badges">${value.map((part) => shown(part, language))}</span>`
  }
  if ('moment' in value) return moment(value.moment)
  if ('code' in value) return html`<code>${visibleText(value.code)}</code>`
  if ('lines' in value) return html`<span class="lines">${visibleText(value.lines)}</span>`
  if ('mark' in value) return markOf(value.mark, language)
  if ('href' in value) {
    const text = typeof value.text === 'string' ? visibleText(value.text) : value.text[language]
    return html`<a href="${inLanguage(value.href, language)}">${text}</a>`
  }
  return value[language]
}

function isList(value: object): value is readonly Value[] {
  return Array.isArray(value)
}

function markOf({ text, tone }: Mark, language: Language): Html {
  return badge(typeof text === 'string' ? text : text[language], tone)
}
