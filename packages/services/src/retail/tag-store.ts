import type { Transaction, Vault } from '@topgate/storage'
import { identityTag } from './identifiers.ts'
import { insertEvents, markUsers, type TagEventRow, type UserTagRow } from './tables.ts'
import type { TagCall } from './tag-facts.ts'

/** A mark that a call sets or renews. */
export interface NewTag {
  readonly call: TagCall
  readonly biz_code: string
  readonly user_tag: string
  readonly tag_code: string
  readonly use_type: string
  readonly social_nick: string
  readonly event_ms: number | undefined
  readonly expire_ms: number
  readonly flags: readonly string[]
  readonly processed_ms: number
}

/** One event per call, and one mark per source, user and tag however often it is set. */
export async function saveTags(
  tx: Transaction,
  tags: readonly NewTag[],
  vault: Vault,
): Promise<void> {
  await tx.write(
    insertEvents,
    tags.map((tag) => eventRow(tag, vault)),
  )
  await tx.write(markUsers, marksOf(tags))
}

/** What the sealed extension of a call is bound to. */
export function extParamContext(id: bigint): string {
  return `retail_tag_event.ext_param:${id}`
}

function eventRow(tag: NewTag, vault: Vault): TagEventRow {
  const { call, biz_code, user_tag, tag_code, use_type, social_nick } = tag
  const { isv_user_id, ext_param } = call.request
  return {
    id: call.id,
    app_key: call.app.key,
    biz_code,
    user_tag,
    tag_code,
    use_type,
    social_nick,
    isv_user_tag:
      isv_user_id === undefined
        ? null
        : identityTag(vault, { kind: 'isv_user_id', scope: biz_code, value: isv_user_id }),
    ext_param:
      ext_param === undefined ? null : vault.seal(extParamContext(call.id), ext_param.text),
    event_ms: tag.event_ms ?? null,
    expire_ms: tag.expire_ms,
    flags: tag.flags.join(','),
    signature: call.signature,
    boundaries: call.boundaries,
    received_ms: call.received_ms,
    processed_ms: tag.processed_ms,
  }
}

/** Sorted by key, so that two batches on two nodes take the same rows in the same order. */
function marksOf(tags: readonly NewTag[]): UserTagRow[] {
  const marks = new Map<string, UserTagRow>()
  for (const { biz_code, user_tag, tag_code, expire_ms, processed_ms } of tags) {
    const key = `${biz_code} ${user_tag} ${tag_code}`
    const mark = marks.get(key)
    const first_ms = mark?.first_ms ?? processed_ms
    const count = (mark?.count ?? 0) + 1
    const last_ms = processed_ms
    marks.set(key, { biz_code, user_tag, tag_code, first_ms, last_ms, expire_ms, count })
  }
  return [...marks].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mark]) => mark)
}
