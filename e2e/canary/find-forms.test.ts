import { expect, it } from 'vitest'
import { findForms, Haystack } from './find-forms.ts'

const phone = '13755500123'
const words = '金丝雀 胸口疼'

it.each<[string, string | Uint8Array, string]>([
  ['clear', `x ${phone} y`, phone],
  ['clear', `{"text":"${words}"}`, words],
  [
    'clear',
    JSON.stringify(words).replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16)}`),
    words,
  ],
  ['clear', Buffer.concat([Buffer.of(0, 255, 254), Buffer.from(words), Buffer.of(0)]), words],
  ['base64', Buffer.from(`${phone}, b`).toString('base64'), phone],
  ['base64', Buffer.from(`a${phone}, b`).toString('base64'), phone],
  ['base64', Buffer.from(`ab${phone}, b`).toString('base64'), phone],
  ['base64', Buffer.from(`a${words}`).toString('base64url'), words],
  ['hex', Buffer.from(words).toString('hex').toUpperCase(), words],
  ['hex', `\\x00${Buffer.from(phone).toString('hex')}`, phone],
  ['url-encoded', `?q=${encodeURIComponent(words)}`, words],
  ['url-encoded', Array.from(phone, (c) => `%${c.charCodeAt(0).toString(16)}`).join(''), phone],
])('finds what is %s', (form, haystack, text) => {
  expect(findForms(new Haystack(haystack), text)).toEqual([form])
})

it('finds nothing where nothing is', () => {
  const haystack = new Haystack('13755600123 金丝雀 MTM3NTU2MDAxMjM= 3133373535363030313233')
  expect(findForms(haystack, phone)).toEqual([])
  expect(findForms(haystack, words)).toEqual([])
})
