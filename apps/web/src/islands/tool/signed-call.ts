import {
  sampleParameters,
  signedParameters,
  unsignedParameters,
  withExamples,
} from '@topgate/codegen'
import type { ApiContract } from '@topgate/contracts'
import { baseString, type Parameters, plainDigests } from '@topgate/protocol'
import type { ToolInput } from './tool-form.ts'

/** A call with everything that led to its signature. */
export interface SignedCall {
  /** In the order in which they are joined. */
  readonly sorted: readonly (readonly [string, string])[]
  readonly text: string
  readonly sign: string
  /** As sent. */
  readonly parameters: Parameters
}

export function signCall(api: ApiContract, input: ToolInput, nowMs: number): SignedCall {
  const session = input.session === '' ? undefined : input.session
  const unsigned = unsignedParameters(
    api.method,
    { appKey: input.appKey, session },
    {
      signMethod: input.signMethod,
      format: input.answer === 'xml' ? 'xml' : 'json',
      simplify: input.answer === 'simplified',
    },
    nowMs,
    sampleParameters(withExamples(api.request, input.values)),
  )
  const parameters = signedParameters(unsigned, input.secret, input.signMethod, plainDigests)
  return {
    sorted: [...unsigned].sort(([a], [b]) => (a < b ? -1 : 1)),
    text: baseString(unsigned),
    sign: parameters.get('sign') ?? '',
    parameters,
  }
}

/** How the digest is made, as a formula without the secret. */
export function formulaOf(input: ToolInput): string {
  switch (input.signMethod) {
    case 'md5':
      return 'MD5(AppSecret + text + AppSecret)'
    case 'hmac':
      return 'HMAC-MD5(key = AppSecret, text)'
    case 'hmac-sha256':
      return 'HMAC-SHA256(key = AppSecret, text)'
    default:
      return input.signMethod satisfies never
  }
}
