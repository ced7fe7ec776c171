import type { Language } from '../language.ts'

/** Chinese is the source; the type makes English complete. */
const zh = {
  section: '文档中心',
  apis: 'API 文档',
  tool: 'API 工具',
  guides: '接入指南',
  search: '搜索 API、字段、错误码',
  catalogue: 'API类目',
  notFoundTitle: '没有这个页面',
  notFoundText: '地址可能有误，或页面已经移动。',
  unknownLanguageTitle: '没有这种语言',
  unknownLanguageText: '文档有中文和英文两种。',
  toCatalogue: '回到 API类目',
}

const en: typeof zh = {
  section: 'Documentation',
  apis: 'APIs',
  tool: 'API tool',
  guides: 'Guides',
  search: 'Search APIs, fields, errors',
  catalogue: 'API categories',
  notFoundTitle: 'There is no such page',
  notFoundText: 'The address may be mistyped, or the page has moved.',
  unknownLanguageTitle: 'We do not speak this language',
  unknownLanguageText: 'The documentation is in Chinese and in English.',
  toCatalogue: 'To the API categories',
}

export type DocsWords = typeof zh

export const docsWords: Readonly<Record<Language, DocsWords>> = { zh, en }
