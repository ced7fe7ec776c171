import type { WriteCall } from '@topgate/engine'
import type { Transaction, Vault } from '@topgate/storage'
import type { BoundAccount } from './find-user.ts'
import {
  type Identifier,
  identifiersOf,
  identityKey,
  identityTag,
  phoneInIsvUserId,
} from './identifiers.ts'
import {
  type AccountRow,
  accountsByTag,
  eventsBySignature,
  identitiesByTag,
  type SignedRow,
  type SourceRow,
  sourcesByCode,
  type TagRow,
  tagsByCode,
} from './tables.ts'
import { readClaim, type TagClaim, type TagRequest } from './tag-claim.ts'

export type TagCall = WriteCall<TagRequest>

/** One request as far as it can be understood without the database. */
export interface ReadRequest {
  readonly claim: TagClaim
  /** Undefined: left out, and the app does not have exactly one. */
  readonly biz_code: string | undefined
  readonly identifiers: readonly Identifier[]
}

export interface TagFacts {
  readonly requests: ReadonlyMap<bigint, ReadRequest>
  readonly signed: Map<string, Omit<SignedRow, 'app_key' | 'signature'>>
  readonly sources: ReadonlyMap<string, SourceRow>
  readonly tags: ReadonlyMap<string, TagRow>
  readonly bindings: ReadonlyMap<string, readonly BoundAccount[]>
}

export function signatureKey(app_key: string, signature: string): string {
  return `${app_key} ${signature}`
}

export function tagKey(biz_code: string, tag_code: string): string {
  return `${biz_code} ${tag_code}`
}

/** What a sealed nick is bound to. */
export function nickContext(user_tag: string): string {
  return `retail_account.nick:${user_tag}`
}

export function readRequests(calls: readonly TagCall[]): Map<bigint, ReadRequest> {
  return new Map(calls.map((call) => [call.id, readRequest(call)]))
}

function readRequest({ app, request }: TagCall): ReadRequest {
  const claim = readClaim(request)
  const [only, ...others] = app.biz_codes
  const biz_code = request.biz_code ?? (others.length === 0 ? only : undefined)
  return { claim, biz_code, identifiers: identifiersOf(app.key, biz_code ?? '', request, claim) }
}

/**
 * The lock is on the identifiers, known before anything is read. Two of them may lead to the same
 * user; that is safe, because the marks of one user only add up.
 */
export async function loadTagFacts(
  tx: Transaction,
  calls: readonly TagCall[],
  vault: Vault,
): Promise<TagFacts> {
  const requests = readRequests(calls)
  const keyOfTag = identityTags([...requests.values()], vault)
  await tx.lock([...keyOfTag.keys()].map((tag) => `retail:${tag}`))
  const codes = [...requests.values()].flatMap(({ biz_code, claim }) =>
    biz_code === undefined ? [] : [{ biz_code, tag_code: claim.tag_code }],
  )
  const signatures = calls.map(({ app, signature }) => ({ app_key: app.key, signature }))
  const signed = await tx.read(eventsBySignature, signatures)
  const sources = await tx.read(sourcesByCode, codes)
  const tags = await tx.read(tagsByCode, codes)
  return {
    requests,
    signed: new Map(signed.map((row) => [signatureKey(row.app_key, row.signature), row])),
    sources: new Map(sources.map((row) => [row.biz_code, row])),
    tags: new Map(tags.map((row) => [tagKey(row.biz_code, row.tag_code), row])),
    bindings: await loadBindings(tx, keyOfTag, vault),
  }
}

/** Also what an `isv_user_id` could mean as a phone: the sources are not known yet. */
function identityTags(requests: readonly ReadRequest[], vault: Vault): Map<string, string> {
  const wanted = requests.flatMap(({ identifiers }) =>
    identifiers.flatMap((identifier) => [identifier, phoneInIsvUserId(identifier) ?? []].flat()),
  )
  return new Map(
    wanted.map((identifier) => [identityTag(vault, identifier), identityKey(identifier)]),
  )
}

async function loadBindings(
  tx: Transaction,
  keyOfTag: ReadonlyMap<string, string>,
  vault: Vault,
): Promise<Map<string, BoundAccount[]>> {
  const wanted = [...keyOfTag.keys()].map((identity_tag) => ({ identity_tag }))
  const identities = await tx.read(identitiesByTag, wanted)
  const rows = await tx.read(accountsByTag, identities)
  const accounts = new Map(rows.map((row) => [row.user_tag, readAccount(row, vault)]))
  const bindings = new Map<string, BoundAccount[]>()
  for (const { identity_tag, user_tag, is_primary, verified_ms } of identities) {
    const account = accounts.get(user_tag)
    if (account === undefined) continue
    const key = keyOfTag.get(identity_tag) ?? ''
    const bound = { ...account, is_primary: is_primary !== 0, verified_ms }
    bindings.set(key, [...(bindings.get(key) ?? []), bound])
  }
  return bindings
}

function readAccount({ user_tag, nick, status, refused }: AccountRow, vault: Vault) {
  return {
    user_tag,
    nick: vault.open(nickContext(user_tag), nick),
    status,
    refused: refused !== 0,
  }
}
