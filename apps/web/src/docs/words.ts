import type { Language } from '../language.ts'

/** Chinese is the source; the type makes English complete. */
const zh = {
  section: '文档中心',
  apis: 'API 文档',
  tool: 'API 工具',
  guides: '接入指南',
  search: '搜索 API、字段、错误码',
  catalogue: 'API类目',
  catalogueAbout:
    '全部 API，按类目排列。每个 API 的参数、示例、错误码与工具都来自同一份契约，与服务一致。',
  crumbs: '位置',
  imported: '导入的文档',
  importedAbout: '由外部描述导入，只供查阅，本平台不提供这些服务。',
  api: 'API',
  title: '名称',
  access: '授权',
  package: '权限包',
  noApiTitle: '没有这个 API',
  noApiText: (method: string) => `没有名为 ${method} 的 API。名称区分大小写。`,
  nearest: '您要找的是不是：',
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
  catalogueAbout:
    'All APIs by category. Parameters, samples, error codes and tool of each come from one contract, the one that the service itself runs on.',
  crumbs: 'Where you are',
  imported: 'Imported descriptions',
  importedAbout: 'Imported from elsewhere, to read only: these APIs are not served here.',
  api: 'API',
  title: 'Title',
  access: 'Authorisation',
  package: 'Package',
  noApiTitle: 'There is no such API',
  noApiText: (method: string) => `There is no API named ${method}. Names are case-sensitive.`,
  nearest: 'Did you mean:',
  notFoundTitle: 'There is no such page',
  notFoundText: 'The address may be mistyped, or the page has moved.',
  unknownLanguageTitle: 'We do not speak this language',
  unknownLanguageText: 'The documentation is in Chinese and in English.',
  toCatalogue: 'To the API categories',
}

export type DocsWords = typeof zh

export const docsWords: Readonly<Record<Language, DocsWords>> = { zh, en }
