import { codeBlock } from '../components.ts'
import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import type { PageContext } from '../layout/page.ts'
import { consolePaths, renderEntrancePage } from './frame.ts'
import { consoleWords } from './words.ts'

/** Why somebody is not inside. */
export type EntranceTrouble =
  | { readonly kind: 'wrong' | 'short' | 'long' | 'common' | 'late' | 'ended' }
  | { readonly kind: 'wait'; readonly waitMs: number }

const PASSWORD_COMMAND = 'npx topgate console password'

export function setUpPage(context: PageContext, trouble?: EntranceTrouble): string {
  const { language } = context
  const words = consoleWords[language]
  return entrancePage(
    context,
    words.setUpTitle,
    html`<p>${words.setUpText}</p>
${troubleNote(language, trouble, words.wrongCode)}
<form method="post" action="${inLanguage(consolePaths.setUp, language)}">
<div class="field"><label for="code">${words.setUpCode}</label>
<input id="code" name="code" required maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="code-hint" autofocus>
<span class="field-hint" id="code-hint">${words.setUpCodeHint}</span></div>
<div class="field"><label for="password">${words.newPassword}</label>
<input id="password" name="password" type="password" required autocomplete="new-password" aria-describedby="password-hint">
<span class="field-hint" id="password-hint">${words.newPasswordHint}</span></div>
<p><button class="button" type="submit">${words.setUp}</button></p>
</form>
${wayBack(language, words.setUpLost)}`,
  )
}

export function logInPage(context: PageContext, trouble?: EntranceTrouble): string {
  const { language } = context
  const words = consoleWords[language]
  return entrancePage(
    context,
    words.logInTitle,
    html`${troubleNote(language, trouble, words.wrongPassword)}
<form method="post" action="${inLanguage(consolePaths.logIn, language)}">
<div class="field"><label for="password">${words.password}</label>
<input id="password" name="password" type="password" required autocomplete="current-password" autofocus></div>
<p><button class="button" type="submit">${words.logIn}</button></p>
</form>
${wayBack(language, words.logInLost)}`,
  )
}

function entrancePage(context: PageContext, title: string, body: Html): string {
  return renderEntrancePage(context, {
    title,
    body: html`<div class="entrance"><h1>${title}</h1>
${body}</div>`,
  })
}

function wayBack(language: Language, text: string): Html {
  return html`<div class="entrance-help"><p>${text}</p>
${codeBlock('password-command', PASSWORD_COMMAND, language)}</div>`
}

function troubleNote(language: Language, trouble: EntranceTrouble | undefined, wrong: string) {
  if (trouble === undefined) return undefined
  const tone = trouble.kind === 'ended' || trouble.kind === 'late' ? 'caution' : 'bad'
  return html`<div class="note is-${tone}" role="alert"><p>${troubleText(language, trouble, wrong)}</p></div>`
}

function troubleText(language: Language, trouble: EntranceTrouble, wrong: string): string {
  const words = consoleWords[language]
  switch (trouble.kind) {
    case 'wrong':
      return wrong
    case 'wait':
      return words.wait(duration(language, trouble.waitMs))
    default:
      return words[trouble.kind]
  }
}

/** Rounded up, so that nobody comes too early. */
function duration(language: Language, ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  const minutes = Math.ceil(seconds / 60)
  if (language === 'zh') return seconds <= 60 ? ` ${seconds} 秒` : ` ${minutes} 分钟`
  return seconds <= 60 ? `${seconds} s` : `${minutes} minutes`
}
