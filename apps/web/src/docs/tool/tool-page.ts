import { exampleText } from '@topgate/codegen'
import type { ApiContract, Bilingual, DocumentedApi, Field, Fields } from '@topgate/contracts'
import { topTypeName } from '@topgate/contracts'
import { badge } from '../../components.ts'
import { type Html, html } from '../../html.ts'
import { inLanguage, type Language } from '../../language.ts'
import { type PageContext, renderPage } from '../../layout/page.ts'
import { apiWords } from '../api-words.ts'
import { apiPath, DOCS_PATH, docsFrame, TOOL_PATH } from '../frame.ts'
import { WHY_PATH } from '../why-path.ts'
import { docsWords } from '../words.ts'
import { toolWords } from './tool-words.ts'

export interface ToolPageData {
  readonly api: ApiContract
  /** Everything that can be called, for the list to choose from. */
  readonly choices: readonly { readonly method: string; readonly title: Bilingual }[]
  /** The public test app; null: the visitor brings his own. */
  readonly caller: {
    readonly appKey: string
    readonly secret: string
    readonly session: string
  } | null
}

/** The form of the tool. Controls have no names: without the island nothing of it can travel. */
export function toolPage(context: PageContext, data: ToolPageData): string {
  const { language } = context
  const { api } = data
  const words = toolWords[language]
  return renderPage(context, docsFrame(language, 'tool'), {
    title: `${words.title} · ${api.method}`,
    islands: ['tool.js'],
    body: html`<nav class="crumbs" aria-label="${docsWords[language].crumbs}"><a href="${inLanguage(DOCS_PATH, language)}">${docsWords[language].section}</a> &gt; ${words.title}</nav>
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
${chooser(data, language)}
<div class="tool" data-tool="${apiPath(api.method)}.json" data-language="${language}"${data.caller !== null && html` data-why="${WHY_PATH}"`}>
<form class="tool-form" autocomplete="off">
<noscript><p class="note is-caution">${words.noScript}</p></noscript>
${callerFields(data, language)}
${parameterFields(data, language)}
<p class="tool-send"><button class="button" type="submit">${words.send}</button></p>
</form>
<section class="tool-result" aria-live="polite" aria-labelledby="result-title"><h2 id="result-title">${words.result}</h2>
<div data-result><p class="quiet">${words.beforeSending}</p></div></section>
</div>`,
  })
}

/** An API that is documented here and served elsewhere, if at all. */
export function toolNotServedPage(context: PageContext, api: DocumentedApi): string {
  const { language } = context
  const words = toolWords[language]
  return renderPage(context, docsFrame(language, 'tool'), {
    title: words.notServedTitle,
    body: html`<div class="narrow"><h1>${words.notServedTitle}</h1><p><code>${api.method}</code> ${words.notServedText}</p><p><a class="button" href="${inLanguage(apiPath(api.method), language)}">${words.documentation}</a></p></div>`,
  })
}

function chooser({ api, choices }: ToolPageData, language: Language): Html {
  const words = toolWords[language]
  return html`<form class="tool-chooser" action="${TOOL_PATH}" method="get">
${language !== 'zh' && html`<input type="hidden" name="lang" value="${language}">`}
<label for="tool-method">${words.api}</label>
<select id="tool-method" name="method">${choices.map(
    ({ method, title }) =>
      html`<option value="${method}"${method === api.method && html` selected`}>${method} (${title[language]})</option>`,
  )}</select>
<button class="button is-secondary" type="submit">${words.open}</button>
<a href="${inLanguage(apiPath(api.method), language)}">${words.documentation}</a>
</form>`
}

function callerFields({ api, caller }: ToolPageData, language: Language): Html {
  const words = toolWords[language]
  const session = api.access === 'session' ? (caller?.session ?? '') : ''
  return html`<fieldset class="tool-part"><legend>${words.caller}</legend>
${caller !== null && html`<p class="quiet">${words.sandboxHint}</p>`}
<div class="field"><label for="app-key">${words.appKey}</label><input id="app-key" value="${caller?.appKey ?? ''}" autocomplete="off" spellcheck="false" required></div>
<div class="field"><label for="app-secret">${words.secret}</label><input id="app-secret" type="password" value="${caller?.secret ?? ''}" autocomplete="off" spellcheck="false" aria-describedby="app-secret-hint" required><span class="field-hint" id="app-secret-hint">${words.secretHint}</span></div>
${api.access === 'session' && html`<div class="field"><label for="session">${words.session}</label><input id="session" value="${session}" autocomplete="off" spellcheck="false"></div>`}
<div class="tool-row">
<div class="field"><label for="sign-method">${words.signMethod}</label><select id="sign-method"><option>hmac-sha256</option><option>hmac</option><option>md5</option></select></div>
<div class="field"><label for="answer-form">${words.format}</label><select id="answer-form"><option value="json">json</option><option value="simplified">${words.simplified}</option><option value="xml">xml</option></select></div>
</div>
</fieldset>`
}

function parameterFields({ api, caller }: ToolPageData, language: Language): Html {
  const words = toolWords[language]
  const known = caller === null ? {} : (api.guide.sandboxValues ?? {})
  const controls = fieldControls(api.request, '', known, language)
  return html`<fieldset class="tool-part"><legend>${words.parameters}</legend>
${controls.length === 0 ? html`<p>${words.noParameters}</p>` : html`<p class="quiet">${words.emptyHint}</p>${controls}`}
</fieldset>`
}

type Known = Readonly<Record<string, string>>

function fieldControls(fields: Fields, parent: string, known: Known, language: Language): Html[] {
  return Object.entries(fields).map(([name, field]) => {
    const path = parent + name
    if (field.kind !== 'struct') return control(name, path, field, known, language)
    return html`<fieldset class="tool-struct"><legend><code>${name}</code> <span class="quiet">${topTypeName(field)} · ${field.about[language]}</span></legend>
${fieldControls(field.fields, `${path}.`, known, language)}</fieldset>`
  })
}

function control(name: string, path: string, field: Field, known: Known, language: Language): Html {
  const words = apiWords[language]
  const id = `param.${path}`
  const value = known[path] ?? prefill(field)
  const isLong = field.kind === 'list' || field.kind === 'json' || value.length > 60
  const limits = field.needNote === undefined ? '' : ` · ${field.needNote[language]}`
  return html`<div class="field"><label for="${id}"><code>${name}</code> <span class="quiet">${topTypeName(field)}</span> ${field.need === 'required' && badge(words.required, 'bad')}</label>${
    isLong
      ? html`<textarea id="${id}" data-path="${path}" rows="3" spellcheck="false" aria-describedby="${id}-hint">${value}</textarea>`
      : html`<input id="${id}" data-path="${path}" value="${value}" autocomplete="off" spellcheck="false" aria-describedby="${id}-hint">`
  }<span class="field-hint" id="${id}-hint">${field.about[language]}${limits}</span></div>`
}

/** The example, except where the page masks it with asterisks, which no rule lets through. */
function prefill(field: Field): string {
  const example = exampleText(field)
  return example.includes('*') || field.kind === 'bytes' ? '' : example
}
