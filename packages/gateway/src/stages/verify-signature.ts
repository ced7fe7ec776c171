import {
  Refusal,
  type RefusalDetail,
  type SignatureMistake,
  wordsOfMistake,
} from '@topgate/contracts'
import {
  boundariesOf,
  isSignMethod,
  matchSignature,
  type Parameters,
  type SignMethod,
} from '@topgate/protocol'
import { explainSignature } from '../doctor/explain-signature.ts'
import type { Gateway } from '../gateway.ts'
import type { App } from '../ports.ts'
import type { SignedBody } from './parse-call.ts'

declare const proof: unique symbol

/** A call whose every parameter was signed with a live secret of its app. Only this stage makes
 * one, and the stages after it accept nothing less. */
export interface AuthenticCall {
  readonly parameters: Parameters
  readonly app: App
  /** The digest in lower-case hex. */
  readonly signature: string
  /** See `boundariesOf`: with the signature it tells apart what was signed as the same text. */
  readonly boundaries: string
  readonly [proof]: true
}

const strength: Readonly<Record<SignMethod, number>> = { md5: 0, hmac: 1, 'hmac-sha256': 2 }

/**
 * 24 without a signature, 25 for a wrong one, 53 for a method that is too weak for the app. A body
 * that is signed as it is stands in place of the parameters that were read from it.
 */
export function verifySignature(
  parameters: Parameters,
  app: App,
  gateway: Gateway,
  body?: SignedBody,
): AuthenticCall {
  const signed = body?.query ?? parameters
  const sign = signed.get('sign')
  if (sign === undefined || sign === '') throw new Refusal('missing-signature')
  if (!isSigned(signed, app, gateway, body?.text)) {
    throw new Refusal(
      'invalid-signature',
      gateway.sandbox ? explain(signed, app, gateway, body?.text) : {},
    )
  }
  const method = parameters.get('sign_method')
  if (isSignMethod(method) && strength[method] < strength[app.minSignMethod]) {
    throw new Refusal('weak-sign-method')
  }
  const boundaries = boundariesOf(signed) + (body === undefined ? '' : `body.${body.text.length}`)
  return { parameters, app, signature: ownCopy(sign), boundaries } as AuthenticCall
}

/**
 * One call of a batch whose signature was right. It is remembered apart from the others of its
 * batch; the batch sent again gives each its first answer.
 */
export function elementOf(
  { app, signature }: AuthenticCall,
  parameters: Parameters,
  index: number,
): AuthenticCall {
  const boundaries = boundariesOf(parameters)
  return { parameters, app, signature: `${signature}.${index}`, boundaries } as AuthenticCall
}

function explain(
  parameters: Parameters,
  app: App,
  gateway: Gateway,
  body: string | undefined,
): RefusalDetail {
  const mistake = findMistake(parameters, app, gateway, body)
  return { mistake, subMsg: wordsOfMistake(mistake).zh }
}

export function findMistake(
  parameters: Parameters,
  app: App,
  { ports, signatures }: Gateway,
  body?: string,
): SignatureMistake {
  const isKnown = (signature: string) => signatures.boundariesOf(signature) !== undefined
  return explainSignature(parameters, app, ports.digests, isKnown, body)
}

/** Two secrets live during a rotation; both are always tried, so that time tells nothing. */
function isSigned(
  parameters: Parameters,
  app: App,
  gateway: Gateway,
  body: string | undefined,
): boolean {
  const { ports } = gateway
  let signedBy = -1
  app.secrets.forEach((secret, index) => {
    if (matchSignature(parameters, secret, ports.digests, body) !== undefined) signedBy = index
  })
  if (signedBy < 0) return false
  if (app.secrets.length > 1) gateway.secretUses.count(app, signedBy, ports.nowMs())
  return true
}

/**
 * In lower case and without a tie to the request: a part of a text keeps all of it in memory, and
 * signatures are remembered for 21 minutes.
 */
function ownCopy(sign: string): string {
  return sign.toUpperCase().toLowerCase()
}
