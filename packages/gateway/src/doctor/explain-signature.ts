import {
  baseString,
  type Digests,
  isSignatureForm,
  isSignMethod,
  type Parameters,
  type SignMethod,
  sameDigest,
  signBase,
} from '@topgate/protocol'
import type { App } from '../ports.ts'
import { type Attempt, leftOut, type Mistake, mistakes } from './mistakes.ts'

const methods: readonly SignMethod[] = ['md5', 'hmac', 'hmac-sha256']

/**
 * How many characters may be hashed to find out: about a millisecond. A large call is tried against
 * the most frequent mistakes only.
 */
const CHARS_MAX = 200_000

/**
 * The likely cause of a wrong signature in plain words, for a sandbox. It names a mistake and never
 * shows a secret, a value or a right signature; secrets of other apps are never tried. Nothing
 * found: what to check.
 */
export function explainSignature(
  parameters: Parameters,
  app: App,
  digests: Digests,
  isKnown: (signature: string) => boolean,
  body?: string,
): string {
  const method = parameters.get('sign_method')
  if (method === undefined || method === '') {
    return '缺少 sign_method：请传 md5、hmac 或 hmac-sha256，并让它参与签名'
  }
  if (!isSignMethod(method)) return 'sign_method 只能是 md5、hmac 或 hmac-sha256（小写）'
  const sign = parameters.get('sign') ?? ''
  if (!isSignatureForm(sign, method)) {
    const digits = method === 'hmac-sha256' ? 64 : 32
    return `sign 应为 ${digits} 位十六进制（${method}），收到 ${sign.length} 个字符`
  }
  if (isKnown(sign.toLowerCase())) return '参数在签名之后被改动了：此 sign 属于另一个已收到的请求'
  return (
    findMistake(attemptsOf(parameters, app, method, digests, body), sign) ??
    whatToCheck(parameters, app)
  )
}

function attemptsOf(
  parameters: Parameters,
  { key, secrets }: App,
  method: SignMethod,
  digests: Digests,
  body: string | undefined,
): Attempt[] {
  const signed = new Map(parameters)
  signed.delete('sign')
  const base = baseString(signed, { body })
  return secrets.map((secret) => ({
    parameters: signed,
    base,
    method,
    appKey: key,
    secret,
    digests,
  }))
}

function findMistake(attempts: readonly Attempt[], sign: string): string | undefined {
  let charsLeft = CHARS_MAX
  for (const attempt of attempts) {
    for (const { says, digestsOf } of mistakesFor(attempt)) {
      for (const digest of digestsOf(attempt)) {
        if (sameDigest(sign, digest)) return says
        charsLeft -= attempt.base.length
        if (charsLeft < 0) return undefined
      }
    }
  }
  return undefined
}

function* mistakesFor({ parameters, method }: Attempt): Generator<Mistake> {
  for (const other of methods) if (other !== method) yield signedBy(other, method)
  yield withoutBody
  yield* mistakes
  for (const [name, value] of parameters) if (value !== '') yield leftOut(name)
}

/** Without a body it is the right text, which was tried before. */
const withoutBody: Mistake = {
  says: '请求体没有参与签名：批量和 JSON 调用把请求体原文接在排序后的公共参数之后',
  *digestsOf({ parameters, method, secret, digests }) {
    yield signBase(baseString(parameters), secret, method, digests)
  },
}

function signedBy(used: SignMethod, told: SignMethod): Mistake {
  return {
    says: `sign 是用 ${used} 算的，但 sign_method 传的是 ${told}`,
    *digestsOf({ base, secret, digests }) {
      yield signBase(base, secret, used, digests)
    },
  }
}

const EMPTY_SHOWN_MAX = 5

function whatToCheck(parameters: Parameters, app: App): string {
  const empty = [...parameters].filter(([, value]) => value === '').map(([name]) => name)
  const shown = empty.slice(0, EMPTY_SHOWN_MAX).join('、')
  const hint = empty.length > 0 ? `；空参数 ${shown} 可以不传` : ''
  return `请核对：AppSecret 是否属于 app_key ${app.key}、所有参数都参与签名、UTF-8 编码、签名后没有改动参数${hint}`
}
