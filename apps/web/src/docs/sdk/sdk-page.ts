import { codeSample, type SdkLanguage, sampleLanguages } from '@topgate/codegen'
import { documentServed, userActionSync } from '@topgate/contracts'
import { codeBlock, table, tabs } from '../../components.ts'
import { highlight } from '../../highlight.ts'
import { type Html, html } from '../../html.ts'
import { inLanguage, type Language } from '../../language.ts'
import { type PageContext, renderPage } from '../../layout/page.ts'
import { grammarOf } from '../api-samples.ts'
import { DOCS_PATH, docsFrame, guidePath, sdkArchivePath } from '../frame.ts'
import { docsWords } from '../words.ts'
import { sdkFacts, sdkWords } from './sdk-words.ts'

/** `/sdk`: the client libraries, one row for each language. */
export function sdkPage(context: PageContext, languages: readonly SdkLanguage[]): string {
  const { language } = context
  const words = sdkWords[language]
  const catalogue = docsWords[language]
  return renderPage(context, docsFrame(language, 'sdk'), {
    title: words.title,
    description: words.lead,
    body: html`<nav class="crumbs" aria-label="${catalogue.crumbs}"><a href="${inLanguage(DOCS_PATH, language)}">${catalogue.section}</a> &gt; ${catalogue.sdk}</nav>
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<h2 id="downloads">${words.downloads}</h2>
<div class="sdks as-cards">${table(
      words.downloads,
      [words.language, words.needs, words.use, words.archive],
      languages.map((each) => languageRow(each, language)),
    )}</div>
<p>${words.oneApi}</p>
<h2 id="first-call">${words.firstCall}</h2>
<p>${words.firstCallAbout} <a href="${inLanguage(guidePath('sandbox'), language)}">${words.testApps}</a></p>
${firstCalls(language)}
<h2 id="features">${words.every}</h2>
<ul>${words.features.map((feature) => html`<li>${feature}</li>`)}</ul>
<p>${words.guideAbout} <a href="${inLanguage(guidePath('sdk'), language)}">${words.guide}</a></p>
<h2 id="command-line">${words.commandLine}</h2>
<p>${words.commandLineAbout}</p>
${codeBlock('sdk-command', highlight('npx topgate sdk java --out sdk', 'shell'), language)}
<p>${words.importedAbout}</p>
${codeBlock('sdk-imported', highlight(importedCommands, 'shell'), language)}`,
  })
}

const importedCommands = `npx topgate contract import top-apis.ndjson.gz
npx topgate sdk typescript --out sdk --api METHOD`

function languageRow({ name, title }: SdkLanguage, language: Language): Html {
  const words = sdkWords[language]
  const { needs, use } = sdkFacts[name]
  return html`<tr><th scope="row">${title}</th><td>${needs[language]}</td><td><code>${use}</code></td><td><a href="${sdkArchivePath(name)}" download aria-label="${title} ${words.download}">${words.download}</a></td></tr>
`
}

/** The charity call in each language; curl has a signature and stands on the page of the API. */
function firstCalls(language: Language): Html {
  const api = documentServed(userActionSync)
  const panels = sampleLanguages.flatMap((name) => {
    if (name === 'CURL') return []
    const id = `first-${name.replace(/[^A-Za-z]/g, '').toLowerCase()}`
    const code = highlight(codeSample(api, name), grammarOf(name))
    return [{ label: name, panel: codeBlock(id, code, language) }]
  })
  return tabs('first-calls', sdkWords[language].firstCall, panels)
}
