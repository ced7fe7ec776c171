import type { Bilingual } from '@topgate/contracts'
import { type Html, html } from '../html.ts'
import { inLanguage } from '../language.ts'
import { type PageContext, renderPage } from '../layout/page.ts'
import { oauthFrame } from './frame.ts'
import { oauthWords } from './words.ts'

/** Names of the fields of the form. */
export const consentFields = {
  token: 'form_token',
  decision: 'decision',
  testUser: 'sandbox_user',
} as const

/** One thing that the app asks for. */
export interface AskedScope {
  readonly name: string
  readonly title: Bilingual
  /** APIs that work in the user's name with it. */
  readonly apis: readonly { readonly method: string; readonly title: Bilingual }[]
}

export interface ConsentPageData {
  readonly app: { readonly name: string; readonly key: string }
  /** Host of the address that the user returns to. */
  readonly returnsTo: string
  readonly scopes: readonly AskedScope[]
  readonly user: ConsentUser
  readonly formToken: string
  /** Where the form goes: the request itself. */
  readonly action: string
  readonly sessionHours: number
  readonly refreshDays: number
}

export type ConsentUser =
  /** The owner's site has said who it is. */
  | {
      readonly kind: 'known'
      readonly nick: string
      readonly maskedId: string
      /** Logs somebody else in. */
      readonly otherUser: string
    }
  /** In a sandbox: whoever the visitor chooses to be. */
  | { readonly kind: 'test'; readonly suggested: string }

/** Asks the user whether the app may act in his name. */
export function consentPage(context: PageContext, data: ConsentPageData): string {
  const { language } = context
  const words = oauthWords[language]
  const title = words.consentTitle(data.app.name)
  const { token, decision } = consentFields
  return renderPage(context, oauthFrame(language), {
    title,
    body: html`<div class="consent"><h1>${title}</h1>
${asked(context, data)}
<form method="post" action="${inLanguage(data.action, language)}">
<input type="hidden" name="${token}" value="${data.formToken}">
${who(context, data.user)}
${facts(context, data)}
<div class="consent-answer"><button class="button" type="submit" name="${decision}" value="allow">${words.allow}</button>
<button class="button is-secondary" type="submit" name="${decision}" value="refuse" formnovalidate>${words.refuse}</button></div>
<p class="quiet">${words.refuseText}</p>
</form></div>`,
  })
}

function asked({ language }: PageContext, { scopes }: ConsentPageData): Html {
  const words = oauthWords[language]
  return html`<p>${words.consentText}</p>
<ul class="consent-scopes">${
    scopes.length === 0
      ? html`<li>${words.nothing}</li>`
      : scopes.map(
          ({ title, apis }) =>
            html`<li><strong>${title[language]}</strong>${
              apis.length > 0 &&
              html`<details><summary>${words.viaApis}</summary><ul>${apis.map(
                (api) => html`<li>${api.title[language]} <code>${api.method}</code></li>`,
              )}</ul></details>`
            }</li>`,
        )
  }</ul>`
}

function who({ language }: PageContext, user: ConsentUser): Html {
  const words = oauthWords[language]
  if (user.kind === 'known') {
    return html`<p class="consent-user"><span class="field-label">${words.account}</span>
<strong>${user.nick}</strong> <code>${user.maskedId}</code>
<a href="${inLanguage(user.otherUser, language)}">${words.notYou}</a></p>`
  }
  const id = consentFields.testUser
  return html`<div class="field"><label for="${id}">${words.testUser}</label>
<input id="${id}" name="${id}" required value="${user.suggested}" inputmode="numeric" pattern="[1-9][0-9]{0,18}" maxlength="19" autocomplete="off" aria-describedby="${id}-hint">
<span class="field-hint" id="${id}-hint">${words.testUserHint}</span></div>`
}

function facts({ language }: PageContext, data: ConsentPageData): Html {
  const words = oauthWords[language]
  const lasts = words.lastsText(words.hours(data.sessionHours), words.days(data.refreshDays))
  return html`<dl class="consent-facts">
<dt>${words.app}</dt><dd>${data.app.name} <span class="quiet">${words.appKey} ${data.app.key}</span></dd>
<dt>${words.returnsTo}</dt><dd><code>${data.returnsTo}</code></dd>
<dt>${words.lasts}</dt><dd>${lasts}</dd>
</dl>`
}
