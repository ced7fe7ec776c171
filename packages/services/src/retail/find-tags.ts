import { type Database, text, type Vault } from '@topgate/storage'
import { masked } from '../masked.ts'
import type { IdentityKind } from './identifiers.ts'
import { maskNick } from './mask.ts'
import {
  type AccountRow,
  retailAccount,
  retailIdentity,
  retailSource,
  retailTag,
  retailUserTag,
  type UserTagRow,
} from './tables.ts'
import { nickContext, userIdContext } from './tag-facts.ts'
import { readUserName } from './user-name.ts'

/** A phone has few accounts; more than this are not shown. */
const USERS_MAX = 20
const MARKS_MAX = 1000
const IDENTITIES_MAX = 100

/** The tags of one user, for operators. Nobody can be named from it. */
export interface TagsReport {
  readonly user: TaggedUser
  /** The newest first. */
  readonly marks: readonly MarkReport[]
}

export interface TaggedUser {
  /** The keyed tag under which everything of the user is stored. */
  readonly user_tag: string
  /** Masked, as the nick; null for the account that a lenient app made up. */
  readonly taobao_user_id: string | null
  readonly nick: string | null
  readonly status: string
  readonly refused: boolean
  /** What the user can be found by: kinds, no values. */
  readonly identifiers: readonly IdentifierReport[]
}

export interface IdentifierReport {
  readonly kind: IdentityKind
  readonly is_primary: boolean
  /** Null: does not age. */
  readonly verified_ms: number | null
}

export interface MarkReport {
  readonly biz_code: string
  readonly purpose: string
  readonly tag_code: string
  readonly tag_name: string
  readonly status: 'ACTIVE' | 'EXPIRED' | 'REMOVED'
  readonly first_ms: number
  readonly last_ms: number
  readonly expire_ms: number
  /** Null: never removed. */
  readonly removed_ms: number | null
  readonly count: number
}

/** The user of that account number, or all that have this phone or Alipay id. Bounded. */
export async function findTags(
  db: Database,
  vault: Vault,
  user: string,
  nowMs: number,
): Promise<TagsReport[]> {
  const { account, identities } = readUserName(vault, user)
  const linked = await Promise.all(identities.map((tag) => usersOf(db, tag)))
  const candidates = [account, ...linked.flat(), ...identities]
  const users = [...new Set(candidates.filter((tag) => tag !== undefined))].slice(0, USERS_MAX)
  const reports = await Promise.all(users.map((tag) => findTagsOfUser(db, vault, tag, nowMs)))
  return reports.filter((report) => report !== undefined)
}

async function usersOf(db: Database, identity_tag: string): Promise<string[]> {
  const rows = await db.all(
    'SELECT user_tag FROM retail_identity WHERE identity_tag = ? LIMIT ?',
    [identity_tag, USERS_MAX],
    { user_tag: text },
  )
  return rows.map(({ user_tag }) => user_tag)
}

/** By the keyed tag of the user; undefined for somebody who has neither an account nor a mark. */
export async function findTagsOfUser(
  db: Database,
  vault: Vault,
  user_tag: string,
  nowMs: number,
): Promise<TagsReport | undefined> {
  const [[account], marks] = await Promise.all([
    db.all('SELECT * FROM retail_account WHERE user_tag = ?', [user_tag], retailAccount.columns),
    marksOf(db, user_tag, nowMs),
  ])
  if (account === undefined) {
    return marks.length === 0 ? undefined : { user: madeUpUser(user_tag), marks }
  }
  return { user: await userOf(db, vault, account), marks }
}

/** A lenient app tagged somebody whom nobody knows. */
function madeUpUser(user_tag: string): TaggedUser {
  return {
    user_tag,
    taobao_user_id: null,
    nick: null,
    status: 'SYNTHETIC',
    refused: false,
    identifiers: [],
  }
}

async function userOf(db: Database, vault: Vault, account: AccountRow): Promise<TaggedUser> {
  const { user_tag, user_id, nick, status, refused } = account
  const { kind, is_primary, verified_ms } = retailIdentity.columns
  const identities = await db.all(
    `SELECT kind, is_primary, verified_ms FROM retail_identity
    WHERE user_tag = ? ORDER BY kind, identity_tag LIMIT ?`,
    [user_tag, IDENTITIES_MAX],
    { kind, is_primary, verified_ms },
  )
  return {
    user_tag,
    taobao_user_id: masked(vault.open(userIdContext(user_tag), user_id)),
    nick: maskNick(vault.open(nickContext(user_tag), nick)),
    status,
    refused: refused !== 0,
    identifiers: identities.map((row) => ({
      kind: row.kind as IdentityKind,
      is_primary: row.is_primary !== 0,
      verified_ms: row.verified_ms,
    })),
  }
}

const markColumns = Object.keys(retailUserTag.columns).map((name) => `m.${name}`)

async function marksOf(db: Database, user_tag: string, nowMs: number): Promise<MarkReport[]> {
  const rows = await db.all(
    `SELECT ${markColumns.join(', ')}, coalesce(t.name, '') AS name,
      coalesce(s.purpose, '') AS purpose
    FROM retail_user_tag m
    LEFT JOIN retail_tag t ON t.biz_code = m.biz_code AND t.tag_code = m.tag_code
    LEFT JOIN retail_source s ON s.biz_code = m.biz_code
    WHERE m.user_tag = ? ORDER BY m.last_ms DESC, m.biz_code, m.tag_code LIMIT ?`,
    [user_tag, MARKS_MAX],
    {
      ...retailUserTag.columns,
      name: retailTag.columns.name,
      purpose: retailSource.columns.purpose,
    },
  )
  return rows.map((row) => ({
    biz_code: row.biz_code,
    purpose: row.purpose,
    tag_code: row.tag_code,
    tag_name: row.name,
    status: statusOf(row, nowMs),
    first_ms: row.first_ms,
    last_ms: row.last_ms,
    expire_ms: row.expire_ms,
    removed_ms: row.removed_ms === 0 ? null : row.removed_ms,
    count: row.count,
  }))
}

function statusOf(mark: UserTagRow, nowMs: number): MarkReport['status'] {
  if (mark.added_ms <= mark.removed_ms) return 'REMOVED'
  return mark.expire_ms <= nowMs ? 'EXPIRED' : 'ACTIVE'
}
