import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import type { RowOf, Transaction, Vault } from '@topgate/storage'
import { type Existing, seedWrites } from '../seed-writes.ts'
import { taobaoUserTag } from '../sessions/index.ts'
import { type IdentifierName, type IdentityKind, identityTag } from './identifiers.ts'
import { maskNick } from './mask.ts'
import { sensitiveWord } from './sensitive-word.ts'
import {
  type AccountStatus,
  type ConsentBasis,
  type IdentityRow,
  retailAccount,
  retailIdentity,
  retailSource,
  retailTag,
  type SourceRow,
  type SourceStatus,
  type TagRow,
  type TagStatus,
} from './tables.ts'
import { nickContext, userIdContext } from './tag-facts.ts'

export interface RetailSeed {
  readonly sources: readonly SeedSource[]
  readonly tags: readonly SeedTag[]
  readonly users: readonly SeedTagUser[]
}

export interface SeedSource {
  readonly biz_code: string
  readonly ttl_days: number
  readonly isv_user_id_is_phone?: boolean
  readonly status?: SourceStatus
  readonly purpose?: string
  /** `call`: a nick is shown only to calls with a `consentId`. */
  readonly consent_basis?: ConsentBasis
  /** Absent: all. */
  readonly identifiers?: readonly IdentifierName[]
  /** Of the last people asked for, the share not found above which the source is stopped. */
  readonly miss_percent?: number
  /** Different people in a minute; absent: no limit. */
  readonly people_per_minute?: number
}

export interface SeedTag {
  readonly biz_code: string
  readonly tag_code: string
  readonly name?: string
  readonly start_ms?: number
  readonly end_ms?: number
  readonly status?: TagStatus
}

/** A Taobao user with everything that he can be found by. */
export interface SeedTagUser {
  readonly taobao_user_id: string
  readonly nick: string
  readonly status?: AccountStatus
  /** The user wants no tags. */
  readonly refused?: boolean
  readonly alipay_user_id?: string
  readonly mobile?: SeedMobile
  /** By `biz_code`. */
  readonly isv_user_id?: Readonly<Record<string, string>>
  /** By `app_key`. */
  readonly open_id?: Readonly<Record<string, string>>
}

export interface SeedMobile {
  /** 11 digits. */
  readonly number: string
  readonly is_primary?: boolean
  /** Absent: does not age. */
  readonly verified_ms?: number
}

const sources = seedWrites(retailSource, ['biz_code'])
const tags = seedWrites(retailTag, ['biz_code', 'tag_code'])
const accounts = seedWrites(retailAccount, ['user_tag'])
const identities = seedWrites(retailIdentity, ['identity_tag', 'user_tag'])

/**
 * Registers sources, tags and users; marks are never touched. Throws for a tag about what is
 * nobody's business: ask `sensitiveWord` first.
 */
export async function seedRetail(
  tx: Transaction,
  vault: Vault,
  seed: RetailSeed,
  existing: Existing,
): Promise<void> {
  await tx.write(sources[existing], seed.sources.map(sourceRow))
  await tx.write(tags[existing], seed.tags.map(tagRow))
  await tx.write(
    accounts[existing],
    seed.users.map((user) => accountRow(user, vault)),
  )
  await tx.write(
    identities[existing],
    seed.users.flatMap((user) => identityRows(user, vault)),
  )
}

export function sourceRow(source: SeedSource): SourceRow {
  return {
    biz_code: source.biz_code,
    ttl_days: source.ttl_days,
    isv_user_id_is_phone: source.isv_user_id_is_phone === true ? 1 : 0,
    status: source.status ?? 'ACTIVE',
    purpose: source.purpose ?? '',
    consent_basis: source.consent_basis ?? 'contract',
    identifiers: (source.identifiers ?? []).join(','),
    miss_percent: source.miss_percent ?? null,
    people_per_minute: source.people_per_minute ?? null,
  }
}

export function tagRow(tag: SeedTag): TagRow {
  const { biz_code, tag_code, name = '' } = tag
  const word = sensitiveWord(`${tag_code} ${name}`)
  assert(word === undefined, `the tag ${biz_code} ${tag_code} is about ${word}`)
  return {
    biz_code,
    tag_code,
    name,
    start_ms: tag.start_ms ?? null,
    end_ms: tag.end_ms ?? null,
    status: tag.status ?? 'ACTIVE',
  }
}

function accountRow(user: SeedTagUser, vault: Vault): RowOf<typeof retailAccount> {
  const user_tag = taobaoUserTag(vault, user.taobao_user_id)
  return {
    user_tag,
    user_id: vault.seal(userIdContext(user_tag), user.taobao_user_id),
    nick: vault.seal(nickContext(user_tag), user.nick),
    social_nick: maskNick(user.nick),
    status: user.status ?? 'ACTIVE',
    refused: user.refused === true ? 1 : 0,
  }
}

function identityRows(user: SeedTagUser, vault: Vault): IdentityRow[] {
  const user_tag = taobaoUserTag(vault, user.taobao_user_id)
  const bound = (kind: IdentityKind, scope: string, value: string): IdentityRow => ({
    identity_tag: identityTag(vault, { kind, scope, value }),
    user_tag,
    kind,
    is_primary: 0,
    verified_ms: null,
  })
  const { alipay_user_id, mobile, isv_user_id = {}, open_id = {} } = user
  return [
    ...(alipay_user_id === undefined ? [] : [bound('alipay_user_id', '', alipay_user_id)]),
    ...(mobile === undefined ? [] : phoneRows(mobile, bound)),
    ...Object.entries(isv_user_id).map(([biz_code, id]) => bound('isv_user_id', biz_code, id)),
    ...Object.entries(open_id).map(([app_key, id]) => bound('open_id', app_key, id)),
  ]
}

/** A phone is also found by its plain hashes, which some callers send instead. */
function phoneRows(
  { number, is_primary, verified_ms }: SeedMobile,
  bound: (kind: IdentityKind, scope: string, value: string) => IdentityRow,
): IdentityRow[] {
  return [
    bound('mobile', '', number),
    bound('mobile_md5', '', hash('md5', number)),
    bound('mobile_sha256', '', hash('sha256', number)),
  ].map((row) => ({
    ...row,
    is_primary: is_primary === true ? 1 : 0,
    verified_ms: verified_ms ?? null,
  }))
}
