import type { Leniency } from '@topgate/contracts'
import { accept, type CallerApp, type Decision, decline, refuse, replay } from '@topgate/engine'
import { type BoundAccount, type FoundUser, findUser, withPhones } from './find-user.ts'
import { fieldOf, type Identifier, identityKey, nameOf } from './identifiers.ts'
import { isMadeUp, leniently } from './lenient.ts'
import { type SourceRow, TTL_DAYS } from './tables.ts'
import {
  accountNotFound,
  type DeclineCode,
  invalidTagAnswer,
  NOT_FOUND,
  notTagged,
  type TagAnswer,
  tagged,
} from './tag-answers.ts'
import {
  BINDINGS_MAX,
  markKey,
  type ReadRequest,
  signatureKey,
  type TagCall,
  type TagFacts,
  tagKey,
} from './tag-facts.ts'
import type { Lookup, TagChange } from './tag-store.ts'

const DAY_MS = 24 * 60 * 60_000

type TagDecision = Decision<TagAnswer, TagChange>

/** First what needs no user: a repeated call, the source, the tag. Then whose tag it is. */
export function decideTag(facts: TagFacts, call: TagCall, nowMs: number): TagDecision {
  const signed = facts.signed.get(signatureKey(call.app.key, call.signature))
  if (signed !== undefined && signed.boundaries !== call.boundaries) {
    return refuse('signature-collision')
  }
  if (signed !== undefined) return replay(tagged(signed.use_type, signed.social_nick))

  const read = facts.requests.get(call.id)
  if (read?.source === undefined) return decline(invalidTagAnswer('biz_code'))
  const source = facts.sources.get(read.source)
  if (!mayUse(call.app, read.source, source)) return decline(notTagged('BIZ_CODE_NOT_AUTHORIZED'))
  if (!isActive(facts, call, read.source, read.claim.tag_code, nowMs))
    return decline(notTagged('TAG_NOT_ACTIVE'))
  const identifiers =
    source?.isv_user_id_is_phone === 1 ? withPhones(read.identifiers) : read.identifiers
  const unwanted = identifiers.find((identifier) => !allows(source, identifier))
  if (unwanted !== undefined) return decline(invalidTagAnswer(fieldOf[unwanted.kind]))
  return decideUser(facts, call, { ...read, identifiers, source: read.source }, nowMs)
}

/** A look-up leaves a row whatever it finds, or its time would tell whether somebody was found. */
function decideUser(
  facts: TagFacts,
  call: TagCall,
  read: ReadRequest & { readonly source: string },
  nowMs: number,
): TagDecision {
  const { source, claim } = read
  const { bindings, forgiven } = leniently(facts, call.app, read)
  const lookup: Lookup = { call, source, claim, ownTag: ownTagOf(facts, read), processed_ms: nowMs }
  const found = findUser(bindings, read.identifiers, nowMs)
  const outcome = whyNot(facts, lookup, found)
  if (found.kind === 'found' && outcome === undefined) {
    return acceptTag(facts, lookup, read, found, forgiven)
  }
  const miss: TagChange = { kind: 'miss', ...lookup, outcome: outcome ?? NOT_FOUND }
  const answer =
    outcome === undefined ? accountNotFound(maskedPlaces(call, read)) : notTagged(outcome)
  return accept(answer, miss, forgiven)
}

function acceptTag(
  facts: TagFacts,
  lookup: Lookup,
  { ownId }: ReadRequest,
  { account, use_type }: Extract<FoundUser, { kind: 'found' }>,
  forgiven: readonly Leniency[],
): TagDecision {
  const { call, source, claim, processed_ms } = lookup
  const row = facts.sources.get(source)
  const isProven = row?.consent_basis !== 'call' || claim.consent_id !== undefined
  const social_nick = isProven ? account.social_nick : ''
  facts.signed.set(signatureKey(call.app.key, call.signature), {
    boundaries: call.boundaries,
    use_type,
    social_nick,
  })
  const endMs = processed_ms + (row?.ttl_days ?? TTL_DAYS) * DAY_MS
  const change: TagChange = {
    kind: 'tag',
    ...lookup,
    user_tag: account.user_tag,
    use_type,
    social_nick,
    binds:
      use_type !== 'isvUserId' && row?.isv_user_id_is_phone !== 1 && bind(facts, ownId, account),
    expire_ms: Math.min(claim.expire_ms ?? endMs, endMs),
  }
  return accept(tagged(use_type, social_nick), change, forgiven)
}

/** True when nobody knew yet that the source's own id is this user; now the batch does. */
function bind(facts: TagFacts, ownId: Identifier | undefined, account: BoundAccount): boolean {
  if (ownId === undefined || account.is_made_up === true) return false
  const key = identityKey(ownId)
  const bound = facts.bindings.get(key)
  if (bound?.length === 1 && bound[0]?.user_tag === account.user_tag) return false
  const times = (facts.timesBound.get(key) ?? 0) + 1
  if (times > BINDINGS_MAX) return false
  facts.timesBound.set(key, times)
  const link = { ...account, is_primary: true, verified_ms: null }
  facts.bindings.set(key, times < BINDINGS_MAX ? [link] : [])
  return true
}

/** Undefined: nothing stands against the tag but that nobody may have been found. */
function whyNot(
  facts: TagFacts,
  { call, source, claim }: Lookup,
  found: FoundUser,
): DeclineCode | undefined {
  if (found.kind === 'declined') return found.code
  if (found.kind === 'not-found') return undefined
  const { user_tag, refused } = found.account
  if (refused) return 'USER_REFUSED'
  const removedMs = facts.removals.get(markKey(source, user_tag, claim.tag_code)) ?? 0
  return (claim.event_ms ?? call.received_ms) <= removedMs ? 'TAG_REMOVED' : undefined
}

/** One answer for unknown, foreign and closed sources. */
function mayUse(app: CallerApp, source: string, row: SourceRow | undefined): boolean {
  return row?.status !== 'CLOSED' && (app.biz_codes.includes(source) || isMadeUp(app, source))
}

function isActive(
  { tags }: TagFacts,
  { app }: TagCall,
  source: string,
  tag_code: string,
  nowMs: number,
): boolean {
  const tag = tags.get(tagKey(source, tag_code))
  if (tag === undefined) return app.profile === 'lenient'
  const hasBegun = (tag.start_ms ?? nowMs) <= nowMs
  return tag.status === 'ACTIVE' && hasBegun && nowMs < (tag.end_ms ?? Number.POSITIVE_INFINITY)
}

function allows(source: SourceRow | undefined, { kind }: Identifier): boolean {
  const allowed = source?.identifiers ?? ''
  return allowed === '' || allowed.split(',').includes(nameOf(kind))
}

function ownTagOf({ identityTags }: TagFacts, { ownId }: ReadRequest): string | null {
  return ownId === undefined ? null : (identityTags.get(identityKey(ownId)) ?? null)
}

/** Open id, Alipay id, and the phone or the caller's own id, as the sample orders them. */
function maskedPlaces({ request }: TagCall, { claim }: ReadRequest): (string | undefined)[] {
  const phone = claim.mobile ?? claim.mobile_md5 ?? claim.mobile_sha256
  return [request.open_id, request.alipay_user_id, phone ?? request.isv_user_id]
}
