import { platformErrors, Refusal } from '@topgate/contracts'
import { type Parameters, suggestZh } from '@topgate/protocol'
import type { Gateway, ServedApi } from '../gateway.ts'

/** 21 without a method, 22 for one that we do not serve. Names are compared as they are. */
export function findApi(parameters: Parameters, gateway: Gateway): ServedApi {
  const method = parameters.get('method')
  if (method === undefined || method === '') throw new Refusal('missing-method')
  const api = gateway.apis.get(method)
  if (api === undefined) {
    const hint = suggestZh(method, [...gateway.apis.keys()])
    const advice = platformErrors['invalid-method'].remedy.zh
    throw new Refusal('invalid-method', { subMsg: advice + hint })
  }
  return api
}
