import {
  codeSample,
  indentJson,
  jsonAnswerSample,
  type SampleLanguage,
  sampleLanguages,
  sdkLanguages,
  verifiedDay,
  xmlAnswerSample,
} from '@topgate/codegen'
import { type DocumentedApi, platformErrors } from '@topgate/contracts'
import { codeBlock, type Tab, tabs } from '../components.ts'
import { type CodeLanguage, highlight } from '../highlight.ts'
import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { apiWords } from './api-words.ts'
import { guidePath, SDK_PATH, sdkArchivePath } from './frame.ts'
import { sdkWords } from './sdk/sdk-words.ts'

/** 请求示例: one tab for each language of the pages. */
export function requestSamples(
  api: DocumentedApi,
  curl: { readonly command: string; readonly isSigned: boolean },
  language: Language,
): Html {
  const words = apiWords[language]
  const panels = sampleLanguages.map((name): Tab => {
    const id = `sample-${name.replace(/[^A-Za-z]/g, '').toLowerCase()}`
    if (name !== 'CURL') {
      const code = highlight(codeSample(api, name), grammarOf(name))
      const block = codeBlock(id, code, language)
      return { label: name, panel: html`${block}${verifiedLine(api, name, language)}` }
    }
    return {
      label: name,
      panel: html`<p>${curl.isSigned ? words.curlSandbox : words.curlOwn}</p>${codeBlock(id, highlight(curl.command, 'shell'), language)}${verifiedLine(api, name, language)}`,
    }
  })
  return html`${tabs('request-samples', words.requestSample, panels)}
${api.served !== null && sampleNames(language)}
${sdkLinks(api.method, language)}`
}

/** What the samples leave open, and where it can be had at once. */
function sampleNames(language: Language): Html {
  const href = inLanguage(guidePath('sandbox'), language)
  return html`<p>${apiWords[language].sampleNames} <a href="${href}">${sdkWords[language].testApps}</a></p>`
}

/** Only what is served here can be run here. */
function verifiedLine({ served }: DocumentedApi, name: SampleLanguage, language: Language): Html {
  const day = served === null ? undefined : verifiedDay(name)
  if (day === undefined) return html``
  return html`<p class="quiet verified">${apiWords[language].verified(day)}</p>`
}

function sdkLinks(method: string, language: Language): Html {
  const words = apiWords[language]
  const links = sdkLanguages.map(
    ({ name, title }) =>
      html`<li><a href="${sdkArchivePath(name, method)}" rel="nofollow" download>${title}</a></li>`,
  )
  return html`<p id="sdk">${words.sdkAbout} <a href="${inLanguage(SDK_PATH, language)}">${words.sdkAll}</a></p>
<ul class="sdk-links">${links}</ul>`
}

export function grammarOf(name: SampleLanguage): CodeLanguage {
  if (name === 'PHP') return 'php'
  return name === 'Python' ? 'python' : 'code'
}

/** 响应示例: as the page prints it, simplified, and what a sandbox really answers. */
export function responseSamples(api: DocumentedApi, language: Language): Html {
  const words = apiWords[language]
  const actual = api.served?.guide.sandboxAnswer
  const panels: Tab[] = [
    xmlTab(words.xml, 'answer-xml', xmlAnswerSample(api), language),
    jsonTab(words.json, 'answer-json', jsonAnswerSample(api, 'json'), language),
    jsonTab(
      words.simplified,
      'answer-simplified',
      jsonAnswerSample(api, 'simplified'),
      language,
      words.simplifiedAbout,
    ),
  ]
  if (actual !== undefined) {
    const about = `${words.actualAbout}${language === 'en' ? ' ' : ''}${actual.why[language]}`
    panels.push(jsonTab(words.actual, 'answer-actual', indentJson(actual.body), language, about))
  }
  return tabs('response-samples', words.responseSample, panels)
}

/** 异常示例, which is the same on all pages. */
export function errorSamples(language: Language): Html {
  const words = apiWords[language]
  const { code, msg, subCode, cause } = platformErrors['invalid-parameter']
  const members = { code, msg, sub_code: subCode, sub_msg: cause.zh }
  const xml = Object.entries(members).map(([name, value]) => `    <${name}>${value}</${name}>`)
  return tabs('error-samples', words.errorSample, [
    xmlTab(
      words.xml,
      'error-xml',
      ['<error_response>', ...xml, '</error_response>'].join('\n'),
      language,
    ),
    jsonTab(
      words.json,
      'error-json',
      JSON.stringify({ error_response: members }, null, 4),
      language,
    ),
  ])
}

function xmlTab(label: string, id: string, code: string, language: Language): Tab {
  return { label, panel: codeBlock(id, highlight(code, 'xml'), language) }
}

function jsonTab(label: string, id: string, code: string, language: Language, about?: string): Tab {
  const block = codeBlock(id, highlight(code, 'json'), language)
  return { label, panel: about === undefined ? block : html`<p>${about}</p>${block}` }
}
