import type { DocumentedApi, Field, Fields } from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import { generateSdk } from '../sdk.ts'
import { javaSdk } from './java.ts'

const base = { need: 'optional', about: { zh: '', en: '' }, privacy: 'B' } as const
const text: Field = { ...base, kind: 'text' }

function apiWith(request: Fields, response: Fields = {}): DocumentedApi {
  const { about } = base
  return {
    method: 'taobao.a.b',
    title: about,
    description: about,
    category: about,
    notice: false,
    request,
    response,
    served: null,
  }
}

function sourceOf(name: string, api: DocumentedApi): string {
  const file = generateSdk(javaSdk, [api], [], '1').find(({ path }) => path.endsWith(`/${name}`))
  return file?.text ?? ''
}

describe('a generated class of Java', () => {
  it('leaves the members of its base class and the words of the language alone', () => {
    const fields = { class: text, equals: text, set_a: text, a: text }
    const request = sourceOf('ABRequest.java', apiWith(fields))
    for (const signature of [
      'public String getClass_() {',
      'public ABRequest class_(String value) {',
      'public ABRequest equals_(String value) {',
      'public ABRequest setA_(String value) {',
      'public void setA(String value) {',
    ]) {
      expect(request).toContain(signature)
    }
    const response = sourceOf('ABResponse.java', apiWith({}, { msg: text, code: text }))
    expect(response).toContain('public String getMsg_() {')
    expect(response).toContain('public String getCode() {')
  })

  it('keeps a description inside of its comment, whatever it says', () => {
    const about = { zh: '*/ \\u002a/ }', en: '@throws {@link X} <b> &\u2028\n// */' }
    const source = sourceOf('ABRequest.java', apiWith({ a: { ...text, about } }))
    const [, comment = ''] = /\/\*\*\n( {3}\* .*?)\*\/\n {2}public String getA/s.exec(source) ?? []
    expect(comment.split('\n')).toEqual([
      '   * &#42;&#47; &#92;u002a/ &#125;',
      '   * <p>&#64;throws &#123;&#64;link X&#125; &#60;b&#62; &#38; // &#42;&#47;',
      '   ',
    ])
  })

  it('shows what a literal says: what turns the direction of writing is escaped', () => {
    const api = apiWith({ 'a\u202eb\u0085"': text })
    expect(sourceOf('ABRequest.java', api)).toContain('"a\\u202eb\\u0085\\""')
  })

  it('imports what it uses and nothing else', () => {
    const plain = sourceOf('ABResponse.java', apiWith({}, { a: text }))
    expect(plain.match(/^import .*$/gm)).toEqual([
      'import io.topgate.api.TaobaoResponse;',
      'import io.topgate.api.internal.Wire;',
    ])
    expect(sourceOf('ABResponse.java', apiWith({}))).not.toContain('import io.topgate.api.internal')
  })
})
