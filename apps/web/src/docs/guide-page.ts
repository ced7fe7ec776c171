import { anchorOf, type Guide, type GuideBlock, platformErrorRows } from '@topgate/codegen'
import { codeBlock, table } from '../components.ts'
import { highlight } from '../highlight.ts'
import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { type PageContext, renderPage } from '../layout/page.ts'
import { errorTable } from './api-sections.ts'
import { DOCS_PATH, docsFrame, GUIDES_PATH, guidePath } from './frame.ts'
import { docsWords } from './words.ts'

/** All guides, in reading order. */
export function guidesPage(context: PageContext, guides: readonly Guide[]): string {
  const { language } = context
  const words = docsWords[language]
  return renderPage(context, docsFrame(language, 'guides'), {
    title: words.guides,
    body: html`${crumbs(language)}
<h1>${words.guides}</h1>
<p class="lead">${words.guidesAbout}</p>
<ol class="guide-list">${guides.map(
      ({ name, title, lead }) =>
        html`<li><a href="${inLanguage(guidePath(name), language)}">${title[language]}</a><p>${lead[language]}</p></li>`,
    )}</ol>`,
  })
}

export function guidePage(context: PageContext, guide: Guide, guides: readonly Guide[]): string {
  const { language } = context
  const words = docsWords[language]
  const hasLab = guide.sections.some(({ blocks }) =>
    blocks.some(({ kind }) => kind === 'signing-lab'),
  )
  return renderPage(context, docsFrame(language, 'guides'), {
    title: guide.title[language],
    description: guide.lead[language],
    islands: hasLab ? ['signing.js'] : [],
    alternates: [{ type: 'text/markdown', href: `${guidePath(guide.name)}.md` }],
    body: html`<div class="with-sidebar">
<aside class="sidebar"><nav aria-label="${words.guides}"><p class="sidebar-title">${words.guides}</p><ul>${guides.map(
      ({ name, title }) =>
        html`<li><a href="${inLanguage(guidePath(name), language)}"${name === guide.name && html` aria-current="page"`}>${title[language]}</a></li>`,
    )}</ul></nav></aside>
<article class="guide">
${crumbs(language)}
<h1>${guide.title[language]}</h1>
<p class="lead">${guide.lead[language]}</p>
${guide.sections.map(
  (section, at) => html`<section id="${anchorOf(section)}"><h2>${section.title[language]}</h2>
${section.blocks.map((block, index) => guideBlock(block, `code-${at + 1}-${index + 1}`, language))}
</section>
`,
)}
${next(guide, guides, language)}
</article></div>`,
  })
}

/** The guides are read in their order; behind the last one the APIs begin. */
function next(guide: Guide, guides: readonly Guide[], language: Language): Html {
  const words = docsWords[language]
  const following = guides[guides.indexOf(guide) + 1]
  const [path, title] =
    following === undefined
      ? [DOCS_PATH, words.catalogue]
      : [guidePath(following.name), following.title[language]]
  return html`<p class="next">${words.next}<a href="${inLanguage(path, language)}">${title}</a></p>`
}

function crumbs(language: Language): Html {
  const words = docsWords[language]
  return html`<nav class="crumbs" aria-label="${words.crumbs}"><a href="${inLanguage(DOCS_PATH, language)}">${words.section}</a> &gt; <a href="${inLanguage(GUIDES_PATH, language)}">${words.guides}</a></nav>`
}

function guideBlock(block: GuideBlock, id: string, language: Language): Html {
  switch (block.kind) {
    case 'text':
      return html`<p>${withCode(block.text[language])}</p>`
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${withCode(item[language])}</li>`)}</ul>`
    case 'command':
      return codeBlock(id, highlight(block.command, 'shell'), language)
    case 'program':
      return codeBlock(id, highlight(block.code, 'code'), language)
    case 'signing-lab':
      return signingLab(language)
    case 'platform-errors':
      return errorTable(platformErrorRows(), language)
    default:
      return block satisfies never
  }
}

/** What stands between backticks becomes code. */
function withCode(text: string): Html {
  const parts = text.split('`')
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`
}

const labParameters = [
  ['method', 'taobao.item.seller.get'],
  ['app_key', '12345678'],
  ['session', 'test'],
  ['timestamp', '2016-01-01 12:00:00'],
  ['format', 'json'],
  ['v', '2.0'],
  ['fields', 'num_iid,title,nick,price,num'],
  ['num_iid', '11223344'],
] as const

/** The published example of TOP, to change and to watch. Controls have no names and go nowhere. */
function signingLab(language: Language): Html {
  const words = docsWords[language]
  const rows = labParameters.map(
    ([name, value]) =>
      html`<tr><th scope="row"><label for="lab-p-${name}"><code>${name}</code></label></th><td><input id="lab-p-${name}" data-lab="${name}" value="${value}" autocomplete="off" spellcheck="false"></td></tr>`,
  )
  return html`<div class="lab" data-signing-lab>
${table(words.labParameters, [words.labName, words.labValue], rows)}
<div class="tool-row">
<div class="field"><label for="lab-secret">AppSecret</label><input id="lab-secret" value="helloworld" autocomplete="off" spellcheck="false"></div>
<div class="field"><label for="lab-sign-method">sign_method</label><select id="lab-sign-method"><option>md5</option><option>hmac</option><option>hmac-sha256</option></select></div>
</div>
<p class="field-label">${words.labText}</p>
${codeBlock('lab-text', '', language, { wrap: true })}
<p class="field-label">sign</p>
${codeBlock('lab-sign', '', language, { wrap: true })}
</div>`
}
