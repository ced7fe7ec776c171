import { StorageFault, type Transaction, type Vault } from '@topgate/storage'
import { type ActionCall, type ActionClaim, claimOf, eventKeyOf } from './action-claim.ts'
import { type ActionTarget, accountOf, activityFor, ruleFor, subCodeOf } from './action-target.ts'
import { capsOf } from './award.ts'
import {
  type ActivityRow,
  type AnswerRow,
  accountsByAccount,
  activitiesById,
  answersByEvent,
  type BindingRow,
  bindingsByKey,
  type ChannelRow,
  capsByPeriod,
  channelsByChannel,
  type RuleRow,
  registrationsByActivity,
  rulesBySubCode,
} from './tables.ts'

/** What an event that took effect must answer again. */
export type KnownAnswer = Pick<AnswerRow, 'content_hash' | 'minutes' | 'status'>

/** Everything that the decisions of one batch read; the Maps are what they also change. */
export interface ActionFacts {
  /** No entry for a call whose app acts for no channel. */
  readonly targets: ReadonlyMap<ActionCall, ActionTarget>
  readonly channels: ReadonlyMap<string, ChannelRow>
  /** The versions of a rule by its sub code. */
  readonly rules: ReadonlyMap<string, readonly RuleRow[]>
  /** Status by account. */
  readonly accounts: ReadonlyMap<string, string>
  /** By `eventKeyOf`. */
  readonly answers: Map<string, KnownAnswer>
  /** Status by `registrationKey`. */
  readonly registrations: Map<string, string>
  /** Minutes by `capKey`. */
  readonly caps: Map<string, number>
}

/**
 * Identities first, then one lock, then everything else in statements of their own, which see what
 * was committed while the lock was awaited. A key that was bound meanwhile leads to an account that
 * is not locked: the batch starts again.
 */
export async function loadActionFacts(
  tx: Transaction,
  calls: readonly ActionCall[],
  vault: Vault,
): Promise<ActionFacts> {
  const claims = claimsOf(calls, vault)
  const resolved = await readBindings(tx, claims)
  await tx.lock(lockKeysOf(claims, resolved))
  const [bindings, answers, channels, activities, accounts] = await Promise.all([
    readBindings(tx, claims),
    readAnswers(tx, claims),
    readChannels(tx, claims),
    readActivities(tx, claims),
    readAccounts(tx, claims, resolved),
  ])
  refuseRebound(resolved, bindings)
  const targets = targetsOf(claims, bindings, activities)
  const [rules, registrations] = await Promise.all([
    readRules(tx, targets),
    readRegistrations(tx, targets),
  ])
  const caps = await readCaps(tx, targets, rules)
  return { targets, channels, rules, accounts, answers, registrations, caps }
}

export function registrationKey(account: string, activityId: bigint): string {
  return `${account} ${activityId}`
}

export function capKey(account: string, subCode: string, period: string): string {
  return `${account} ${subCode} ${period}`
}

export function accountLock(account: string): string {
  return `charity account ${account}`
}

export function keyLock(keyTag: string): string {
  return `charity key ${keyTag}`
}

type Claims = ReadonlyMap<ActionCall, ActionClaim>
type Targets = ReadonlyMap<ActionCall, ActionTarget>
type Bindings = ReadonlyMap<string, BindingRow>

function claimsOf(calls: readonly ActionCall[], vault: Vault): Claims {
  const claims = new Map<ActionCall, ActionClaim>()
  for (const call of calls) {
    const claim = claimOf(call, vault)
    if (claim !== null) claims.set(call, claim)
  }
  return claims
}

function lockKeysOf(claims: Claims, bindings: Bindings): string[] {
  const keys: string[] = []
  for (const { eventKey, userAccount, keyTag } of claims.values()) {
    keys.push(`charity event ${eventKey}`)
    if (userAccount !== null) keys.push(accountLock(userAccount))
    if (keyTag === null) continue
    // Nothing but the key leads to its own account, so an unbound key needs no more.
    keys.push(keyLock(keyTag))
    const binding = bindings.get(keyTag)
    if (binding !== undefined) keys.push(accountLock(binding.account))
  }
  return keys
}

function refuseRebound(before: Bindings, after: Bindings): void {
  for (const [keyTag, { account }] of after) {
    if (before.get(keyTag)?.account !== account) {
      throw new StorageFault('conflict', 'a third-party key was bound while its lock was awaited')
    }
  }
}

