import type { PlatformErrorName, Refusal, SignatureMistake } from '@topgate/contracts'
import { maskParameters, type Parameters } from '@topgate/protocol'
import type { Gateway, ServedApi } from './gateway.ts'
import type { HttpCall } from './http-call.ts'
import type { App } from './ports.ts'
import { findMistake } from './stages/verify-signature.ts'

/**
 * What is kept of a call that did not succeed, so that it can be explained later. Plain data without
 * a secret, a signature or a value that names a person.
 */
export interface Evidence {
  readonly verb: string
  /** Without its parameters, which may hold anything. */
  readonly content_type: string
  /** As they came, masked and bounded; null when the call could not be read. */
  readonly parameters: readonly (readonly [name: string, shown: string])[] | null
  /** Null: no stage refused, the API itself said no. */
  readonly refusal: PlatformErrorName | null
  /** The parameter or member that 40, 41 and 50 name, as a dotted path. */
  readonly argument: string | null
  /** As it was answered. */
  readonly sub_msg: string
  readonly mistake: SignatureMistake | null
}

/** What is known of the call when its line of the journal is kept. */
export interface Known {
  readonly http: HttpCall
  readonly parameters: Parameters | undefined
  readonly app: App | undefined
  readonly api: ServedApi | undefined
  readonly refusal: Refusal | undefined
  readonly subMsg: string
  readonly gateway: Gateway
}

const TEXT_CHARS_MAX = 500
const VERB_CHARS_MAX = 16

export function evidenceOf(known: Known): Evidence {
  const { http, parameters, api, refusal, subMsg } = known
  const mediaType = (http.contentType ?? '').split(';', 1)[0] ?? ''
  return {
    verb: http.verb.slice(0, VERB_CHARS_MAX),
    content_type: /^[a-z0-9.+/-]{1,80}$/i.test(mediaType) ? mediaType : '',
    parameters: parameters === undefined ? null : maskParameters(parameters, api?.contract),
    refusal: refusal?.name ?? null,
    argument: refusal?.detail.argument?.slice(0, TEXT_CHARS_MAX) ?? null,
    sub_msg: subMsg.slice(0, TEXT_CHARS_MAX),
    mistake: mistakeOf(known),
  }
}

/** A sandbox has looked for it already; production looks now, for a few of many calls. */
function mistakeOf({ parameters, app, refusal, gateway }: Known): SignatureMistake | null {
  if (refusal?.name !== 'invalid-signature') return null
  if (refusal.detail.mistake !== undefined) return refusal.detail.mistake
  if (parameters === undefined || app === undefined) return null
  return findMistake(parameters, app, gateway)
}
