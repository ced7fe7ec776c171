import { expect, it } from 'vitest'
import { visibleText } from './visible-text.ts'

it.each([
  ['plain 文字', 'plain 文字'],
  ['<b>&', '&lt;b&gt;&amp;'],
  ['👨‍👩‍👧 好人', '👨‍👩‍👧 好人'],
  ['a\u202Egpj.exe', 'a<span class="mark">U+202E</span>gpj.exe'],
  ['\u0000x\u007F', '<span class="mark">U+0000</span>x<span class="mark">U+007F</span>'],
  ['a\u200Bb', 'a<span class="mark">U+200B</span>b'],
  ['two\nlines', 'two\nlines'],
])('shows %j as %j', (text, shown) => {
  expect(String(visibleText(text))).toBe(shown)
})
