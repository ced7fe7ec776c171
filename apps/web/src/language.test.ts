import { expect, it } from 'vitest'
import { inLanguage, readLanguage } from './language.ts'

it('speaks Chinese unless asked otherwise, and admits what it does not speak', () => {
  expect([undefined, '', 'zh', 'en', 'EN', 'fr'].map(readLanguage)).toEqual([
    'zh',
    'zh',
    'zh',
    'en',
    undefined,
    undefined,
  ])
})

it('keeps the rest of an address when the language changes', () => {
  expect(inLanguage('/docs/tool?method=a.b&lang=en#form', 'zh')).toBe('/docs/tool?method=a.b#form')
  expect(inLanguage('/docs/tool?method=a.b#form', 'en')).toBe('/docs/tool?method=a.b&lang=en#form')
  expect(inLanguage('/docs', 'en')).toBe('/docs?lang=en')
})
