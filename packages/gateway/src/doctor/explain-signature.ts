import type { SignatureMistake } from '@topgate/contracts'
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
 * What the client most likely did wrong. It names a mistake and never shows a secret, a value or a
 * right signature; secrets of other apps are never tried. Nothing found: `unknown`.
 */
export function explainSignature(
  parameters: Parameters,
  app: App,
  digests: Digests,
  isKnown: (signature: string) => boolean,
  body?: string,
): SignatureMistake {
  const method = parameters.get('sign_method')
  if (method === undefined || method === '') return { name: 'no-sign-method' }
  if (!isSignMethod(method)) return { name: 'unknown-sign-method' }
  const sign = parameters.get('sign') ?? ''
  if (!isSignatureForm(sign, method)) {
    const name = method === 'hmac-sha256' ? 'not-64-digits' : 'not-32-digits'
    return { name, about: String(sign.length) }
  }
  if (isKnown(sign.toLowerCase())) return { name: 'changed-after-signing' }
  const attempts = attemptsOf(parameters, app, method, digests, body)
  return findMistake(attempts, sign) ?? findRetired(attempts, app, sign) ?? { name: 'unknown' }
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

function findMistake(attempts: readonly Attempt[], sign: string): SignatureMistake | undefined {
  let charsLeft = CHARS_MAX
  for (const attempt of attempts) {
    for (const mistake of mistakesFor(attempt)) {
      for (const digest of mistake.digestsOf(attempt)) {
        if (sameDigest(sign, digest)) return toldOf(mistake)
        charsLeft -= attempt.base.length
        if (charsLeft < 0) return undefined
      }
    }
  }
  return undefined
}

function toldOf({ name, about }: Mistake): SignatureMistake {
  return about === undefined ? { name } : { name, about }
}

/** Signed rightly, with the secret that this app had before. */
function findRetired(
  [attempt]: readonly Attempt[],
  { retiredSecret }: App,
  sign: string,
): SignatureMistake | undefined {
  if (attempt === undefined || retiredSecret === undefined) return undefined
  const { base, method, digests } = attempt
  const isOld = sameDigest(sign, signBase(base, retiredSecret, method, digests))
  return isOld ? { name: 'previous-secret' } : undefined
}

function* mistakesFor({ parameters, method }: Attempt): Generator<Mistake> {
  for (const other of methods) if (other !== method) yield signedBy(other)
  yield withoutBody
  yield* mistakes
  for (const [name, value] of parameters) if (value !== '') yield leftOut(name)
}

/** Without a body it is the right text, which was tried before. */
const withoutBody: Mistake = {
  name: 'without-body',
  *digestsOf({ parameters, method, secret, digests }) {
    yield signBase(baseString(parameters), secret, method, digests)
  },
}

function signedBy(used: SignMethod): Mistake {
  return {
    name: 'other-sign-method',
    about: used,
    *digestsOf({ base, secret, digests }) {
      yield signBase(base, secret, used, digests)
    },
  }
}
