import type { ApiSummary } from '@topgate/codegen'
import { type Html, html } from '../html.ts'
import { inLanguage, LANGUAGES } from '../language.ts'
import { type PageContext, renderPage } from '../layout/page.ts'
import { apiPath, DOCS_PATH, docsFrame } from './frame.ts'
import { docsWords } from './words.ts'

const NAME_CHARS_SHOWN = 100

/** What a visitor sees at an address that has nothing. */
export function notFoundPage(context: PageContext): string {
  const words = docsWords[context.language]
  return troublePage(
    context,
    words.notFoundTitle,
    html`<p>${words.notFoundText}</p>
<p><a class="button" href="${inLanguage(DOCS_PATH, context.language)}">${words.toCatalogue}</a></p>`,
  )
}

/** The address names an API that nobody knows: here are those with the nearest names. */
export function unknownApiPage(
  context: PageContext,
  method: string,
  nearest: readonly ApiSummary[],
): string {
  const { language } = context
  const words = docsWords[language]
  const shown = method.length > NAME_CHARS_SHOWN ? `${method.slice(0, NAME_CHARS_SHOWN)}…` : method
  return troublePage(
    context,
    words.noApiTitle,
    html`<p>${words.noApiText(shown)}</p>
${
  nearest.length > 0 &&
  html`<p>${words.nearest}</p>
<ul>${nearest.map(
    (api) =>
      html`<li><a href="${inLanguage(apiPath(api.method), language)}"><code>${api.method}</code></a> ${api.title[language]}</li>`,
  )}</ul>`
}
<p><a class="button" href="${inLanguage(DOCS_PATH, language)}">${words.toCatalogue}</a></p>`,
  )
}

/** The address asks for a language that we do not speak: here is the page in those that we do. */
export function unknownLanguagePage(context: PageContext): string {
  const words = docsWords[context.language]
  return troublePage(
    context,
    words.unknownLanguageTitle,
    html`<p>${words.unknownLanguageText}</p>
<ul>${LANGUAGES.map(
      (language) =>
        html`<li><a href="${inLanguage(context.address, language)}">${language === 'zh' ? '中文' : 'English'}</a></li>`,
    )}</ul>`,
  )
}

function troublePage(context: PageContext, title: string, text: Html): string {
  return renderPage(context, docsFrame(context.language, 'none'), {
    title,
    body: html`<div class="narrow"><h1>${title}</h1>${text}</div>`,
  })
}
