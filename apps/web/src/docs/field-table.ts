import type { FieldRow } from '@topgate/codegen'
import { badge, table } from '../components.ts'
import { type Html, html, trusted } from '../html.ts'
import type { Language } from '../language.ts'
import { apiWords } from './api-words.ts'

const DEPTH_MAX = 7
const LONG_CHARS = 120

/** The table 请求参数 or 响应参数. Every row can be linked to, as `#request.req.type`. */
export function fieldTable(
  side: 'request' | 'response',
  rows: readonly FieldRow[],
  language: Language,
): Html {
  const words = apiWords[language]
  if (rows.length === 0) {
    return html`<p>${side === 'request' ? words.noParameters : words.noFields}</p>`
  }
  const headings =
    side === 'request'
      ? [words.name, words.type, words.need, words.example, words.moreLimits, words.about]
      : [words.name, words.type, words.example, words.about]
  return html`<div class="fields as-cards">${table(
    words[side],
    headings,
    rows.map((row) => fieldRow(side, row, language)),
  )}</div>`
}

function fieldRow(side: 'request' | 'response', row: FieldRow, language: Language): Html {
  const words = apiWords[language]
  const id = `${side}.${row.path}`
  const depth = Math.min(row.depth, DEPTH_MAX)
  return html`<tr id="${id}"><th scope="row" class="field-name depth-${depth}"><a href="#${id}">${row.isMarked && branch}<code>${row.name}</code></a></th><td><code>${row.type}</code></td>${
    side === 'request' &&
    html`<td class="${row.isRequired ? 'is-required' : 'is-optional'}">${row.isRequired ? words.required : words.optional}</td>`
  }<td data-label="${words.example}">${example(row.example, words.example)}</td>${
    side === 'request' &&
    html`<td data-label="${words.moreLimits}">${row.limits.map((limit) => limit[language]).join('; ')}</td>`
  }<td>${row.about[language]}${row.isRestored && html` ${badge(words.restored, 'caution')}`}</td></tr>
`
}

const branch = trusted('<span class="branch">└ </span>')

/** A long value scrolls in its cell, so that a row stays a row. */
function example(text: string, label: string): Html {
  if (text.length <= LONG_CHARS) return html`${text !== '' && html`<code>${text}</code>`}`
  return html`<div class="long" tabindex="0" role="group" aria-label="${label}"><code>${text}</code></div>`
}
