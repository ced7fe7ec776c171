import { formatBeijing } from '@topgate/contracts'
import { type Digests, type Parameters, type SignMethod, sign } from '@topgate/protocol'
import { UsageError } from './exit-codes.ts'

/** The public parameters of a call, beside those of its API. */
export interface CallHead {
  readonly method: string
  readonly appKey: string
  readonly session: string | undefined
  readonly timestamp: string
  readonly format: 'json' | 'xml'
  readonly simplify: boolean
  readonly signMethod: SignMethod
}

/** Given as options or computed; the other public parameters may be given like those of the API. */
const ownOptions: Readonly<Record<string, string>> = {
  method: 'give the method as the first argument',
  app_key: 'use --app-key',
  session: 'use --session',
  timestamp: 'use --timestamp',
  format: 'use --format',
  simplify: 'use --simplify',
  sign_method: 'use --sign-method',
  sign: 'it is computed',
}

/** All parameters of a call but `sign`, the public ones in their usual order first. */
export function callParameters(head: CallHead, business: Parameters): Map<string, string> {
  for (const name of business.keys()) {
    const advice = Object.hasOwn(ownOptions, name) ? ownOptions[name] : undefined
    if (advice !== undefined) throw new UsageError(`--param ${name}: ${advice}`)
  }
  return new Map([
    ['method', head.method],
    ['app_key', head.appKey],
    ...(head.session === undefined ? [] : [['session', head.session] as const]),
    ['timestamp', head.timestamp],
    ['format', head.format],
    ['v', '2.0'],
    ['sign_method', head.signMethod],
    ...(head.simplify ? [['simplify', 'true'] as const] : []),
    ...business,
  ])
}

/** The same parameters with their `sign` at the end. */
export function signedParameters(
  parameters: Parameters,
  secret: string,
  signMethod: SignMethod,
  digests: Digests,
): Map<string, string> {
  return new Map([...parameters, ['sign', sign(parameters, secret, signMethod, digests)]])
}

/** `timestamp` of a call made now: Beijing time, whatever the zone of this machine. */
export function timestampOf(nowMs: number): string {
  return formatBeijing(nowMs)
}

/** The parameters as an urlencoded body. */
export function formBody(parameters: Parameters): string {
  return new URLSearchParams([...parameters]).toString()
}
