import { type Denial, denials } from './action-answers.ts'
import type { ActionCall } from './action-claim.ts'
import { type ActionFacts, registrationKey } from './action-facts.ts'
import type { ActionTarget } from './action-target.ts'
import type { ActivityRow, RuleRow } from './tables.ts'

/**
 * The rules that can stop an award, each by itself; `decideAction` has their order. Undefined
 * means that the rule has nothing against the call.
 */

const DAY_MS = 24 * 60 * 60_000

/** A lenient app may act for a channel that nobody has set up. */
export function denyChannel(
  facts: ActionFacts,
  { app }: ActionCall,
  { claim }: ActionTarget,
): Denial | undefined {
  const channel = facts.channels.get(claim.channel)
  if (channel === undefined && app.profile === 'lenient') return undefined
  return channel?.status === 'ACTIVE' ? undefined : denials.noChannel
}

/** What is not published yet, or withdrawn, is unknown. */
export function isVisible({ status }: ActivityRow): boolean {
  return status !== 'DRAFT' && status !== 'OFFLINE'
}

export function denyType(
  facts: ActionFacts,
  { claim }: ActionTarget,
  { type }: RuleRow,
): Denial | undefined {
  const types = facts.channels.get(claim.channel)?.types ?? ''
  return types === '' || types.split(',').includes(type) ? undefined : denials.typeNotAllowed
}

/** A binding vouches for its user; otherwise some channels may only name users that are known. */
export function denyAccount(
  facts: ActionFacts,
  { claim, account, binding }: ActionTarget,
): Denial | undefined {
  const status = facts.accounts.get(account)
  if (status === 'BLOCKED') return denials.blocked
  if (binding?.status === 'CANCELLED') return denials.authorisationCancelled
  const named = claim.userAccount !== null && binding === undefined
  const knownOnly = facts.channels.get(claim.channel)?.known_users_only === 1
  return named && knownOnly && status === undefined ? denials.noUser : undefined
}

export function denyTwoPeople({ claim, binding }: ActionTarget): Denial | undefined {
  if (claim.userAccount === null || binding === undefined) return undefined
  return binding.account === claim.userAccount ? undefined : denials.twoPeople
}

/** Start, end and the end of the late period all belong to the time that counts. */
export function denyMoment(
  activity: ActivityRow,
  { request, received_ms }: ActionCall,
): Denial | undefined {
  const atMs = request.channel_user_action_dto.charity_timestamp
  const { start_ms, end_ms, grace_days, status } = activity
  if (atMs < start_ms) return denials.notStarted
  if (status === 'SETTLED') return denials.tooLate
  if (end_ms === null) return status === 'ENDED' ? denials.ended : undefined
  if (atMs > end_ms) return denials.ended
  return received_ms > end_ms + grace_days * DAY_MS ? denials.tooLate : undefined
}

/** Whether the activity is over at the time of the call; actions may still be reported late. */
export function hasEnded({ status, end_ms }: ActivityRow, atMs: number): boolean {
  return status === 'ENDED' || (end_ms !== null && atMs > end_ms)
}

/** Force creates a registration; it overrides neither a user's own cancel nor the end. */
export function denyRegistration(
  facts: ActionFacts,
  { request, received_ms }: ActionCall,
  account: string,
  activity: ActivityRow,
): Denial | undefined {
  if (activity.need_registration !== 1) return undefined
  const status = facts.registrations.get(registrationKey(account, activity.activity_id))
  if (status === 'CANCELLED') return denials.registrationCancelled
  if (status !== undefined) return undefined
  if (request.channel_user_action_dto.fore_reg_activity !== true) return denials.notRegistered
  return hasEnded(activity, received_ms) ? denials.registrationClosed : undefined
}
