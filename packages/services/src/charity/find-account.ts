import { requestIdOf } from '@topgate/contracts'
import { type Database, int, text, type Value, type Vault } from '@topgate/storage'
import { isKeyAccount, keyAccountOf, keyTagOf, userAccountOf } from './action-claim.ts'
import { formatHours } from './charity-hours.ts'
import { type AccountTotals, totalsOf } from './find-totals.ts'
import { type ActionRow, charityAction, charityBinding, charityRegistration } from './tables.ts'

/** A reader sees the newest; the totals count all. */
const LINES_MAX = 100
const REGISTRATIONS_MAX = 500
const BINDINGS_MAX = 100

/** One charity account, for operators. Nobody can be named from it. */
export interface AccountReport extends AccountTotals {
  readonly charity_hours: string
  /** `UNLISTED`: a Taobao user of whom nothing but charity is known. */
  readonly status: string
  /** Newest first, at most 100; `lines_left_out` says whether there are more. */
  readonly lines: readonly AccountLine[]
  readonly lines_left_out: boolean
  readonly registrations: readonly AccountRegistration[]
  /** Third-party keys of the user; for the account of a key, its own binding. */
  readonly bindings: readonly AccountBinding[]
}

export interface AccountLine {
  readonly request_id: string
  readonly channel: string
  readonly event_id: string
  readonly kind: string
  readonly status: string
  readonly sub_code: string
  readonly type: string
  readonly activity_id: bigint
  readonly year: number
  readonly minutes: number
  readonly received_ms: number
}

export interface AccountRegistration {
  readonly activity_id: bigint
  readonly status: string
  readonly at_ms: number
}

export interface AccountBinding {
  readonly channel: string
  /** The account that collects the hours of the key while nobody has bound it. */
  readonly key_account: string
  readonly user_account: string
  readonly status: string
  readonly at_ms: number
  readonly pending_minutes: number
}

/** Names an account: the Taobao user id, or with a channel a third-party key of that channel. */
export interface AccountName {
  readonly id: string
  readonly channel?: string | undefined
}

const INT64_MAX = 2n ** 63n - 1n

/** As `show event` prints it: `u:` or `k:` and a keyed tag. */
const accountTag = /^[uk]:[A-Za-z0-9_-]{22}$/

/** Undefined for what can name no account. */
function accountOf(vault: Vault, { id, channel }: AccountName): string | undefined {
  if (accountTag.test(id)) return id
  if (channel !== undefined) return keyAccountOf(keyTagOf(vault, channel, id))
  if (!/^[0-9]{1,19}$/.test(id) || BigInt(id) > INT64_MAX) return undefined
  return userAccountOf(vault, BigInt(id))
}

/** Undefined when nothing is stored about the account. */
export async function findAccount(
  db: Database,
  vault: Vault,
  name: AccountName,
): Promise<AccountReport | undefined> {
  const account = accountOf(vault, name)
  if (account === undefined) return undefined
  const [totals, status, found, registrations, bindings] = await Promise.all([
    totalsOf(db, account),
    statusOf(db, account),
    linesOf(db, account),
    registrationsOf(db, account),
    isKeyAccount(account) ? bindingOfKey(db, account) : bindingsOfUser(db, account),
  ])
  if (status === undefined && found.length + registrations.length + bindings.length === 0) {
    return undefined
  }
  return {
    ...totals,
    charity_hours: formatHours(totals.minutes),
    status: status ?? (isKeyAccount(account) ? 'PENDING' : 'UNLISTED'),
    lines: found.slice(0, LINES_MAX).map(lineOf),
    lines_left_out: found.length > LINES_MAX,
    registrations,
    bindings,
  }
}

async function statusOf(db: Database, account: string): Promise<string | undefined> {
  const [row] = await db.all('SELECT status FROM charity_account WHERE account = ?', [account], {
    status: text,
  })
  return row?.status
}

const { sealed: _sealed, content_hash: _hash, ...lineColumns } = charityAction.columns
const lineColumnList = Object.keys(lineColumns).join(', ')

type LineRow = Omit<ActionRow, 'sealed' | 'content_hash'>

function linesOf(db: Database, account: string): Promise<LineRow[]> {
  return db.all(
    `SELECT ${lineColumnList} FROM charity_action
    WHERE account = ? ORDER BY received_ms DESC, id DESC LIMIT ?`,
    [account, LINES_MAX + 1],
    lineColumns,
  )
}

function lineOf(row: LineRow): AccountLine {
  const { id, channel, event_id, kind, status, sub_code, type } = row
  const { activity_id, year, minutes, received_ms } = row
  return {
    request_id: kind === 'ACTION' ? requestIdOf(id) : '',
    channel,
    event_id,
    kind,
    status,
    sub_code,
    type,
    activity_id,
    year,
    minutes,
    received_ms,
  }
}

function registrationsOf(db: Database, account: string): Promise<AccountRegistration[]> {
  const { account: _, ...columns } = charityRegistration.columns
  return db.all(
    `SELECT activity_id, status, at_ms FROM charity_registration
    WHERE account = ? ORDER BY activity_id LIMIT ?`,
    [account, REGISTRATIONS_MAX],
    columns,
  )
}

function bindingsOfUser(db: Database, account: string): Promise<AccountBinding[]> {
  return bindingsWhere(db, 'b.account = ?', [account])
}

/** The channels lead the key of the table, and there are few of them. */
function bindingOfKey(db: Database, account: string): Promise<AccountBinding[]> {
  return bindingsWhere(db, 'b.channel IN (SELECT channel FROM charity_channel) AND b.key_tag = ?', [
    account.slice('k:'.length),
  ])
}

async function bindingsWhere(
  db: Database,
  condition: string,
  values: readonly Value[],
): Promise<AccountBinding[]> {
  const rows = await db.all(
    `SELECT b.channel, b.key_tag, b.account, b.status, b.at_ms, CAST(coalesce((
      SELECT sum(t.minutes) FROM charity_total t WHERE t.account = 'k:' || b.key_tag
    ), 0) AS BIGINT) AS pending
    FROM charity_binding b WHERE ${condition} ORDER BY b.channel, b.key_tag LIMIT ?`,
    [...values, BINDINGS_MAX],
    { ...charityBinding.columns, pending: int },
  )
  return rows.map((row) => ({
    channel: row.channel,
    key_account: keyAccountOf(row.key_tag),
    user_account: row.account,
    status: row.status,
    at_ms: row.at_ms,
    pending_minutes: row.pending,
  }))
}
