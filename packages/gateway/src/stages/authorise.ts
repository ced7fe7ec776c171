import { type PackageName, Refusal } from '@topgate/contracts'
import type { ServedApi } from '../gateway.ts'
import type { AuthenticCall } from './verify-signature.ts'

/** 11 for an app without the package of the API, or calling from an address it may not use. */
export function authorise(
  call: AuthenticCall,
  { contract }: ServedApi,
  peer: string,
  nowMs: number,
): void {
  if (contract.package !== null) checkGrant(call, contract.package, nowMs)
  const { allows, key } = call.app
  if (allows !== null && !allows.holds(peer)) {
    throw new Refusal('address-not-allowed', {
      subMsg: `The appkey ${key} is only allowed to call from ${allows.patterns.join(',')}`,
    })
  }
}

function checkGrant(call: AuthenticCall, name: PackageName, nowMs: number): void {
  const { grants, key } = call.app
  const advice = `应用 ${key} 没有权限包 ${name}，请平台为它开通`
  if (grants.size === 0) throw new Refusal('no-packages', { subMsg: advice })
  const grant = grants.get(name)
  const isLive = grant?.approved === true && (grant.expiresMs === null || grant.expiresMs > nowMs)
  if (!isLive) throw new Refusal('package-missing', { subMsg: advice })
}
