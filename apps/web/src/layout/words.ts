import type { Language } from '../language.ts'

/** Chinese is the source; the type makes English complete. */
const zh = {
  product: 'Topgate',
  productLine: '开放平台',
  skip: '跳到正文',
  theme: '切换深色与浅色',
  otherLanguage: 'English',
  otherLanguageLabel: '切换到英文',
  menu: '主导航',
  copy: '复制',
  copied: '已复制',
  copyFailed: '请手动复制',
  toTop: '返回顶部',
}

const en: typeof zh = {
  product: 'Topgate',
  productLine: 'Open Platform',
  skip: 'Skip to content',
  theme: 'Switch between dark and light',
  otherLanguage: '中文',
  otherLanguageLabel: 'Switch to Chinese',
  menu: 'Main',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Copy by hand',
  toTop: 'Back to top',
}

export type LayoutWords = typeof zh

export const layoutWords: Readonly<Record<Language, LayoutWords>> = { zh, en }
