import { html } from '../html.ts'
import { inLanguage } from '../language.ts'
import type { PageContext } from '../layout/page.ts'
import { consolePaths, renderEntrancePage } from './frame.ts'
import { consoleWords } from './words.ts'

export type ConsoleTrouble = 'not-found' | 'refused' | 'unavailable'

/** Nothing there, a form that is not ours, or a store that does not answer. */
export function consoleTroublePage(context: PageContext, trouble: ConsoleTrouble): string {
  const { language } = context
  const words = consoleWords[language]
  const [title, text] = {
    'not-found': [words.notFoundTitle, words.notFoundText],
    refused: [words.refusedTitle, words.refusedForm],
    unavailable: [words.troubleTitle, words.troubleText],
  }[trouble] as [string, string]
  return renderEntrancePage(context, {
    title,
    body: html`<div class="narrow"><h1>${title}</h1><p>${text}</p>
<p><a class="button" href="${inLanguage(consolePaths.overview, language)}">${words.toOverview}</a></p></div>`,
  })
}