function targetsOf(
  claims: Claims,
  bindings: Bindings,
  activities: ReadonlyMap<string, ActivityRow>,
): Targets {
  const targets = new Map<ActionCall, ActionTarget>()
  for (const [call, claim] of claims) {
    const binding = claim.keyTag === null ? undefined : bindings.get(claim.keyTag)
    targets.set(call, {
      claim,
      binding,
      account: accountOf(claim, binding),
      activity: activityFor(call, claim, activities),
    })
  }
  return targets
}

async function readBindings(tx: Transaction, claims: Claims): Promise<Map<string, BindingRow>> {
  const keys = []
  for (const { channel, keyTag } of claims.values()) {
    if (keyTag !== null) keys.push({ channel, key_tag: keyTag })
  }
  const bindings = new Map<string, BindingRow>()
  // The tag holds the channel too, so it is a key of its own.
  for (const row of await tx.read(bindingsByKey, keys)) bindings.set(row.key_tag, row)
  return bindings
}

async function readAnswers(tx: Transaction, claims: Claims): Promise<Map<string, KnownAnswer>> {
  const keys = []
  for (const [call, { channel }] of claims) {
    keys.push({ channel, event_id: call.request.channel_user_action_dto.event_id })
  }
  const answers = new Map<string, KnownAnswer>()
  for (const row of await tx.read(answersByEvent, keys)) {
    answers.set(eventKeyOf(row.channel, row.event_id), row)
  }
  return answers
}

async function readChannels(tx: Transaction, claims: Claims): Promise<Map<string, ChannelRow>> {
  const keys = Array.from(claims.values(), ({ channel }) => ({ channel }))
  const channels = new Map<string, ChannelRow>()
  for (const row of await tx.read(channelsByChannel, keys)) channels.set(row.channel, row)
  return channels
}

async function readActivities(tx: Transaction, claims: Claims): Promise<Map<string, ActivityRow>> {
  const keys = []
  for (const call of claims.keys()) {
    keys.push({ activity_id: call.request.channel_user_action_dto.activity_id })
  }
  const activities = new Map<string, ActivityRow>()
  for (const row of await tx.read(activitiesById, keys)) {
    activities.set(row.activity_id.toString(), row)
  }
  return activities
}

async function readAccounts(
  tx: Transaction,
  claims: Claims,
  bindings: Bindings,
): Promise<Map<string, string>> {
  const keys = []
  for (const claim of claims.values()) {
    const binding = claim.keyTag === null ? undefined : bindings.get(claim.keyTag)
    keys.push({ account: accountOf(claim, binding) })
  }
  const accounts = new Map<string, string>()
  for (const row of await tx.read(accountsByAccount, keys)) accounts.set(row.account, row.status)
  return accounts
}

async function readRules(tx: Transaction, targets: Targets): Promise<Map<string, RuleRow[]>> {
  const keys = []
  for (const [call, { activity }] of targets) {
    if (activity !== undefined) keys.push({ sub_code: subCodeOf(call, activity) })
  }
  const rules = new Map<string, RuleRow[]>()
  for (const row of await tx.read(rulesBySubCode, keys)) {
    const versions = rules.get(row.sub_code)
    if (versions === undefined) rules.set(row.sub_code, [row])
    else versions.push(row)
  }
  return rules
}

async function readRegistrations(tx: Transaction, targets: Targets): Promise<Map<string, string>> {
  const keys = []
  for (const { account, activity } of targets.values()) {
    if (activity?.need_registration === 1) keys.push({ account, activity_id: activity.activity_id })
  }
  const registrations = new Map<string, string>()
  for (const row of await tx.read(registrationsByActivity, keys)) {
    registrations.set(registrationKey(row.account, row.activity_id), row.status)
  }
  return registrations
}

async function readCaps(
  tx: Transaction,
  targets: Targets,
  rules: ActionFacts['rules'],
): Promise<Map<string, number>> {
  const keys = []
  for (const [call, { account, activity }] of targets) {
    if (activity === undefined) continue
    const rule = ruleFor(call, activity, rules)
    if (rule === undefined) continue
    const { sub_code } = rule
    for (const { period } of capsOf(rule, call.request.channel_user_action_dto.charity_timestamp)) {
      keys.push({ account, sub_code, period })
    }
  }
  const caps = new Map<string, number>()
  for (const row of await tx.read(capsByPeriod, keys)) {
    caps.set(capKey(row.account, row.sub_code, row.period), row.minutes)
  }
  return caps
}
