import { isGrammarForgiven } from '@topgate/contracts'
import type { Transaction, Vault } from '@topgate/storage'
import {
  countMisses,
  insertEvents,
  insertMisses,
  type MissCountRow,
  type MissRow,
  markUsers,
  type TagEventRow,
  type UserTagRow,
} from './tables.ts'
import type { MissOutcome } from './tag-answers.ts'
import type { TagClaim } from './tag-claim.ts'
import type { TagCall } from './tag-facts.ts'

/** What every call that looked a user up has. */
export interface Lookup {
  readonly call: TagCall
  /** The `biz_code` under which marks are kept. */
  readonly source: string
  readonly claim: TagClaim
  /** The keyed tag of `isv_user_id`. */
  readonly ownTag: string | null
  readonly processed_ms: number
}

/** A mark that a call sets or renews. */
export interface NewTag extends Lookup {
  readonly kind: 'tag'
  readonly user_tag: string
  readonly use_type: string
  readonly social_nick: string
  /** The source says for the first time that `ownTag` is this user. */
  readonly binds: boolean
  readonly expire_ms: number
}

/** A look-up that tagged nobody. */
export interface Miss extends Lookup {
  readonly kind: 'miss'
  readonly outcome: MissOutcome
}

export type TagChange = NewTag | Miss

/**
 * Of each call one row that is only ever inserted and one that counts: for a tag its event and the
 * mark of the user, for a miss its line and the count of its source.
 */
export async function saveTags(
  tx: Transaction,
  changes: readonly TagChange[],
  vault: Vault,
): Promise<void> {
  const tags = changes.filter((change) => change.kind === 'tag')
  const misses = changes.filter((change) => change.kind === 'miss')
  await tx.write(
    insertEvents,
    tags.map((tag) => eventRow(tag, vault)),
  )
  await tx.write(markUsers, summed(tags.map(markRow), addMarks))
  await tx.write(
    insertMisses,
    misses.map((miss) => missRow(miss, vault)),
  )
  await tx.write(countMisses, summed(misses.map(missCountRow), addCounts))
}

/** What the sealed extension of a call is bound to. */
export function extParamContext(id: bigint): string {
  return `retail_tag_event.ext_param:${id}`
}

export function membersContext(id: bigint): string {
  return `retail_miss.members:${id}`
}

function eventRow(tag: NewTag, vault: Vault): TagEventRow {
  const { call, claim, source, ownTag } = tag
  const { ext_param } = call.request
  return {
    id: call.id,
    kind: 'ADD',
    app_key: call.app.key,
    biz_code: source,
    user_tag: tag.user_tag,
    tag_code: claim.tag_code,
    use_type: tag.use_type,
    social_nick: tag.social_nick,
    isv_user_tag: ownTag,
    bound_isv_tag: tag.binds ? ownTag : null,
    ext_param:
      ext_param === undefined ? null : vault.seal(extParamContext(call.id), ext_param.text),
    event_ms: claim.event_ms ?? null,
    expire_ms: tag.expire_ms,
    flags: flagsOf(tag),
    signature: call.signature,
    boundaries: call.boundaries,
    received_ms: call.received_ms,
    processed_ms: tag.processed_ms,
  }
}

/** Who is not our user has not agreed to anything: of him no value is kept. */
function missRow({ call, claim, source, ownTag, ...miss }: Miss, vault: Vault): MissRow {
  const { ext_param } = call.request
  const members = claim.members.join(',')
  return {
    id: call.id,
    app_key: call.app.key,
    biz_code: source,
    tag_code: claim.tag_code,
    outcome: miss.outcome,
    isv_user_tag: ownTag,
    members: ext_param === undefined ? null : vault.seal(membersContext(call.id), members),
    event_ms: claim.event_ms ?? null,
    flags: flagsOf({ call, claim }),
    signature: call.signature,
    boundaries: call.boundaries,
    received_ms: call.received_ms,
    processed_ms: miss.processed_ms,
  }
}

function flagsOf({ call, claim }: Pick<Lookup, 'call' | 'claim'>): string {
  const flags = isGrammarForgiven(call.forgiven) ? [...claim.flags, 'GRAMMAR'] : claim.flags
  return flags.join(',')
}

function markRow({ call, claim, source, user_tag, expire_ms, processed_ms }: NewTag): UserTagRow {
  return {
    biz_code: source,
    user_tag,
    tag_code: claim.tag_code,
    first_ms: processed_ms,
    last_ms: processed_ms,
    expire_ms,
    count: 1,
    added_ms: claim.event_ms ?? call.received_ms,
    removed_ms: 0,
  }
}

/** Hexadecimal digits of the signature, which spread evenly. */
const SHARD_CHARS = 3

function missCountRow({ call, claim, source, processed_ms }: Miss): MissCountRow {
  return {
    biz_code: source,
    shard: call.signature.slice(0, SHARD_CHARS),
    tag_code: claim.tag_code,
    first_ms: processed_ms,
    last_ms: processed_ms,
    count: 1,
  }
}

function addMarks(a: UserTagRow, b: UserTagRow): UserTagRow {
  return {
    ...a,
    last_ms: Math.max(a.last_ms, b.last_ms),
    expire_ms: Math.max(a.expire_ms, b.expire_ms),
    count: a.count + b.count,
    added_ms: Math.max(a.added_ms, b.added_ms),
  }
}

function addCounts(a: MissCountRow, b: MissCountRow): MissCountRow {
  return { ...a, last_ms: Math.max(a.last_ms, b.last_ms), count: a.count + b.count }
}

interface Keyed {
  readonly biz_code: string
  readonly user_tag?: string
  readonly shard?: string
  readonly tag_code: string
}

/**
 * One row per key, sorted by key, so that two batches on two nodes take the same rows in the same
 * order.
 */
function summed<Row extends Keyed>(rows: readonly Row[], add: (a: Row, b: Row) => Row): Row[] {
  const byKey = new Map<string, Row>()
  for (const row of rows) {
    const key = `${row.biz_code} ${row.user_tag ?? row.shard} ${row.tag_code}`
    const before = byKey.get(key)
    byKey.set(key, before === undefined ? row : add(before, row))
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}
