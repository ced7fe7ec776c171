import { codeBlock, table } from '../components.ts'
import { html } from '../html.ts'
import { type PageContext, renderPage } from '../layout/page.ts'
import { oauthFrame } from './frame.ts'
import { oauthWords } from './words.ts'

export interface CallbackPageData {
  /** What came, in its order. */
  readonly parameters: readonly (readonly [name: string, value: string])[]
  readonly outcome: 'code' | 'error' | 'nothing'
  /** Exchanges the code, for a shell. */
  readonly command: string
}

/** Where the test apps of a sandbox have their users return. */
export function callbackPage(context: PageContext, data: CallbackPageData): string {
  const { language } = context
  const words = oauthWords[language]
  const title = data.outcome === 'error' ? words.callbackRefused : words.callbackTitle
  return renderPage(context, oauthFrame(language), {
    title,
    body: html`<div class="consent"><h1>${title}</h1>
<p>${data.outcome === 'nothing' ? words.callbackNothing : words.callbackText}</p>
${
  data.parameters.length > 0 &&
  table(
    title,
    [],
    data.parameters.map(
      ([name, value]) =>
        html`<tr><th scope="row"><code>${name}</code></th><td><code>${value}</code></td></tr>`,
    ),
  )
}
${
  data.outcome === 'code' &&
  html`<p>${words.callbackNext}</p>${codeBlock('command', data.command, language, { wrap: true })}`
}</div>`,
  })
}
