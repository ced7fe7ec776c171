import type { Bilingual } from '@topgate/contracts'
import { table } from '../components.ts'
import { html } from '../html.ts'
import { inLanguage } from '../language.ts'
import { type ConsoleContext, consolePaths, formToken, renderConsolePage } from './frame.ts'
import { consoleWords } from './words.ts'

export const FIND_CHARS_MAX = 200

/** One kind of thing that can be found, and what its ids look like. */
export interface FindKind {
  readonly name: Bilingual
  readonly form: Bilingual
  readonly example: string
}

/** One thing that has the id. */
export interface Finding {
  readonly kind: Bilingual
  readonly label: string
  readonly href: string
}

/**
 * Asks for an id and tells what it is. The id travels in the body of the request and is not printed
 * again: it may be a phone number.
 */
export function findPage(
  context: ConsoleContext,
  kinds: readonly FindKind[],
  findings?: readonly Finding[],
): string {
  const { language } = context
  const words = consoleWords[language]
  return renderConsolePage(context, 'find', {
    title: words.findTitle,
    body: html`<h1>${words.findTitle}</h1>
<form class="find" method="post" action="${inLanguage(consolePaths.find, language)}" role="search">
${formToken(context)}
<div class="field"><label for="id">${words.findLabel}</label>
<div class="find-row"><input id="id" name="id" type="search" required maxlength="${FIND_CHARS_MAX}" autocomplete="off" autocapitalize="off" spellcheck="false" autofocus>
<button class="button" type="submit">${words.findButton}</button></div></div>
</form>
${
  findings !== undefined &&
  findings.length > 0 &&
  html`<p role="status">${words.foundMany}</p>
<ul class="findings">${findings.map(
    ({ kind, label, href }) =>
      html`<li><span class="report-kind">${kind[language]}</span> <a href="${inLanguage(href, language)}">${label}</a></li>`,
  )}</ul>`
}
${findings !== undefined && findings.length === 0 && html`<div class="note is-caution" role="alert"><p>${words.foundNone}</p></div>`}
<h2>${words.findKinds}</h2>
${table(
  words.findKinds,
  [words.kind, words.idForm, words.example],
  kinds.map(
    ({ name, form, example }) =>
      html`<tr><th scope="row">${name[language]}</th><td>${form[language]}</td><td><code>${example}</code></td></tr>`,
  ),
)}`,
  })
}
