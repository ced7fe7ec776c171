import { html } from '../html.ts'
import { type PageContext, renderPage } from '../layout/page.ts'
import { docsFrame } from './frame.ts'
import { docsWords } from './words.ts'

/** 文档中心 > API类目. */
export function cataloguePage(context: PageContext): string {
  const words = docsWords[context.language]
  return renderPage(context, docsFrame(context.language, 'apis'), {
    title: words.catalogue,
    body: html`<h1>${words.catalogue}</h1>`,
  })
}
