import type { CallerApp, WriteCall } from '@topgate/engine'
import type { Transaction, Vault } from '@topgate/storage'
import type { BoundAccount } from './find-user.ts'
import {
  type Identifier,
  identifiersOf,
  identityKey,
  identityTag,
  ownIdOf,
  phoneInIsvUserId,
} from './identifiers.ts'
import { lenientSource } from './lenient.ts'
import { maskNick } from './mask.ts'
import {
  type AccountRow,
  accountsByTag,
  boundByIsvTag,
  eventsBySignature,
  identitiesByTag,
  marksByTag,
  type SignedRow,
  type SourceRow,
  sourcesByCode,
  type TagRow,
  tagsByCode,
  type UserTagRow,
} from './tables.ts'
import { readClaim, type TagClaim, type TagRequest } from './tag-claim.ts'

export type TagCall = WriteCall<TagRequest>

/** One request as far as it can be understood without the database. */
export interface ReadRequest {
  readonly claim: TagClaim
  /** Undefined: left out, and the app does not have exactly one. */
  readonly source: string | undefined
  /** Those that decide, in their order. */
  readonly identifiers: readonly Identifier[]
  /** `isv_user_id`, whether it decides or not. */
  readonly ownId: Identifier | undefined
}

export interface TagFacts {
  readonly requests: ReadonlyMap<bigint, ReadRequest>
  readonly signed: Map<string, Omit<SignedRow, 'app_key' | 'signature'>>
  readonly sources: ReadonlyMap<string, SourceRow>
  readonly tags: ReadonlyMap<string, TagRow>
  /** By `identityKey`. */
  readonly bindings: Map<string, readonly BoundAccount[]>
  /** When the mark was removed last, by `markKey`. */
  readonly removals: ReadonlyMap<string, number>
  /** How often a source said of its own id whose it is, by `identityKey`. */
  readonly timesBound: Map<string, number>
  /** The keyed tag of each identifier, by `identityKey`. */
  readonly identityTags: ReadonlyMap<string, string>
}

export function signatureKey(app_key: string, signature: string): string {
  return `${app_key} ${signature}`
}

export function tagKey(source: string, tag_code: string): string {
  return `${source} ${tag_code}`
}

export function markKey(source: string, user_tag: string, tag_code: string): string {
  return `${source} ${user_tag} ${tag_code}`
}

/** What a sealed account number is bound to. */
export function userIdContext(user_tag: string): string {
  return `retail_account.user_id:${user_tag}`
}

/** What a sealed nick is bound to. */
export function nickContext(user_tag: string): string {
  return `retail_account.nick:${user_tag}`
}

export function readRequests(calls: readonly TagCall[]): Map<bigint, ReadRequest> {
  return new Map(calls.map((call) => [call.id, readRequest(call)]))
}

export function readRequest({ app, request }: TagCall): ReadRequest {
  const claim = readClaim(request)
  const source = sourceOf(app, request)
  const scope = source ?? ''
  const identifiers = identifiersOf(app.key, scope, request, claim)
  const [ownId] = ownIdOf(scope, request)
  return { claim, source, identifiers, ownId }
}

function sourceOf(app: CallerApp, { biz_code }: TagRequest): string | undefined {
  if (biz_code !== undefined) return lenientSource(app, biz_code) ?? biz_code
  const [only, ...others] = app.biz_codes
  return others.length === 0 ? only : undefined
}

/**
 * The lock is on the identifiers, known before anything is read. Two of them may lead to the same
 * user; that is safe, because the marks of one user only grow.
 */
export async function loadTagFacts(
  tx: Transaction,
  calls: readonly TagCall[],
  vault: Vault,
): Promise<TagFacts> {
  const requests = readRequests(calls)
  const identityTags = tagsOf([...requests.values()], vault)
  await tx.lock([...identityTags.values()].map((tag) => `retail:${tag}`))
  const codes = [...requests.values()].flatMap(({ source, claim }) =>
    source === undefined ? [] : [{ biz_code: source, tag_code: claim.tag_code }],
  )
  const signatures = calls.map(({ app, signature }) => ({ app_key: app.key, signature }))
  const [signed, sources, tags, users] = await Promise.all([
    tx.read(eventsBySignature, signatures),
    tx.read(sourcesByCode, codes),
    tx.read(tagsByCode, codes),
    readUsers(tx, [...identityTags.values()]),
  ])
  const [accounts, marks] = await Promise.all([
    tx.read(accountsByTag, users.all),
    tx.read(marksByTag, marksWanted(requests, identityTags, users)),
  ])
  return {
    requests,
    signed: new Map(signed.map((row) => [signatureKey(row.app_key, row.signature), row])),
    sources: new Map(sources.map((row) => [row.biz_code, row])),
    tags: new Map(tags.map((row) => [tagKey(row.biz_code, row.tag_code), row])),
    bindings: bindingsOf(identityTags, users, accounts, vault),
    removals: new Map(marks.map((row) => [keyOfMark(row), row.removed_ms])),
    timesBound: new Map(
      Array.from(identityTags, ([key, tag]) => [key, users.timesBound.get(tag) ?? 0]),
    ),
    identityTags,
  }
}

