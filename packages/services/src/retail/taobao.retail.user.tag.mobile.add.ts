import { invalidParameter, userTagMobileAdd } from '@topgate/contracts'
import { accept, type Decision, decline, implementWrite, refuse, replay } from '@topgate/engine'
import { implementCheck } from '../check.ts'
import { findUser, withPhones } from './find-user.ts'
import { identifiersOf } from './identifiers.ts'
import { maskNick } from './mask.ts'
import {
  accountNotFound,
  invalidTagAnswer,
  notTagged,
  type TagAnswer,
  tagged,
} from './tag-answers.ts'
import { readClaim } from './tag-claim.ts'
import {
  loadTagFacts,
  type ReadRequest,
  signatureKey,
  type TagCall,
  type TagFacts,
  tagKey,
} from './tag-facts.ts'
import { type NewTag, saveTags } from './tag-store.ts'

const DAY_MS = 24 * 60 * 60_000
/** 13 months, for a source that says nothing else. */
const TTL_DAYS = 395

/** Cross-field rules: `ext_param` has agreed members, and somebody must be named at all. */
export const userTagCheck = implementCheck(userTagMobileAdd, (request, nowMs) => {
  const claim = readClaim(request)
  if (identifiersOf('', '', request, claim).length === 0) {
    throw invalidParameter('alipay_user_id', '缺少用户标识：请传入支付宝ID、open_id 或手机号')
  }
  if (claim.expire_ms !== undefined && claim.expire_ms <= nowMs) {
    throw invalidParameter('ext_param.expireTime', '须晚于当前时间')
  }
})

/** A business source marks a user whom it knows by some identifier. */
export const addUserTag = implementWrite(userTagMobileAdd, {
  load: loadTagFacts,
  decide: decideTag,
  save: saveTags,
})

export function decideTag(
  facts: TagFacts,
  call: TagCall,
  nowMs: number,
): Decision<TagAnswer, NewTag> {
  const signed = facts.signed.get(signatureKey(call.app.key, call.signature))
  if (signed !== undefined && signed.boundaries !== call.boundaries) {
    return refuse('signature-collision')
  }
  if (signed !== undefined) return replay(tagged(signed.use_type, signed.social_nick))

  const read = facts.requests.get(call.id)
  if (read?.biz_code === undefined) return decline(invalidTagAnswer('biz_code'))
  const { biz_code, claim } = read
  if (!call.app.biz_codes.includes(biz_code)) return decline(notTagged('BIZ_CODE_NOT_AUTHORIZED'))
  if (!isActive(facts, biz_code, claim.tag_code, nowMs)) return decline(notTagged('TAG_NOT_ACTIVE'))

  const source = facts.sources.get(biz_code)
  const sendsPhones = source?.isv_user_id_is_phone === 1
  const identifiers = sendsPhones ? withPhones(read.identifiers) : read.identifiers
  const found = findUser(facts.bindings, identifiers, nowMs)
  if (found.kind === 'not-found') return decline(accountNotFound(maskedPlaces(call, read)))
  if (found.kind === 'declined') return decline(notTagged(found.code))
  if (found.account.refused) return decline(notTagged('USER_REFUSED'))

  const social_nick = maskNick(found.account.nick)
  const { use_type } = found
  facts.signed.set(signatureKey(call.app.key, call.signature), {
    boundaries: call.boundaries,
    use_type,
    social_nick,
  })
  const endMs = nowMs + (source?.ttl_days ?? TTL_DAYS) * DAY_MS
  return accept(tagged(use_type, social_nick), {
    call,
    biz_code,
    user_tag: found.account.user_tag,
    tag_code: claim.tag_code,
    use_type,
    social_nick,
    event_ms: claim.event_ms,
    expire_ms: Math.min(claim.expire_ms ?? endMs, endMs),
    flags: claim.flags,
    processed_ms: nowMs,
  })
}

function isActive(facts: TagFacts, biz_code: string, tag_code: string, nowMs: number): boolean {
  const tag = facts.tags.get(tagKey(biz_code, tag_code))
  if (tag === undefined) return false
  return (tag.start_ms ?? nowMs) <= nowMs && nowMs < (tag.end_ms ?? Number.POSITIVE_INFINITY)
}

/** Open id, Alipay id, and the phone or the caller's own id, as the sample orders them. */
function maskedPlaces({ request }: TagCall, { claim }: ReadRequest): (string | undefined)[] {
  const phone = claim.mobile ?? claim.mobile_md5 ?? claim.mobile_sha256
  return [request.open_id, request.alipay_user_id, phone ?? request.isv_user_id]
}
