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
  searchTitle: '搜索',
  searchHint:
    '可按 API 名称、标题、字段名、错误码或拼音首字母搜索，例如 公益、event_id、isv.、gy。',
  searchFound: (total: number) => `找到 ${total} 个 API`,
  searchMore: (shown: number) => `，显示前 ${shown} 个`,
  searchNothing: '没有找到。可换一个词，或少写几个字。',
  searchTooLong: (most: number) => `搜索词太长，只用了前 ${most} 个字符。`,
  foundInHeading: '匹配',
  foundIn: {
    method: 'API',
    title: '标题',
    category: '类目',
    initials: '拼音首字母',
    field: '字段',
    error: '错误码',
  },
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
  searchTitle: 'Search',
  searchHint:
    'By method, title, field name, error code or pinyin initials, such as 公益, event_id, isv. or gy.',
  searchFound: (total: number) => (total === 1 ? '1 API found' : `${total} APIs found`),
  searchMore: (shown: number) => `; the first ${shown} are shown`,
  searchNothing: 'Nothing found. Try another word, or fewer letters.',
  searchTooLong: (most: number) => `The query is too long; its first ${most} characters were used.`,
  foundInHeading: 'Found in',
  foundIn: {
    method: 'API',
    title: 'title',
    category: 'category',
    initials: 'pinyin initials',
    field: 'field',
    error: 'error code',
  },
  notFoundTitle: 'There is no such page',
  notFoundText: 'The address may be mistyped, or the page has moved.',
  unknownLanguageTitle: 'We do not speak this language',
  unknownLanguageText: 'The documentation is in Chinese and in English.',
  toCatalogue: 'To the API categories',
}

export type DocsWords = typeof zh

export const docsWords: Readonly<Record<Language, DocsWords>> = { zh, en }
