/** For the tests of this folder: sample calls, a seeded platform, a store in memory. */
import { type JsonText, type JsonValue, userActionSync } from '@topgate/contracts'
import { type BatchEvent, IdSource, type Outcome, runBatch, type WriteCall } from '@topgate/engine'
import {
  type Database,
  int,
  int64,
  migrate,
  openVault,
  type SchemaDatabase,
  type Transaction,
  text,
  type Value,
} from '@topgate/storage'
import type { ActionAnswer } from './action-answers.ts'
import type { ActionCall, UserAction } from './action-claim.ts'
import { syncUserAction } from './alibaba.charity.useraction.sync.ts'
import { bindUser } from './bind-user.ts'
import type { BindingAnswer } from './binding-answer.ts'
import { type CharitySeed, seedCharity } from './seed.ts'
import { starterRules } from './starter-rules.ts'
import {
  accountIndexMigration,
  charityMigration,
  keyTablesMigration,
  summedTotalsMigration,
} from './tables.ts'
import { unbindUser } from './unbind-user.ts'

export const vault = openVault({ masterKey: new Uint8Array(32) })

/** Epoch milliseconds of a Beijing time `yyyy-MM-dd HH:mm:ss`. */
export function at(beijing: string): number {
  return Date.parse(`${beijing.replace(' ', 'T')}+08:00`)
}

export const NOW_MS = at('2022-10-01 12:00:00')

const ids = new IdSource(
  () => 1,
  () => NOW_MS,
)

