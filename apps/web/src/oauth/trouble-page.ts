import { codeBlock } from '../components.ts'
import { guidePath } from '../docs/frame.ts'
import { type Html, html } from '../html.ts'
import { inLanguage } from '../language.ts'
import { type PageContext, renderPage } from '../layout/page.ts'
import { oauthFrame } from './frame.ts'
import { type OauthTrouble, oauthWords } from './words.ts'

export interface TroubleFacts {
  /** The name of the error in OAuth. */
  readonly error: string
  /** What mends it, for a shell. */
  readonly command?: string
}

/** Nobody is sent anywhere: what is wrong, and for the developer what to do. */
export function oauthTroublePage(
  context: PageContext,
  trouble: OauthTrouble,
  { error, command }: TroubleFacts,
): string {
  const { language } = context
  const words = oauthWords[language]
  const { title, text } = words.troubles[trouble]
  return renderPage(context, oauthFrame(language), {
    title,
    body: html`<div class="consent"><h1>${title}</h1>
<p>${text}</p>
${command !== undefined && codeBlock('command', command, language, { wrap: true })}
<p class="quiet">${words.errorName} <code>${error}</code></p>
${guideLink(context)}</div>`,
  })
}

function guideLink({ language }: PageContext): Html {
  const words = oauthWords[language]
  const href = inLanguage(guidePath('sessions'), language)
  return html`<p class="quiet">${words.forDeveloper}: <a href="${href}">${words.toGuide}</a></p>`
}
