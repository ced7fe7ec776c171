import { beijingYear, type Leniency } from '@topgate/contracts'
import { accept, type Decision, decline, refuse, replay } from '@topgate/engine'
import { type ActionAnswer, awarded, type Denial, denials, denied } from './action-answers.ts'
import { type ActionCall, isKeyAccount, type UserAction } from './action-claim.ts'
import { type ActionFacts, capKey, type KnownAnswer, registrationKey } from './action-facts.ts'
import { flagsOf } from './action-flags.ts'
import { type ActionTarget, ruleFor } from './action-target.ts'
import { type Award, awardWithin, type Cap, capsOf, formulaMinutes } from './award.ts'
import {
  denyAccount,
  denyChannel,
  denyMoment,
  denyRegistration,
  denyTwoPeople,
  denyType,
  hasEnded,
  isVisible,
} from './deny-action.ts'
import type { LedgerChange, LedgerLine, PersonalParts } from './ledger-store.ts'
import { FAILING_EVENT_PREFIX, forgivenIn } from './lenient.ts'
import type { ActivityRow, CapRow, LineStatus, RegistrationRow, RuleRow } from './tables.ts'

/**
 * Hours for one action, exactly once. A repeated call is recognised before any other rule, so that
 * it gets its first answer whatever has happened to the activity since.
 */
export function decideAction(
  facts: ActionFacts,
  call: ActionCall,
): Decision<ActionAnswer, LedgerChange> {
  const target = facts.targets.get(call)
  if (target === undefined) return decline(denied(denials.noChannel))
  const { event_id } = call.request.channel_user_action_dto
  const earlier = facts.answers.get(target.claim.eventKey)
  if (earlier !== undefined) return replayOrConflict(earlier, target, event_id)
  if (call.app.profile === 'lenient' && event_id.startsWith(FAILING_EVENT_PREFIX)) {
    return refuse('service-error', { forgiven: ['simulated-failure:event_id'] })
  }
  const earned = earn(facts, call, target)
  if ('code' in earned) return decline(denied(earned))
  const change = record(facts, call, target, earned)
  const answer = awarded(event_id, earned.minutes, statusOf(target, earned))
  return accept(answer, change, forgivenBy(facts, call, target, earned))
}

function forgivenBy(
  { channels }: ActionFacts,
  { app }: ActionCall,
  { claim }: ActionTarget,
  { activity, rule }: Earned,
): readonly Leniency[] | undefined {
  if (app.profile === 'strict') return undefined
  return forgivenIn(activity, rule, channels.has(claim.channel))
}

function replayOrConflict(
  earlier: KnownAnswer,
  { claim }: ActionTarget,
  eventId: string,
): Decision<ActionAnswer, LedgerChange> {
  if (Buffer.compare(earlier.content_hash, claim.contentHash) !== 0) {
    return decline(denied(denials.otherContent))
  }
  return replay(awarded(eventId, earlier.minutes, earlier.status))
}

/** What a call earned and by which rule. */
interface Earned extends Award {
  readonly activity: ActivityRow
  readonly rule: RuleRow
  readonly caps: readonly Cap[]
}

/** The rules in their order: channel, activity, sub code, people, time, registration, quantity. */
function earn(facts: ActionFacts, call: ActionCall, target: ActionTarget): Earned | Denial {
  const { activity, account } = target
  const channelDenial = denyChannel(facts, call, target)
  if (channelDenial !== undefined) return channelDenial
  if (activity === undefined || !isVisible(activity)) return denials.noActivity
  const rule = ruleFor(call, activity, facts.rules)
  if (rule === undefined) return denials.noSubCode
  const denial =
    denyType(facts, target, rule) ??
    denyAccount(facts, target) ??
    denyTwoPeople(target) ??
    denyMoment(activity, call) ??
    denyRegistration(facts, call, account, activity)
  if (denial !== undefined) return denial
  const action = call.request.channel_user_action_dto
  const minutes = formulaMinutes(rule, action.ori_content)
  if (typeof minutes !== 'number') return minutes
  const caps = capsOf(rule, action.charity_timestamp)
  const used = caps.map(({ period }) => capUse(facts, account, rule, period))
  return { ...awardWithin(caps, used, minutes), activity, rule, caps }
}

function capUse(
  { caps }: ActionFacts,
  account: string,
  { sub_code }: RuleRow,
  period: string,
): number {
  return caps.get(capKey(account, sub_code, period)) ?? 0
}

function statusOf({ account }: ActionTarget, { minutes, cap }: Award): LineStatus {
  if (cap !== '' && minutes === 0) return 'CAPPED'
  return isKeyAccount(account) ? 'PENDING' : 'AWARDED'
}

/** Writes what was earned into the facts, for the next call of the batch, and into rows. */
function record(
  facts: ActionFacts,
  call: ActionCall,
  target: ActionTarget,
  earned: Earned,
): LedgerChange {
  const { minutes } = earned
  const status = statusOf(target, earned)
  const content_hash = target.claim.contentHash
  facts.answers.set(target.claim.eventKey, { content_hash, minutes, status })
  return {
    lines: [lineOf(call, target, earned, status)],
    caps: countCaps(facts, target.account, earned),
    registrations: registerByForce(facts, call, target.account, earned.activity),
    bindings: [],
  }
}

function lineOf(
  call: ActionCall,
  { claim, account }: ActionTarget,
  { activity, rule, minutes, cap }: Earned,
  status: LineStatus,
): LedgerLine {
  const action = call.request.channel_user_action_dto
  const row = {
    id: call.id,
    channel: claim.channel,
    event_id: action.event_id,
    kind: 'ACTION',
    content_hash: claim.contentHash,
    account,
    activity_id: action.activity_id,
    sub_code: rule.sub_code,
    type: rule.type,
    year: beijingYear(action.charity_timestamp),
    happened_ms: action.charity_timestamp,
    received_ms: call.received_ms,
    app_key: call.app.key,
    minutes,
    status,
    cap,
    flags: flagsOf(call, hasEnded(activity, call.received_ms)),
  }
  return { row, personal: personalParts(action) }
}

function personalParts(action: UserAction): PersonalParts {
  return {
    tb_user_id: action.tb_user_id?.toString(),
    third_user_key: action.third_user_key,
    feeling: action.feeling,
    ori_content: action.ori_content?.text,
    features_map: action.features_map?.text,
    timestamp_long: action.timestamp_long?.toString(),
    fore_reg_activity: action.fore_reg_activity,
    version: action.version,
  }
}

function countCaps(facts: ActionFacts, account: string, { rule, caps, minutes }: Earned): CapRow[] {
  if (minutes === 0) return []
  return caps.map(({ period }) => {
    const { sub_code } = rule
    const used = capUse(facts, account, rule, period)
    facts.caps.set(capKey(account, sub_code, period), used + minutes)
    return { account, sub_code, period, minutes }
  })
}

/** A user without a registration got past `denyRegistration` by force. */
function registerByForce(
  facts: ActionFacts,
  { received_ms }: ActionCall,
  account: string,
  { activity_id, need_registration }: ActivityRow,
): RegistrationRow[] {
  const key = registrationKey(account, activity_id)
  if (need_registration !== 1 || facts.registrations.has(key)) return []
  facts.registrations.set(key, 'FORCED')
  return [{ account, activity_id, status: 'FORCED', at_ms: received_ms }]
}
