import { invalidParameter, userTagMobileAdd } from '@topgate/contracts'
import { implementWrite } from '@topgate/engine'
import { implementCheck } from '../check.ts'
import { decideTag } from './decide-tag.ts'
import { identifiersOf } from './identifiers.ts'
import { readClaim } from './tag-claim.ts'
import { loadTagFacts } from './tag-facts.ts'
import { saveTags } from './tag-store.ts'

/** Clocks of callers may run ahead so far; later, an event would outlast removals to come. */
const AHEAD_MS_MAX = 5 * 60_000

/** Cross-field rules: `ext_param` has agreed members, and somebody must be named at all. */
export const userTagCheck = implementCheck(userTagMobileAdd, (request, nowMs) => {
  const claim = readClaim(request)
  if (identifiersOf('', '', request, claim).length === 0) {
    throw invalidParameter('alipay_user_id', '缺少用户标识：请传入支付宝ID、open_id 或手机号')
  }
  if (claim.expire_ms !== undefined && claim.expire_ms <= nowMs) {
    throw invalidParameter('ext_param.expireTime', '须晚于当前时间')
  }
  if (claim.event_ms !== undefined && claim.event_ms > nowMs + AHEAD_MS_MAX) {
    throw invalidParameter('ext_param.eventTime', '不能晚于当前时间')
  }
})

/** A business source marks a user whom it knows by some identifier. */
export const addUserTag = implementWrite(userTagMobileAdd, {
  load: loadTagFacts,
  decide: decideTag,
  save: saveTags,
})
