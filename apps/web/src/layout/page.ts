import { type Html, html } from '../html.ts'
import { inLanguage, type Language } from '../language.ts'
import { brandMark, moonIcon, searchIcon } from './icons.ts'
import { layoutWords } from './words.ts'

/** Files that pages load, by the name under which they are bundled. */
export type AssetName =
  | 'site.css'
  | 'theme.js'
  | 'site.js'
  | 'live.js'
  | 'tool.js'
  | 'signing.js'
  | 'favicon.svg'

/** What every page knows of the request that it answers. */
export interface PageContext {
  readonly language: Language
  /** Path and query of this page, for the language switch. */
  readonly address: string
  /** The address of a bundled file; its name carries a hash of its content. */
  asset(name: AssetName): string
}

export interface NavigationItem {
  readonly label: string
  readonly href: string
  readonly isCurrent: boolean
}

/** What distinguishes one part of the site (documentation, console) from another. */
export interface Frame {
  readonly sectionName: string
  readonly home: string
  readonly navigation: readonly NavigationItem[]
  /** Where the search box of the header sends its `q`; none: no search box. */
  readonly search?: {
    readonly action: string
    /** Answers `?q=` with `SearchSuggestion`s, as one types. */
    readonly suggestions: string
    readonly label: string
    readonly value?: string
  }
  /** Shown at the right of the header, such as a log-out form. */
  readonly aside?: Html
}

export interface PageContent {
  readonly title: string
  readonly description?: string
  readonly body: Html
  /** Islands beside the one of every page. */
  readonly islands?: readonly AssetName[]
  /** Links in the head, such as the Markdown twin of the page. */
  readonly alternates?: readonly { readonly type: string; readonly href: string }[]
}

/** A whole document: header, content, footer. No inline script or style anywhere. */
export function renderPage(context: PageContext, frame: Frame, content: PageContent): string {
  const { language } = context
  const words = layoutWords[language]
  const document = html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<title>${content.title} · ${words.product}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${content.description !== undefined && html`<meta name="description" content="${content.description}">`}
<link rel="icon" href="${context.asset('favicon.svg')}" type="image/svg+xml">
<link rel="stylesheet" href="${context.asset('site.css')}">
<script src="${context.asset('theme.js')}"></script>
${(content.alternates ?? []).map(
  ({ type, href }) => html`<link rel="alternate" type="${type}" href="${href}">`,
)}
${(['site.js', ...(content.islands ?? [])] as const).map(
  (island) => html`<script type="module" src="${context.asset(island)}"></script>`,
)}
</head>
<body data-copied="${words.copied}" data-copy-failed="${words.copyFailed}">
<a class="skip" href="#content">${words.skip}</a>
${header(context, frame)}
<main id="content" tabindex="-1">
${content.body}
</main>
${footer(frame, language)}
</body>
</html>
`
  return document.toString()
}

function header({ language, address }: PageContext, frame: Frame): Html {
  const words = layoutWords[language]
  const other = language === 'zh' ? 'en' : 'zh'
  return html`<header class="site-header">
<div class="site-header-row">
<a class="brand" href="${inLanguage(frame.home, language)}">${brandMark}<span class="brand-name">${words.product}</span><span class="brand-section">${frame.sectionName}</span></a>
<nav class="site-nav" aria-label="${words.menu}">
${frame.navigation.map(
  ({ label, href, isCurrent }) =>
    html`<a href="${inLanguage(href, language)}"${isCurrent && html` aria-current="page"`}>${label}</a>`,
)}
</nav>
${frame.search !== undefined && searchBox(frame.search, language)}
<div class="site-actions">
${frame.aside}
<a class="quiet-button" href="${inLanguage(address, other)}" hreflang="${other}" lang="${other === 'zh' ? 'zh-CN' : 'en'}" title="${words.otherLanguageLabel}">${words.otherLanguage}</a>
<button class="quiet-button icon-button" type="button" data-theme-switch aria-label="${words.theme}" title="${words.theme}">${moonIcon}</button>
</div>
</div>
</header>`
}

function searchBox(search: NonNullable<Frame['search']>, language: Language): Html {
  return html`<form class="site-search" role="search" action="${search.action}" method="get">
${language !== 'zh' && html`<input type="hidden" name="lang" value="${language}">`}
${searchIcon}<input type="search" name="q" value="${search.value ?? ''}" placeholder="${search.label}" aria-label="${search.label}" autocomplete="off" spellcheck="false" maxlength="100" data-search="${inLanguage(search.suggestions, language)}">
</form>`
}

function footer(frame: Frame, language: Language): Html {
  const words = layoutWords[language]
  return html`<footer class="site-footer"><p>${words.product} ${words.productLine} · ${frame.sectionName}</p><p><a href="#top" class="to-top">${words.toTop}</a></p></footer>`
}
