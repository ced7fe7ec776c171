import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { type Frame, type PageContent, type PageContext, renderPage } from '../layout/page.ts'
import { consoleWords } from './words.ts'

/** Addresses of the console. */
export const CONSOLE_PATH = '/console'
export const consolePaths = {
  overview: CONSOLE_PATH,
  setUp: `${CONSOLE_PATH}/setup`,
  logIn: `${CONSOLE_PATH}/login`,
  logOut: `${CONSOLE_PATH}/logout`,
  find: `${CONSOLE_PATH}/find`,
  audit: `${CONSOLE_PATH}/audit`,
  status: '/status',
  call: (requestId: string) => `${CONSOLE_PATH}/calls/${requestId}`,
  api: (method: string) => `${CONSOLE_PATH}/apis/${method}`,
} as const

/** The name of the hidden field that every form of a session carries. */
export const FORM_TOKEN = 'form_token'

/** A page of somebody who is logged in. */
export interface ConsoleContext extends PageContext {
  readonly formToken: string
}

export type ConsoleSection = 'overview' | 'find' | 'audit' | 'status' | 'none'

export function renderConsolePage(
  context: ConsoleContext,
  current: ConsoleSection,
  content: PageContent,
): string {
  return renderPage(
    context,
    frame(context, navigation(current, context.language), logOutForm(context)),
    content,
  )
}

/** A page that is there without logging in; where it leads to asks for that. */
export function renderOpenPage(
  context: PageContext,
  current: ConsoleSection,
  content: PageContent,
): string {
  return renderPage(context, frame(context, navigation(current, context.language)), content)
}

function navigation(current: ConsoleSection, language: Language): Frame['navigation'] {
  const words = consoleWords[language]
  const item = (section: ConsoleSection, label: string, href: string) => ({
    label,
    href,
    isCurrent: section === current,
  })
  return [
    item('overview', words.calls, consolePaths.overview),
    item('find', words.find, consolePaths.find),
    item('audit', words.audit, consolePaths.audit),
    item('status', words.status, consolePaths.status),
  ]
}

/** A page of somebody who is not logged in. */
export function renderEntrancePage(context: PageContext, content: PageContent): string {
  return renderPage(context, frame(context, []), content)
}

function frame(context: PageContext, navigation: Frame['navigation'], aside?: Html): Frame {
  return {
    sectionName: consoleWords[context.language].section,
    home: CONSOLE_PATH,
    navigation,
    ...(aside === undefined ? {} : { aside }),
  }
}

function logOutForm(context: ConsoleContext): Html {
  const words = consoleWords[context.language]
  return html`<form method="post" action="${inLanguage(consolePaths.logOut, context.language)}">${formToken(context)}<button class="quiet-button" type="submit">${words.logOut}</button></form>`
}

export function formToken(context: ConsoleContext): Html {
  return html`<input type="hidden" name="${FORM_TOKEN}" value="${context.formToken}">`
}
