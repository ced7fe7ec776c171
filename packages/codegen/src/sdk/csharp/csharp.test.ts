import type { DocumentedApi, Field, Fields } from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import { generateSdk } from '../sdk.ts'
import { csharpSdk } from './csharp.ts'

const base = { need: 'optional', about: { zh: '', en: '' }, privacy: 'B' } as const
const text: Field = { ...base, kind: 'text' }

function sourceOf(name: string, request: Fields, response: Fields = {}): string {
  const { about } = base
  const api: DocumentedApi = {
    method: 'taobao.a.b',
    title: about,
    description: about,
    category: about,
    notice: false,
    request,
    response,
    served: null,
  }
  const file = generateSdk(csharpSdk, [api], [], '1').find(({ path }) => path.endsWith(`/${name}`))
  return file?.text ?? ''
}

describe('a generated class of C#', () => {
  it('leaves the members of its base class and its own name alone', () => {
    const request = sourceOf('ABRequest.cs', { get_type: text, a_b_request: text, wire: text })
    expect(request).toContain('public string GetType_')
    expect(request).toContain('public string ABRequest_')
    expect(request).toContain('public string Wire_')
    expect(sourceOf('ABResponse.cs', {}, { body: text })).toContain('public string Body_ =>')
  })

  it('has a struct of a call as text and as an object', () => {
    const struct: Field = { ...base, kind: 'struct', typeName: 'Dto', fields: { a: text } }
    const request = sourceOf('ABRequest.cs', { dto: struct })
    expect(request).toContain('public string Dto\n')
    expect(request).toContain('public DtoDomain Dto_\n')
  })

  it('keeps a description inside of its comment, whatever it says', () => {
    const about = { zh: '</summary> & x', en: 'a\u0085b\u2028c\nd */' }
    const request = sourceOf('ABRequest.cs', { a: { ...text, about } })
    expect(request).toContain('/// &lt;/summary&gt; &amp; x\n')
    expect(request).toContain('/// <para>a b c d */</para>\n')
  })
})
