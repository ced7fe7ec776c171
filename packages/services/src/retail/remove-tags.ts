import { accept, type Decision, decline, internalWrite, type WriteCall } from '@topgate/engine'
import type { Transaction, Vault } from '@topgate/storage'
import {
  type AccountRow,
  accountsByTag,
  identitiesByTag,
  insertEvents,
  marksByUser,
  markUsers,
  putAccounts,
  type TagEventRow,
  type UserTagRow,
} from './tables.ts'
import { readUserName, type UserName } from './user-name.ts'

export interface RemoveTagsRequest {
  /** Account number, phone number or Alipay id. */
  readonly user: string
  /** Absent: of all sources. */
  readonly biz_code?: string
  /** Absent: all tags. */
  readonly tag_code?: string
  /** The user wants no tags at all, also none that are still to come. */
  readonly refuse?: boolean
}

export interface RemoveTagsAnswer {
  /** Accounts that the user name led to; several at once are left alone. */
  readonly accounts: number
  /** Marks that were on the user until now. */
  readonly removed: number
}

export type RemoveTagsCall = WriteCall<RemoveTagsRequest>

interface RemoveFacts {
  /** User tags by the name that was typed. */
  readonly users: ReadonlyMap<string, readonly string[]>
  readonly marks: ReadonlyMap<string, readonly UserTagRow[]>
  readonly accounts: ReadonlyMap<string, AccountRow>
}

interface Removal {
  readonly event: TagEventRow
  readonly marks: readonly UserTagRow[]
  readonly account: AccountRow | undefined
}

/**
 * Takes marks away. Whatever happened before now cannot bring them back, also when it arrives
 * later; a newer call can, unless the user refuses.
 */
export const removeTags = internalWrite<RemoveTagsRequest, RemoveTagsAnswer, RemoveFacts, Removal>(
  'retail.tags.remove',
  { load, decide, save },
)

async function load(
  tx: Transaction,
  calls: readonly RemoveTagsCall[],
  vault: Vault,
): Promise<RemoveFacts> {
  const names = new Map(calls.map(({ request: { user } }) => [user, readUserName(vault, user)]))
  const identities = await tx.read(
    identitiesByTag,
    [...names.values()].flatMap((name) =>
      name.identities.map((identity_tag) => ({ identity_tag })),
    ),
  )
  const byIdentity = Map.groupBy(identities, ({ identity_tag }) => identity_tag)
  const candidates = ({ account, identities }: UserName) => [
    ...(account === undefined ? [] : [account]),
    ...identities.flatMap((tag) => (byIdentity.get(tag) ?? []).map(({ user_tag }) => user_tag)),
  ]
  const wanted = [...names.values()].flatMap(candidates).map((user_tag) => ({ user_tag }))
  const accounts = new Map((await tx.read(accountsByTag, wanted)).map((row) => [row.user_tag, row]))
  const marks = await tx.read(marksByUser, wanted)
  return {
    users: new Map(
      Array.from(names, ([text, name]) => [
        text,
        [...new Set(candidates(name))].filter((user_tag) => accounts.has(user_tag)),
      ]),
    ),
    marks: Map.groupBy(marks, ({ user_tag }) => user_tag),
    accounts,
  }
}

function decide(
  { users, marks, accounts }: RemoveFacts,
  { id, request, received_ms }: RemoveTagsCall,
  nowMs: number,
): Decision<RemoveTagsAnswer, Removal> {
  const found = users.get(request.user) ?? []
  const [user_tag, ...others] = found
  if (user_tag === undefined || others.length > 0) {
    return decline({ accounts: found.length, removed: 0 })
  }
  const { biz_code = '', tag_code = '', refuse = false } = request
  const matching = (marks.get(user_tag) ?? []).filter(
    (mark) =>
      (biz_code === '' || mark.biz_code === biz_code) &&
      (tag_code === '' || mark.tag_code === tag_code),
  )
  const isOne = biz_code !== '' && tag_code !== ''
  const affected =
    isOne && matching.length === 0 ? [absentMark(biz_code, user_tag, tag_code, nowMs)] : matching
  const account = accounts.get(user_tag)
  return accept(
    { accounts: 1, removed: affected.filter((mark) => mark.added_ms > mark.removed_ms).length },
    {
      event: removalEvent(id, user_tag, biz_code, tag_code, received_ms, nowMs),
      marks: affected.map((mark) => ({ ...mark, count: 0, removed_ms: received_ms })),
      account: refuse && account !== undefined ? { ...account, refused: 1 } : undefined,
    },
  )
}

/** So that an older call which is still on its way finds that its mark was removed. */
function absentMark(
  biz_code: string,
  user_tag: string,
  tag_code: string,
  nowMs: number,
): UserTagRow {
  const times = { first_ms: nowMs, last_ms: nowMs, expire_ms: nowMs, added_ms: 0, removed_ms: 0 }
  return { biz_code, user_tag, tag_code, ...times, count: 0 }
}

async function save(tx: Transaction, removals: readonly Removal[]): Promise<void> {
  // One after another: two removals of a batch may meet the same mark.
  for (const { event, marks, account } of removals) {
    await tx.write(insertEvents, [event])
    await tx.write(markUsers, marks)
    await tx.write(putAccounts, account === undefined ? [] : [account])
  }
}

/** Followers of the log learn of it as of a tag; '' in a code means all. */
function removalEvent(
  id: bigint,
  user_tag: string,
  biz_code: string,
  tag_code: string,
  event_ms: number,
  processed_ms: number,
): TagEventRow {
  return {
    id,
    kind: 'REMOVE',
    app_key: '',
    biz_code,
    user_tag,
    tag_code,
    use_type: '',
    social_nick: '',
    isv_user_tag: null,
    bound_isv_tag: null,
    ext_param: null,
    event_ms,
    expire_ms: processed_ms,
    flags: '',
    signature: `remove ${id}`,
    boundaries: '',
    received_ms: event_ms,
    processed_ms,
  }
}
