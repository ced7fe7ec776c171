import { wordsOfMistake } from '@topgate/contracts'
import { baseString, type SignMethod, signBase } from '@topgate/protocol'
import { describe, expect, it } from 'vitest'
import { digests, goodParameters, SECRET, signed, testApp } from '../testing/test-gateway.ts'
import { explainSignature } from './explain-signature.ts'

const methods: readonly SignMethod[] = ['md5', 'hmac', 'hmac-sha256']

function explain(parameters: ReadonlyMap<string, string>, app = testApp()): string {
  return wordsOfMistake(explainSignature(parameters, app, digests, () => false)).zh
}

/** The call of a client that signs `text` where the base string belongs. */
function signedAs(sign_method: SignMethod, textOf: (parameters: Map<string, string>) => string) {
  const parameters = goodParameters({ sign_method, step: '{"name":"公益 a","count":1}' })
  const digest = signBase(textOf(parameters), SECRET, sign_method, digests)
  return parameters.set('sign', digest)
}

const join = (parameters: Map<string, string>, equals = '', and = '') =>
  [...parameters].map(([name, value]) => name + equals + value).join(and)

const inOrder = (parameters: Map<string, string>) =>
  new Map([...parameters].sort(([a], [b]) => (a < b ? -1 : 1)))

describe.each(methods)('with %s it names', (sign_method) => {
  it('values that were percent-encoded before signing', () => {
    const call = signedAs(sign_method, (parameters) =>
      baseString(new Map([...parameters].map(([name, v]) => [name, encodeURIComponent(v)]))),
    )
    expect(explain(call)).toMatch(/签名前被 URL 编码/)
  })

  it('parameters that were not sorted', () => {
    expect(explain(signedAs(sign_method, (parameters) => join(parameters)))).toMatch(/没有按名称/)
  })

  it('pairs that were joined with = and &', () => {
    const call = signedAs(sign_method, (parameters) => join(inOrder(parameters), '=', '&'))
    expect(explain(call)).toMatch(/不加任何分隔符/)
  })

  it('a signature that counted itself', () => {
    const call = signedAs(sign_method, (parameters) => join(inOrder(parameters.set('sign', ''))))
    expect(explain(call)).toMatch(/^sign 自己被算进了签名串/)
  })

  it.each(['\n', ' '])('a secret copied with %j behind it', (end) => {
    const call = signed(goodParameters({ sign_method }), SECRET + end)
    expect(explain(call)).toMatch(/AppSecret 首尾多了/)
  })

  it('nothing that it does not know: what to check instead', () => {
    const call = signed(goodParameters({ sign_method, note: '' }), 'another secret')
    expect(explain(call)).toMatch(/^请核对（不是已知的错误）：AppSecret 是否属于此 app_key/)
  })
})

it.each([
  ['front', () => digests.md5(SECRET + baseString(goodParameters({ sign_method: 'md5' }))), /前面/],
  ['end', () => digests.md5(baseString(goodParameters({ sign_method: 'md5' })) + SECRET), /后面/],
])('names an md5 with the secret only at its %s', (_, digest, says) => {
  expect(explain(goodParameters({ sign_method: 'md5', sign: digest() }))).toMatch(says)
})

it.each([
  ['md5', 'hmac'],
  ['hmac', 'md5'],
] as const)('names a signature that is %s where sign_method says %s', (used, said) => {
  const parameters = goodParameters({ sign_method: said })
  parameters.set('sign', signBase(baseString(parameters), SECRET, used, digests))
  expect(explain(parameters)).toBe(`sign 是用 ${used} 算的，与 sign_method 所说的不同`)
})

it.each([
  ['md5', 'abc', 'md5 与 hmac 的 sign 应为 32 位十六进制，收到 3 个字符'],
  ['hmac-sha256', 'F'.repeat(32), 'hmac-sha256 的 sign 应为 64 位十六进制，收到 32 个字符'],
  ['hmac', 'z'.repeat(32), 'md5 与 hmac 的 sign 应为 32 位十六进制，收到 32 个字符'],
])('names a sign that %s cannot make: %s', (sign_method, sign, says) => {
  expect(explain(goodParameters({ sign_method, sign }))).toBe(says)
})

it('names a missing and an unknown sign_method', () => {
  const none = goodParameters()
  none.delete('sign_method')
  expect(explain(none)).toMatch(/^缺少 sign_method/)
  expect(explain(goodParameters({ sign_method: '' }))).toMatch(/^缺少 sign_method/)
  expect(explain(goodParameters({ sign_method: 'MD5' }))).toMatch(/^sign_method 只能是/)
})

it('finds the mistake with the older secret of a rotation too', () => {
  const call = signedAs('md5', (parameters) => join(parameters))
  expect(explain(call, testApp({ secrets: ['newer', SECRET] }))).toMatch(/没有按名称/)
})

it('names the secret from before a rotation, which opens nothing any more', () => {
  const app = testApp({ secrets: ['newer'], retiredSecret: SECRET })
  expect(explain(signed(goodParameters()), app)).toMatch(/^用轮换前的旧 AppSecret/)
  expect(explain(signed(goodParameters(), 'older still'), app)).toMatch(/^请核对/)
})

it('never shows a secret, a value or the right signature', () => {
  const secrets = [SECRET, 'the older secret']
  const app = testApp({ secrets, retiredSecret: 'the retired secret' })
  for (const sign_method of methods) {
    const calls = [
      signedAs(sign_method, (parameters) => join(parameters)),
      signed(goodParameters({ sign_method, note: 'alice' }), 'another'),
      goodParameters({ sign_method, sign: 'alice' }),
    ]
    for (const call of calls) {
      const said = explain(call, app).toLowerCase()
      for (const secret of secrets) {
        const right = signed(call, secret).get('sign')?.toLowerCase() ?? ''
        expect(said).not.toContain(right)
        expect(said).not.toContain(secret)
      }
      expect(said).not.toContain('alice')
    }
  }
})
