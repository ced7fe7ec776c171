import type { ApiContract } from '@topgate/contracts'
import { maskLeaf } from './mask-json.ts'
import { cut, HIDDEN } from './mask-value.ts'
import type { Parameters } from './parameters.ts'

const CHARS_SHOWN_MAX = 2_048
const PARAMETERS_SHOWN_MAX = 64

/**
 * What a public parameter looks like when it is what it should be. Anything else may be a secret in
 * the wrong place. `sign` and `session` are never shown.
 */
const publicForms: Readonly<Record<string, RegExp>> = {
  method: /^(?=.*\.)(?!.*[0-9A-Za-z]{30})[A-Za-z0-9_.-]{1,128}$/,
  app_key: /^[0-9]{1,20}$/,
  target_app_key: /^[0-9]{1,20}$/,
  timestamp: /^[0-9TZ :.+/-]{1,32}$/,
  v: /^[0-9.]{1,8}$/,
  format: /^[A-Za-z0-9-]{1,16}$/,
  simplify: /^[A-Za-z0-9-]{1,16}$/,
  sign_method: /^[A-Za-z0-9-]{1,16}$/,
  partner_id: /^[A-Za-z0-9_.-]{1,24}$/,
}

/**
 * The parameters as they may be shown and kept, in the order in which they came: values masked by
 * the privacy class that the contract gives them, bounded. What no contract describes is hidden.
 */
export function maskParameters(
  parameters: Parameters,
  api: ApiContract | undefined,
): [name: string, shown: string][] {
  return [...parameters]
    .slice(0, PARAMETERS_SHOWN_MAX)
    .map(([name, value]) => [name, cut(shownOf(name, value, api), CHARS_SHOWN_MAX)])
}

function shownOf(name: string, value: string, api: ApiContract | undefined): string {
  if (value === '') return value
  const form = Object.hasOwn(publicForms, name) ? publicForms[name] : undefined
  if (form !== undefined) return form.test(value) ? value : HIDDEN
  const field =
    api !== undefined && Object.hasOwn(api.request, name) ? api.request[name] : undefined
  return maskLeaf(value, field)
}
