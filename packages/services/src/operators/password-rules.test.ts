import { expect, it } from 'vitest'
import { PASSWORD_CHARS_MAX, passwordTrouble } from './password-rules.ts'

it.each(['correct horse', '今天天气不错我们去爬山', 'a1b2c3d4e5', `${'x-'.repeat(9)}yzw`])(
  'takes %j',
  (password) => {
    expect(passwordTrouble(password)).toBeUndefined()
  },
)

it.each([
  ['', 'short'],
  ['a1b2c3d4e', 'short'],
  ['你好世界我爱学习啊', 'short'],
  ['aabbaabbaabb', 'common'],
  ['Password123', 'common'],
  ['１２３４５６７８９０', 'common'],
])('refuses %j as too %s', (password, trouble) => {
  expect(passwordTrouble(password)).toBe(trouble)
})

it('counts characters, not code units, up to its bound', () => {
  const longest = `abcde${'🐎'.repeat(PASSWORD_CHARS_MAX - 5)}`
  expect(passwordTrouble(longest)).toBeUndefined()
  expect(passwordTrouble(`${longest}a`)).toBe('long')
})
