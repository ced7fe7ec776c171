import { requestIdOf } from '@topgate/contracts'
import type { Database, Vault } from '@topgate/storage'
import { distinctValues } from '../distinct-values.ts'
import { masked } from '../masked.ts'
import { isKeyAccount } from './action-claim.ts'
import { formatHours } from './charity-hours.ts'
import { type AccountTotals, totalsOf } from './find-totals.ts'
import { type PersonalParts, sealContext } from './ledger-store.ts'
import { moveEventPrefix } from './move-hours.ts'
import { type ActionRow, charityAction, charityBinding } from './tables.ts'

/** An event id is unique within a channel; more channels than this are not shown. */
const EVENTS_MAX = 20
const LINES_MAX = 1000

/** What became of one event, for operators. Nobody can be named from it. */
export interface EventReport {
  readonly action: EventAction
  /** The line of the action, then those that moved the hours of its key to a user. */
  readonly ledger: readonly LedgerEntry[]
  /** Of the account of the action, then of the user that its key was bound to later. */
  readonly totals: readonly AccountTotals[]
}

export interface EventAction {
  readonly request_id: string
  readonly channel: string
  readonly event_id: string
  readonly activity_id: bigint
  readonly sub_code: string
  readonly type: string
  readonly status: string
  readonly charity_hours: string
  readonly cap: string
  readonly flags: readonly string[]
  readonly happened_ms: number
  readonly received_ms: number
  readonly app_key: string
  /** Masked; null when the call did not have it. */
  readonly tb_user_id: string | null
  readonly third_user_key: string | null
}

export interface LedgerEntry {
  readonly event_id: string
  readonly kind: string
  /** A keyed tag: `u:` of a Taobao user, `k:` of a third-party key that was not bound. */
  readonly account: string
  readonly activity_id: bigint
  readonly type: string
  readonly year: number
  readonly minutes: number
  readonly received_ms: number
}

/** The events of that id, in one channel or in all. Reads only what keys lead to. */
export async function findEvents(
  db: Database,
  vault: Vault,
  eventId: string,
  channel?: string,
): Promise<EventReport[]> {
  const channels =
    channel === undefined ? await distinctValues(db, charityAction, 'channel') : [channel]
  const found: ActionRow[] = []
  for (const name of channels) {
    if (found.length >= EVENTS_MAX) break
    found.push(...(await actionsOf(db, name, eventId)))
  }
  return Promise.all(found.map((row) => reportOf(db, vault, row)))
}

const actionColumns = Object.keys(charityAction.columns).join(', ')

function actionsOf(db: Database, channel: string, eventId: string): Promise<ActionRow[]> {
  return db.all(
    `SELECT ${actionColumns} FROM charity_action WHERE channel = ? AND event_id = ?`,
    [channel, eventId],
    charityAction.columns,
  )
}

async function reportOf(db: Database, vault: Vault, row: ActionRow): Promise<EventReport> {
  const sealed = vault.open(sealContext(row.channel, row.event_id), row.sealed)
  const moved = isKeyAccount(row.account) ? await movesOf(db, row) : []
  const bound = isKeyAccount(row.account) ? await boundAccount(db, row) : undefined
  const accounts = bound === undefined ? [row.account] : [row.account, bound]
  return {
    action: actionOf(row, JSON.parse(sealed)),
    ledger: [row, ...moved].map(entryOf),
    totals: await Promise.all(accounts.map((account) => totalsOf(db, account))),
  }
}

function actionOf(row: ActionRow, personal: PersonalParts): EventAction {
  const { tb_user_id, third_user_key } = personal
  return {
    request_id: requestIdOf(row.id),
    channel: row.channel,
    event_id: row.event_id,
    activity_id: row.activity_id,
    sub_code: row.sub_code,
    type: row.type,
    status: row.status,
    charity_hours: formatHours(row.minutes),
    cap: row.cap,
    flags: row.flags === '' ? [] : row.flags.split(','),
    happened_ms: row.happened_ms,
    received_ms: row.received_ms,
    app_key: row.app_key,
    tb_user_id: tb_user_id === undefined ? null : masked(tb_user_id),
    third_user_key: third_user_key === undefined ? null : masked(third_user_key),
  }
}

function entryOf(row: ActionRow): LedgerEntry {
  const { event_id, kind, account, activity_id, type, year, minutes, received_ms } = row
  return { event_id, kind, account, activity_id, type, year, minutes, received_ms }
}

/** Their ids begin alike, and the character after a space is `!`. */
function movesOf(db: Database, { channel, account }: ActionRow): Promise<ActionRow[]> {
  const prefix = moveEventPrefix(keyTagIn(account))
  return db.all(
    `SELECT ${actionColumns} FROM charity_action
    WHERE channel = ? AND event_id >= ? AND event_id < ? ORDER BY event_id LIMIT ?`,
    [channel, prefix, `${prefix.slice(0, -1)}!`, LINES_MAX],
    charityAction.columns,
  )
}

async function boundAccount(db: Database, row: ActionRow): Promise<string | undefined> {
  const [binding] = await db.all(
    'SELECT account FROM charity_binding WHERE channel = ? AND key_tag = ?',
    [row.channel, keyTagIn(row.account)],
    { account: charityBinding.columns.account },
  )
  return binding?.account
}

function keyTagIn(account: string): string {
  return account.slice('k:'.length)
}
