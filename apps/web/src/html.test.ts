import { describe, expect, it } from 'vitest'
import { html, trusted } from './html.ts'

describe('a template', () => {
  it('escapes what data could break out with, in text and in attributes', () => {
    const evil = `"><script>alert('x')</script>&`
    const escaped = '&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;'
    expect(String(html`<a title="${evil}">${evil}</a>`)).toBe(
      `<a title="${escaped}">${escaped}</a>`,
    )
  })

  it('takes markup of other templates as it is, in lists too', () => {
    const items = ['<', 2, 9_007_199_254_740_993n].map((item) => html`<li>${item}</li>`)
    expect(String(html`<ul>${items}</ul>`)).toBe(
      '<ul><li>&lt;</li><li>2</li><li>9007199254740993</li></ul>',
    )
    expect(String(html`${trusted('<br>')}`)).toBe('<br>')
  })

  it('prints nothing for what is absent', () => {
    expect(String(html`[${undefined}${null}${false}${[]}]`)).toBe('[]')
  })

  it('is not fooled by an object that looks like markup', () => {
    const forged = JSON.parse('["<b>"]') as string[]
    expect(String(html`${forged}`)).toBe('&lt;b&gt;')
  })
})
