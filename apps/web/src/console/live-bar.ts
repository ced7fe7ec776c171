import { type Html, html } from '../html.ts'
import type { Language } from '../language.ts'
import { consoleWords } from './words.ts'

/** Says that the page keeps itself fresh, and stops it. Without a script it stays hidden. */
export function liveBar(language: Language): Html {
  const { live, paused, offline, pause, resume } = consoleWords[language]
  return html`<div class="live-bar" data-live-bar data-live-text="${live}" data-paused-text="${paused}" data-offline-text="${offline}" data-pause-text="${pause}" data-resume-text="${resume}" hidden><span class="live-state" role="status" data-live-state>${live}</span><button class="quiet-button" type="button" data-live-switch>${pause}</button></div>`
}
