import { Refusal } from '@topgate/contracts'
import { isSignMethod, matchSignature, type Parameters, type SignMethod } from '@topgate/protocol'
import type { Gateway } from '../gateway.ts'
import type { App } from '../ports.ts'
import { explainSignature } from './explain-signature.ts'

declare const proof: unique symbol

/** A call whose every parameter was signed with a live secret of its app. Only this stage makes
 * one, and the stages after it accept nothing less. */
export interface AuthenticCall {
  readonly parameters: Parameters
  readonly app: App
  /** The digest in lower-case hex. */
  readonly signature: string
  /**
   * Where the names and values that are not empty begin and end in the signed text. Together with
   * the signature this tells two parameter maps apart that were signed as the same text.
   */
  readonly boundaries: string
  readonly [proof]: true
}

const strength: Readonly<Record<SignMethod, number>> = { md5: 0, hmac: 1, 'hmac-sha256': 2 }

/** 24 without a signature, 25 for a wrong one, 53 for a method that is too weak for the app. */
export function verifySignature(parameters: Parameters, app: App, gateway: Gateway): AuthenticCall {
  const sign = parameters.get('sign')
  if (sign === undefined || sign === '') throw new Refusal('missing-signature')
  if (!isSigned(parameters, app, gateway)) {
    throw new Refusal(
      'invalid-signature',
      gateway.sandbox ? { subMsg: explainSignature(parameters, app, gateway.ports.digests) } : {},
    )
  }
  const method = parameters.get('sign_method')
  if (isSignMethod(method) && strength[method] < strength[app.minSignMethod]) {
    throw new Refusal('weak-sign-method')
  }
  const signature = sign.toLowerCase()
  return { parameters, app, signature, boundaries: boundariesOf(parameters) } as AuthenticCall
}

/** Two secrets live during a rotation; both are always tried, so that time tells nothing. */
function isSigned(parameters: Parameters, app: App, gateway: Gateway): boolean {
  let signed = false
  for (const secret of app.secrets) {
    if (matchSignature(parameters, secret, gateway.ports.digests) !== undefined) signed = true
  }
  return signed
}

/** Lengths of names and values in the order of signing. Empty parameters mean nothing (S2). */
function boundariesOf(parameters: Parameters): string {
  const lengths: string[] = []
  for (const [name, value] of parameters) {
    if (value !== '' && name !== 'sign') lengths.push(`${name}:${value.length}`)
  }
  return lengths.sort().join(' ')
}
