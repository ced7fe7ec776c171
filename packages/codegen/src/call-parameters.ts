import { formatBeijing } from '@topgate/contracts'
import { type Digests, type Parameters, type SignMethod, sign } from '@topgate/protocol'

export interface CallIdentity {
  readonly appKey: string
  readonly secret: string
  readonly session?: string | undefined
}

export interface CallForm {
  readonly signMethod: SignMethod
  readonly format: 'json' | 'xml'
  readonly simplify?: boolean
}

/** Public and business parameters of a call, still without `sign`. */
export function unsignedParameters(
  method: string,
  identity: Pick<CallIdentity, 'appKey' | 'session'>,
  form: CallForm,
  nowMs: number,
  business: Iterable<readonly [string, string]>,
): Map<string, string> {
  return new Map([
    ['method', method],
    ['app_key', identity.appKey],
    ...(identity.session === undefined ? [] : [['session', identity.session] as const]),
    ['timestamp', formatBeijing(nowMs)],
    ['format', form.format],
    ['v', '2.0'],
    ['sign_method', form.signMethod],
    ...(form.simplify === true ? [['simplify', 'true'] as const] : []),
    ...business,
  ])
}

/** The same with its signature. */
export function signedParameters(
  parameters: Parameters,
  secret: string,
  signMethod: SignMethod,
  digests: Digests,
): Map<string, string> {
  return new Map([...parameters, ['sign', sign(parameters, secret, signMethod, digests)]])
}
