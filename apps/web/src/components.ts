import { type Html, html, type Part } from './html.ts'
import type { Language } from './language.ts'
import { layoutWords } from './layout/words.ts'

/** A block of code with a button that copies it. The id must be unique in the page. */
export function codeBlock(
  id: string,
  code: Part,
  language: Language,
  options: { readonly wrap?: boolean } = {},
): Html {
  const { copy } = layoutWords[language]
  return html`<div class="code"><pre${options.wrap && html` class="is-wrapped"`} tabindex="0"><code id="${id}">${code}</code></pre><button class="copy" type="button" data-copy="${id}">${copy}</button></div>`
}

export interface Tab {
  readonly label: string
  readonly panel: Html
}

/** Panels of which one shows. Plain radio buttons, so that they work by keyboard without a script. */
export function tabs(id: string, legend: string, panels: readonly Tab[]): Html {
  return html`<fieldset class="tabs" id="${id}"><legend class="visually-hidden">${legend}</legend>
<div class="tab-list">${panels.map(
    ({ label }, index) =>
      html`<label><input type="radio" name="${id}-tab"${index === 0 && html` checked`}>${label}</label>`,
  )}</div>
${panels.map(({ panel }) => html`<div class="tab-panel">${panel}</div>`)}
</fieldset>`
}

export type Tone = 'plain' | 'accent' | 'good' | 'caution' | 'bad'

export function badge(text: string, tone: Tone = 'plain'): Html {
  return html`<span class="badge${tone !== 'plain' && ` is-${tone}`}">${text}</span>`
}

/** A table in a box of its own that scrolls when it is too wide. `rows` are whole `<tr>`s. */
export function table(label: string, headings: readonly Part[], rows: readonly Html[]): Html {
  return html`<div class="table-box" role="group" aria-label="${label}" tabindex="0"><table>
<thead><tr>${headings.map((heading) => html`<th scope="col">${heading}</th>`)}</tr></thead>
<tbody>
${rows}
</tbody></table></div>`
}
