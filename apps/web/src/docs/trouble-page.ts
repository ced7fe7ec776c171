import { type Html, html } from '../html.ts'
import { inLanguage, LANGUAGES } from '../language.ts'
import { type PageContext, renderPage } from '../layout/page.ts'
import { DOCS_PATH, docsFrame } from './frame.ts'
import { docsWords } from './words.ts'

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
