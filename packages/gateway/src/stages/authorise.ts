import { formatBeijing, type PackageName, packageTitles, Refusal } from '@topgate/contracts'
import type { ServedApi } from '../gateway.ts'
import type { Grant } from '../ports.ts'
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

function checkGrant({ app }: AuthenticCall, name: PackageName, nowMs: number): void {
  const { key, group, grants } = app
  if (group === 'test') {
    throw new Refusal('app-group-not-allowed', {
      subMsg: `应用 ${key} 是测试应用，不能调用权限包 ${name}（${packageTitles[name].zh}）里的 API，请平台转为正式应用：topgate app set ${key} --group formal`,
    })
  }
  const grant = grants.get(name)
  const isLive = grant?.approved === true && (grant.expiresMs === null || grant.expiresMs > nowMs)
  if (isLive) return
  throw new Refusal(grants.size === 0 ? 'no-packages' : 'package-missing', {
    subMsg: adviseGrant(key, name, grant),
  })
}

/** Names the package in words, says what is wrong with it, and the command that mends it. */
function adviseGrant(key: string, name: PackageName, grant: Grant | undefined): string {
  const title = `权限包 ${name}（${packageTitles[name].zh}）`
  if (grant?.approved === true) {
    const since = formatBeijing(grant.expiresMs ?? 0)
    return `应用 ${key} 的${title}已于 ${since} 到期，请续期：topgate app apply ${key} ${name}`
  }
  if (grant?.requested === true) {
    return `应用 ${key} 申请的${title}还未批准，请平台批准：topgate app grant ${key} ${name}`
  }
  return `应用 ${key} 没有${title}，请申请：topgate app apply ${key} ${name}`
}