/** JSON text as the gateway hands it over. */
export function json(content: string): JsonText {
  const exactly = (_name: string, value: unknown, context?: { source?: string }): unknown => {
    if (typeof value === 'number') {
      const source = context?.source ?? ''
      return /^-?\d+$/.test(source) ? BigInt(source) : { decimal: source }
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return new Map(Object.entries(value))
  }
  const value: JsonValue = JSON.parse(content, exactly)
  return { text: content, value }
}

/** The documented sample. */
export const sampleAction: UserAction = {
  activity_id: 12345n,
  event_id: 'UNI_9901',
  tb_user_id: 12345n,
  timestamp_long: 12345n,
  charity_type_sub_code: 'SUB_CODE',
  fore_reg_activity: false,
  features_map: json('{}'),
  feeling: '公益感言',
  charity_timestamp: at('2019-08-08 12:00:00'),
  ori_content: json('{}'),
  third_user_key: '123',
  version: '2',
}

/** Example 2: 125 minutes on site. */
export const onSiteAction: UserAction = {
  activity_id: 12345n,
  event_id: 'VOL-20220905-000001',
  tb_user_id: 2201234567890n,
  charity_type_sub_code: 'OFFLINE_SERVICE',
  charity_timestamp: at('2022-09-05 09:00:00'),
  ori_content: json('{"durationMinutes":125,"place":"杭州市滨江区"}'),
  feeling: '累但开心😊👨‍👩‍👧',
}

/** The smallest action there is. */
export const plainAction: UserAction = {
  activity_id: 12345n,
  event_id: 'PLAIN_1',
  tb_user_id: 2201234567890n,
  charity_timestamp: at('2022-09-05 09:00:00'),
}

export interface CallOptions {
  readonly channel?: string | null
  readonly profile?: 'strict' | 'lenient'
  readonly received_ms?: number
}

export function actionCall(action: UserAction, options: CallOptions = {}): ActionCall {
  return callOf(userActionSync.method, { channel_user_action_dto: action }, options)
}

export function callOf<Request>(
  method: string,
  request: Request,
  options: CallOptions = {},
): WriteCall<Request> {
  const { channel = 'CH_A', profile = 'strict', received_ms = NOW_MS } = options
  const owns: Record<string, string> = channel === null ? {} : { charity_channel: channel }
  return {
    id: ids.next(),
    method,
    app: { key: '10000001', profile, owns, biz_codes: [] },
    user_tag: null,
    request,
    received_ms,
    deadline_ms: received_ms + 5_000,
    signature: '',
    boundaries: '',
  }
}

export function success(eventId: string, charity_hours: string, msg = '成功'): ActionAnswer {
  return { result: { msg, code: 200n, data: { event_id: eventId, charity_hours }, success: true } }
}

const always = at('2019-01-01 00:00:00')

/** What a fresh sandbox has, and some activities that are in every other state. */
export const seed: CharitySeed = {
  channels: [
    { channel: 'CH_A' },
    { channel: 'CH_B' },
    { channel: 'CH_CLOSED', status: 'CLOSED' },
    { channel: 'CH_KNOWN', known_users_only: true },
    { channel: 'CH_WALK', types: ['WALK_DONATION', 'PUBLIC_DONATION'] },
  ],
  activities: [
    activity(12345n, {}),
    activity(12346n, { need_registration: true, quota: 0 }),
    activity(12347n, { end_ms: at('2019-12-31 23:59:59') }),
    activity(22345n, { channel: 'CH_B' }),
    activity(1n, { status: 'DRAFT' }),
    activity(2n, { status: 'OFFLINE' }),
    activity(3n, { status: 'ENDED' }),
    activity(4n, { status: 'SETTLED' }),
    activity(5n, { end_ms: at('2022-09-30 23:59:59'), need_registration: true, grace_days: 1 }),
    activity(6n, { channel: 'CH_CLOSED' }),
    activity(7n, { channel: 'CH_KNOWN' }),
    activity(8n, { channel: 'CH_WALK' }),
  ],
  rules: starterRules,
  users: [
    { tb_user_id: 12345n, bindings: [{ channel: 'CH_A', third_user_key: '123' }] },
    { tb_user_id: 2201234567890n },
    {
      tb_user_id: 2201234567891n,
      bindings: [{ channel: 'CH_A', third_user_key: 'key_of_someone_else' }],
    },
    {
      tb_user_id: 2201234567892n,
      bindings: [{ channel: 'CH_A', third_user_key: 'key_cancelled', status: 'CANCELLED' }],
    },
    { tb_user_id: 666n, status: 'BLOCKED' },
    {
      tb_user_id: 700n,
      registrations: [
        { activity_id: 12346n, status: 'REGISTERED' },
        { activity_id: 5n, status: 'REGISTERED' },
      ],
    },
    { tb_user_id: 701n, registrations: [{ activity_id: 12346n, status: 'CANCELLED' }] },
    { tb_user_id: 702n, registrations: [{ activity_id: 12346n, status: 'FORCED' }] },
  ],
}

type Activity = NonNullable<CharitySeed['activities']>[number]

function activity(activity_id: bigint, changes: Partial<Activity>): Activity {
  return {
    activity_id,
    channel: 'CH_A',
    name: `活动 ${activity_id}`,
    start_ms: always,
    default_sub_code: 'SUB_CODE',
    ...changes,
  }
}

export async function seedInto(
  tx: Transaction,
  data: CharitySeed,
  existing: 'keep' | 'replace' = 'keep',
): Promise<void> {
  await seedCharity(tx, { vault, nowMs: NOW_MS, nextId: () => ids.next() }, data, existing)
}

/** A seeded database and what a test does with it. */
export interface Platform {
  readonly db: Database
  readonly events: BatchEvent[]
  run(calls: readonly WriteCall[]): Promise<Outcome[]>
  /** Answers of one batch of actions. */
  send(...calls: readonly ActionCall[]): Promise<ActionAnswer[]>
  bind(third_user_key: string, tb_user_id: bigint): Promise<BindingAnswer>
  unbind(third_user_key: string): Promise<BindingAnswer>
  seed(data: CharitySeed, existing?: 'keep' | 'replace'): Promise<void>
  count(table: string): Promise<number>
}

const charityMigrations = [
  charityMigration,
  accountIndexMigration,
  keyTablesMigration,
  summedTotalsMigration,
]

export async function openPlatform(db: SchemaDatabase): Promise<Platform> {
  await migrate(db, charityMigrations, () => NOW_MS)
  await db.transaction((tx) => seedInto(tx, seed))
  return platformOn(db)
}

/** Another node of a platform that is open already. */
export function platformOn(db: Database): Platform {
  const events: BatchEvent[] = []
  const handlers = [syncUserAction, bindUser, unbindUser]
  const tools = {
    db,
    vault,
    handlers: new Map(handlers.map((handler) => [handler.method, handler])),
    nowMs: () => NOW_MS,
    random: () => 0.5,
    pause: () => Promise.resolve(),
    report: (event: BatchEvent) => events.push(event),
  }
  const run = (calls: readonly WriteCall[]) => runBatch(tools, calls)
  const one = async <Answer>(call: WriteCall) => (await answersOf<Answer>(run([call])))[0] as Answer
  return {
    db,
    events,
    run,
    send: (...calls) => answersOf<ActionAnswer>(run(calls)),
    bind: (third_user_key, tb_user_id) =>
      one<BindingAnswer>(callOf(bindUser.method, { channel: 'CH_A', third_user_key, tb_user_id })),
    unbind: (third_user_key) =>
      one<BindingAnswer>(callOf(unbindUser.method, { channel: 'CH_A', third_user_key })),
    seed: (data, existing) => db.transaction((tx) => seedInto(tx, data, existing)),
    count: async (table) => {
      const [row] = await db.all(`SELECT count(*) AS n FROM ${table}`, [], { n: int })
      return row?.n ?? 0
    },
  }
}

async function answersOf<Answer>(running: Promise<Outcome[]>): Promise<Answer[]> {
  return (await running).map((outcome) => {
    if (outcome.kind !== 'answered') throw new Error(`not answered: ${JSON.stringify(outcome)}`)
    return outcome.answer as Answer
  })
}

export interface Sum {
  readonly account: string
  readonly minutes: number
}

/** The sums that must be equal at every moment: of ledger lines, and of totals. */
export async function sumsOf(db: Database): Promise<{ ledger: Sum[]; totals: Sum[] }> {
  const sum = (table: string) =>
    db.all(
      `SELECT account, year, type, activity_id, CAST(sum(minutes) AS BIGINT) AS minutes FROM ${table}
      GROUP BY account, year, type, activity_id HAVING sum(minutes) <> 0
      ORDER BY account, year, type, activity_id`,
      [],
      { account: text, year: int, type: text, activity_id: int64, minutes: int },
    )
  return { ledger: await sum('charity_action'), totals: await sum('charity_total') }
}

type AnyRow = Record<string, Value>

/** A store in memory behind the port, for tests of decisions. Nothing is ever rolled back. */
export function memoryTransaction(): Transaction & { readonly locked: string[] } {
  const tables = new Map<string, AnyRow[]>()
  const rowsOf = (name: string) => {
    const rows = tables.get(name) ?? []
    tables.set(name, rows)
    return rows
  }
  const matches = (row: AnyRow, key: AnyRow, by: readonly string[]) =>
    by.every((column) => row[column] === key[column])
  return {
    locked: [],
    async read({ table, by, sumOf }, keys) {
      const asked = keys as readonly AnyRow[]
      const found = rowsOf(table.name).filter((row) => asked.some((key) => matches(row, key, by)))
      return sumOf === undefined ? found : sums(found, Object.keys(table.columns), sumOf)
    },
    async write({ table, onKey }, added) {
      const rows = rowsOf(table.name)
      for (const row of added as readonly AnyRow[]) {
        const found = onKey && rows.find((other) => matches(other, row, onKey.key))
        if (found === undefined) rows.push({ ...row })
        else merge(found, row, onKey?.merge ?? {})
      }
    },
    async lock(keys) {
      this.locked.push(...keys)
    },
  }
}

function sums(rows: readonly AnyRow[], columns: readonly string[], sumOf: string): AnyRow[] {
  const groupOf = (row: AnyRow) =>
    columns.flatMap((column) => (column === sumOf ? [] : [String(row[column])])).join(' ')
  return [...Map.groupBy(rows, groupOf).values()].map(([first, ...others]) => ({
    ...first,
    [sumOf]: others.reduce((sum, row) => sum + Number(row[sumOf]), Number(first?.[sumOf])),
  }))
}

function merge(found: AnyRow, row: AnyRow, rules: Readonly<Record<string, string>>): void {
  for (const [column, rule] of Object.entries(rules)) {
    const added = row[column] ?? null
    found[column] = rule === 'add' ? Number(found[column]) + Number(added) : added
  }
}
