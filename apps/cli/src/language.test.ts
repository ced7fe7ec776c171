import { describe, expect, it } from 'vitest'
import { inLanguageOf, printable } from './language.ts'

const text = { zh: '中', en: 'en' }

describe('the language', () => {
  it.each([
    [{}, 'en'],
    [{ LANG: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'zh_CN.UTF-8' }, '中'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'C', LC_MESSAGES: 'zh_TW' }, '中'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: '' }, '中'],
  ])('of %j is %s', (env, expected) => {
    expect(inLanguageOf(env)(text)).toBe(expected)
  })
})

it('shows control characters instead of letting the terminal obey them', () => {
  expect(printable('a\u001b[31m\u009b\u007f\r\n\t中')).toBe(
    'a\\u001b[31m\\u009b\\u007f\\u000d\n\t中',
  )
})
