import type { WriteCall, WriteHandler } from '@topgate/engine'
import type { Transaction, Vault } from '@topgate/storage'
import { type Existing, seedWrites } from '../seed-writes.ts'
import { keyTagOf, userAccountOf } from './action-claim.ts'
import { type BindRequest, bindUser } from './bind-user.ts'
import {
  type AccountStatus,
  type ActivityRow,
  type ActivityStatus,
  type BindingStatus,
  bindingsByKey,
  type ChannelRow,
  type ChannelStatus,
  charityAccount,
  charityActivity,
  charityChannel,
  charityRegistration,
  charityRule,
  type Formula,
  type RegistrationStatus,
  type RuleRow,
} from './tables.ts'
import { unbindUser } from './unbind-user.ts'

/** Channels, activities, rules and users as an owner writes them; what is left out has a default. */
export interface CharitySeed {
  readonly channels?: readonly SeedChannel[]
  readonly activities?: readonly SeedActivity[]
  readonly rules?: readonly SeedRule[]
  readonly users?: readonly SeedUser[]
}

export interface SeedChannel {
  /** Without spaces. */
  readonly channel: string
  readonly name?: string
  readonly status?: ChannelStatus
  readonly known_users_only?: boolean
  /** The types of action that it may report; absent: all. */
  readonly types?: readonly string[]
}

export interface SeedActivity {
  readonly activity_id: bigint
  readonly channel: string
  readonly name: string
  readonly start_ms: number
  /** Absent or null: no end. */
  readonly end_ms?: number | null
  /** 30 unless given. */
  readonly grace_days?: number
  readonly need_registration?: boolean
  readonly quota?: number | null
  readonly default_sub_code: string
  readonly status?: ActivityStatus
}

export interface SeedRule {
  readonly sub_code: string
  readonly version?: number
  readonly valid_from_ms?: number
  readonly valid_to_ms?: number | null
  readonly type: string
  readonly formula: Formula
  readonly minutes?: number
  readonly unit?: number
  readonly quantity_path?: string
  readonly event_max?: number | null
  readonly day_cap?: number | null
  readonly year_cap?: number | null
  readonly decode_once?: boolean
}

export interface SeedUser {
  readonly tb_user_id: bigint
  readonly status?: AccountStatus
  readonly bindings?: readonly SeedBinding[]
  readonly registrations?: readonly SeedRegistration[]
}

export interface SeedBinding {
  readonly channel: string
  readonly third_user_key: string
  readonly status?: BindingStatus
}

export interface SeedRegistration {
  readonly activity_id: bigint
  readonly status: RegistrationStatus
}

export interface SeedTools {
  readonly vault: Vault
  readonly nowMs: number
  nextId(): bigint
}

/**
 * Writes the seed; writing it again changes nothing. A key that was ever bound keeps its binding,
 * whatever becomes of rows that exist: only binding and unbinding change it.
 */
export async function seedCharity(
  tx: Transaction,
  tools: SeedTools,
  seed: CharitySeed,
  existing: Existing,
): Promise<void> {
  const { users = [] } = seed
  await writeCharityTerms(tx, seed, existing)
  const accountOf = (user: SeedUser) => userAccountOf(tools.vault, user.tb_user_id)
  const accounts = users.map((user) => ({
    account: accountOf(user),
    status: user.status ?? 'ACTIVE',
  }))
  await tx.write(accountWrites[existing], accounts)
  const registrations = users.flatMap((user) =>
    (user.registrations ?? []).map((registration) => ({
      account: accountOf(user),
      ...registration,
      at_ms: tools.nowMs,
    })),
  )
  await tx.write(registrationWrites[existing], registrations)
  await seedBindings(tx, tools, users)
}

export type CharityTerms = Omit<CharitySeed, 'users'>

/** Who may report which deeds, and what they are worth: everything but the users. */
export async function writeCharityTerms(
  tx: Transaction,
  { channels = [], activities = [], rules = [] }: CharityTerms,
  existing: Existing,
): Promise<void> {
  await tx.write(channelWrites[existing], channels.map(channelRow))
  await tx.write(activityWrites[existing], activities.map(activityRow))
  await tx.write(ruleWrites[existing], rules.map(ruleRow))
}