function keyOfMark({ biz_code, user_tag, tag_code }: UserTagRow): string {
  return markKey(biz_code, user_tag, tag_code)
}

/** Each different identifier of the batch costs one HMAC. */
function tagsOf(requests: readonly ReadRequest[], vault: Vault): Map<string, string> {
  const tags = new Map<string, string>()
  for (const identifier of requests.flatMap(identifiersToFind)) {
    const key = identityKey(identifier)
    if (!tags.has(key)) tags.set(key, identityTag(vault, identifier))
  }
  return tags
}

/** Also what an `isv_user_id` could mean as a phone: the sources are not known yet. */
function identifiersToFind({ identifiers, ownId }: ReadRequest): Identifier[] {
  const given = ownId === undefined || identifiers.includes(ownId) ? [] : [ownId]
  return [...identifiers, ...given].flatMap((identifier) => {
    const phone = phoneInIsvUserId(identifier)
    return phone === undefined ? [identifier] : [identifier, phone]
  })
}

interface UserLink {
  readonly user_tag: string
  readonly is_primary: boolean
  readonly verified_ms: number | null
}

interface FoundUsers {
  readonly byIdentity: ReadonlyMap<string, readonly UserLink[]>
  readonly all: readonly { readonly user_tag: string }[]
  readonly timesBound: ReadonlyMap<string, number>
}

/**
 * A source that gives many people the same id of its own means nobody by it. No more is noted then,
 * so that reading what was noted stays cheap.
 */
export const BINDINGS_MAX = 8

/** Whom the identifiers belong to. What a source said last of its own id comes before the rest. */
async function readUsers(tx: Transaction, tags: readonly string[]): Promise<FoundUsers> {
  const [identities, bound] = await Promise.all([
    tx.read(
      identitiesByTag,
      tags.map((identity_tag) => ({ identity_tag })),
    ),
    tx.read(
      boundByIsvTag,
      tags.map((bound_isv_tag) => ({ bound_isv_tag })),
    ),
  ])
  const byIdentity = new Map<string, UserLink[]>()
  for (const { identity_tag, user_tag, is_primary, verified_ms } of identities) {
    const link = { user_tag, is_primary: is_primary !== 0, verified_ms }
    const links = byIdentity.get(identity_tag)
    if (links === undefined) byIdentity.set(identity_tag, [link])
    else links.push(link)
  }
  const timesBound = new Map<string, number>()
  for (const { bound_isv_tag, user_tag } of bound.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const times = (timesBound.get(bound_isv_tag) ?? 0) + 1
    timesBound.set(bound_isv_tag, times)
    const link = { user_tag, is_primary: true, verified_ms: null }
    byIdentity.set(bound_isv_tag, times < BINDINGS_MAX ? [link] : [])
  }
  const all = tags.flatMap((tag) => usersOf(byIdentity, tag)).map((user_tag) => ({ user_tag }))
  return { byIdentity, all, timesBound }
}

function marksWanted(
  requests: ReadonlyMap<bigint, ReadRequest>,
  identityTags: ReadonlyMap<string, string>,
  users: FoundUsers,
) {
  return [...requests.values()].flatMap((request) => {
    const { source, claim } = request
    if (source === undefined) return []
    return identifiersToFind(request).flatMap((identifier) => {
      const tag = identityTags.get(identityKey(identifier)) ?? ''
      return usersOf(users.byIdentity, tag).map((user_tag) => ({
        biz_code: source,
        user_tag,
        tag_code: claim.tag_code,
      }))
    })
  })
}

/** An identifier of nobody is looked up like a user: a miss takes as many look-ups as a hit. */
function usersOf(byIdentity: FoundUsers['byIdentity'], tag: string): string[] {
  const links = byIdentity.get(tag) ?? []
  return links.length === 0 ? [tag] : links.map(({ user_tag }) => user_tag)
}

function bindingsOf(
  identityTags: ReadonlyMap<string, string>,
  { byIdentity }: FoundUsers,
  rows: readonly AccountRow[],
  vault: Vault,
): Map<string, BoundAccount[]> {
  const accounts = new Map(rows.map((row) => [row.user_tag, accountOf(row, vault)]))
  const bindings = new Map<string, BoundAccount[]>()
  for (const [key, tag] of identityTags) {
    const bound = (byIdentity.get(tag) ?? []).flatMap(({ user_tag, ...link }) => {
      const account = accounts.get(user_tag)
      return account === undefined ? [] : [{ ...account, ...link }]
    })
    if (bound.length > 0) bindings.set(key, bound)
  }
  return bindings
}

function accountOf({ user_tag, nick, social_nick, status, refused }: AccountRow, vault: Vault) {
  return {
    user_tag,
    social_nick:
      social_nick === '' ? maskNick(vault.open(nickContext(user_tag), nick)) : social_nick,
    status,
    refused: refused !== 0,
  }
}
