import type { DocumentedApi } from '@topgate/contracts'
import type { Digests } from '@topgate/protocol'
import { type CallIdentity, signedParameters, unsignedParameters } from './call-parameters.ts'
import { sampleParameters } from './sample-values.ts'
import { curlSample } from './samples/curl.ts'

const form = { signMethod: 'hmac-sha256', format: 'json' } as const

export interface CurlCallOptions {
  readonly routerUrl: string
  /** Who signs; null where no public test app exists: the reader then fills in his own. */
  readonly identity: CallIdentity | null
  readonly nowMs: number
  readonly digests: Digests
}

/** The CURL sample: the documented request, really signed, good for ten minutes. */
export function curlCall(api: DocumentedApi, options: CurlCallOptions): string {
  const { routerUrl, identity, nowMs, digests } = options
  const business = sampleParameters(api.request)
  if (identity === null) {
    const session = api.served?.access === 'session' ? 'SESSION' : undefined
    const caller = { appKey: 'APP_KEY', session }
    const parameters = unsignedParameters(api.method, caller, form, nowMs, business)
    return curlSample(routerUrl, new Map([...parameters, ['sign', 'SIGN']]))
  }
  const session = api.served?.access === 'session' ? identity.session : undefined
  const caller = { ...identity, session }
  const parameters = unsignedParameters(api.method, caller, form, nowMs, business)
  return curlSample(
    routerUrl,
    signedParameters(parameters, identity.secret, form.signMethod, digests),
  )
}
