import type { ActionCall, ActionClaim } from './action-claim.ts'
import { lenientActivity, lenientRule } from './lenient.ts'
import type { ActivityRow, BindingRow, RuleRow } from './tables.ts'

/** Whom and what a call is about, as far as the store knows. */
export interface ActionTarget {
  readonly claim: ActionClaim
  /** The account that the hours go to. */
  readonly account: string
  /** Of the third-party key. */
  readonly binding: BindingRow | undefined
  /** Of the caller's own channel. */
  readonly activity: ActivityRow | undefined
}

/** `tb_user_id` names the account; a key alone leads to whom it is bound to, or to itself. */
export function accountOf(
  { userAccount, ownAccount }: ActionClaim,
  binding: BindingRow | undefined,
): string {
  return userAccount === null && binding !== undefined ? binding.account : ownAccount
}

export function activityFor(
  { app, request }: ActionCall,
  { channel }: ActionClaim,
  activities: ReadonlyMap<string, ActivityRow>,
): ActivityRow | undefined {
  const { activity_id } = request.channel_user_action_dto
  const activity = activities.get(activity_id.toString())
  if (activity?.channel === channel) return activity
  return app.profile === 'lenient' ? lenientActivity(activity_id, channel) : undefined
}

export function subCodeOf({ request }: ActionCall, activity: ActivityRow): string {
  return request.channel_user_action_dto.charity_type_sub_code || activity.default_sub_code
}

/** The newest version that was in force when the good was done. */
export function ruleFor(
  call: ActionCall,
  activity: ActivityRow,
  rules: ReadonlyMap<string, readonly RuleRow[]>,
): RuleRow | undefined {
  const subCode = subCodeOf(call, activity)
  const atMs = call.request.channel_user_action_dto.charity_timestamp
  let newest: RuleRow | undefined
  for (const rule of rules.get(subCode) ?? []) {
    const ended = rule.valid_to_ms !== null && rule.valid_to_ms <= atMs
    if (ended || rule.valid_from_ms > atMs) continue
    if (newest === undefined || rule.version > newest.version) newest = rule
  }
  return newest ?? (call.app.profile === 'lenient' ? lenientRule(subCode) : undefined)
}