const channelWrites = seedWrites(charityChannel, ['channel'])
const activityWrites = seedWrites(charityActivity, ['activity_id'])
const ruleWrites = seedWrites(charityRule, ['sub_code', 'version'])
const accountWrites = seedWrites(charityAccount, ['account'])
const registrationWrites = seedWrites(charityRegistration, ['account', 'activity_id'])

function channelRow(seed: SeedChannel): ChannelRow {
  if (!/^\S+$/.test(seed.channel)) throw new RangeError(`channel "${seed.channel}" holds a space`)
  return {
    channel: seed.channel,
    name: seed.name ?? seed.channel,
    status: seed.status ?? 'ACTIVE',
    known_users_only: seed.known_users_only === true ? 1 : 0,
    types: (seed.types ?? []).join(','),
  }
}

function activityRow(seed: SeedActivity): ActivityRow {
  return {
    activity_id: seed.activity_id,
    channel: seed.channel,
    name: seed.name,
    start_ms: seed.start_ms,
    end_ms: seed.end_ms ?? null,
    grace_days: seed.grace_days ?? 30,
    need_registration: seed.need_registration === true ? 1 : 0,
    quota: seed.quota ?? null,
    default_sub_code: seed.default_sub_code,
    status: seed.status ?? 'ONLINE',
  }
}

function ruleRow(seed: SeedRule): RuleRow {
  const { sub_code, formula, minutes = 0, unit = 1, quantity_path = '' } = seed
  const problem = (text: string) => new RangeError(`rule ${sub_code}: ${text}`)
  if (!/^[A-Z0-9_]{1,64}$/.test(sub_code)) throw problem('the sub code is not A-Z, 0-9 and _')
  if (!Number.isSafeInteger(minutes) || minutes < 0) throw problem('minutes are whole numbers')
  if (!Number.isSafeInteger(unit) || unit < 1) throw problem('a unit is a whole number from 1')
  if ((formula === 'FIXED') !== (quantity_path === '')) {
    throw problem('quantity_path belongs to PER_DURATION and PER_QUANTITY')
  }
  return {
    sub_code,
    version: seed.version ?? 1,
    valid_from_ms: seed.valid_from_ms ?? 0,
    valid_to_ms: seed.valid_to_ms ?? null,
    type: seed.type,
    formula,
    minutes,
    unit,
    quantity_path,
    event_max: seed.event_max ?? null,
    day_cap: seed.day_cap ?? null,
    year_cap: seed.year_cap ?? null,
    decode_once: seed.decode_once === true ? 1 : 0,
  }
}

/** Through the same writes as later bindings, so that pending hours of a key move along. */
async function seedBindings(
  tx: Transaction,
  tools: SeedTools,
  users: readonly SeedUser[],
): Promise<void> {
  const wanted = users.flatMap(({ tb_user_id, bindings = [] }) =>
    bindings.map((binding) => ({ ...binding, tb_user_id })),
  )
  const keyOf = ({ channel, third_user_key }: SeedBinding) => ({
    channel,
    key_tag: keyTagOf(tools.vault, channel, third_user_key),
  })
  const known = await tx.read(bindingsByKey, wanted.map(keyOf))
  const tags = new Set(known.map(({ key_tag }) => key_tag))
  const unknown = wanted.filter((binding) => !tags.has(keyOf(binding).key_tag))
  const cancelled = unknown.filter(({ status }) => status === 'CANCELLED')
  await run(tx, tools, bindUser, unknown)
  await run(tx, tools, unbindUser, cancelled)
}

/** One batch of a platform write inside the transaction of the seed. */
async function run(
  tx: Transaction,
  { vault, nowMs, nextId }: SeedTools,
  { method, steps }: WriteHandler,
  requests: readonly BindRequest[],
): Promise<void> {
  const calls = requests.map(
    (request): WriteCall => ({
      id: nextId(),
      method,
      app: { key: '', profile: 'strict', owns: {}, biz_codes: [] },
      user_tag: null,
      request,
      received_ms: nowMs,
      deadline_ms: nowMs,
      signature: '',
      boundaries: '',
    }),
  )
  const facts = await steps.load(tx, calls, vault)
  const changes = calls.flatMap((call) => {
    const decision = steps.decide(facts, call, nowMs)
    return decision.kind === 'accept' ? [decision.change] : []
  })
  await steps.save(tx, changes, vault)
}
