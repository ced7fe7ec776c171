import type { Leniency } from '@topgate/contracts'
import type { ActivityRow, RuleRow } from './tables.ts'

/**
 * What a lenient app meets instead of 404: an activity that is always open and a sub code worth
 * one tenth of an hour. Nothing is stored, so a strict app never sees them.
 */

export const LENIENT_SUB_CODE = 'SUB_CODE'

/** An event whose id starts so is answered as if our own side had failed. */
export const FAILING_EVENT_PREFIX = 'SANDBOX_ISP_'

/** What was stored has a name, and its rules have versions from 1 on. */
const NAMELESS = ''
const LENIENT_VERSION = 0

/** What an award to a lenient app rests on that nobody has set up. */
export function forgivenIn(
  activity: ActivityRow,
  rule: RuleRow,
  channelIsKnown: boolean,
): Leniency[] {
  const made: Leniency[] = []
  if (!channelIsKnown) made.push('created-on-first-use:channel')
  if (activity.name === NAMELESS) made.push('created-on-first-use:activity_id')
  if (rule.version === LENIENT_VERSION) made.push('created-on-first-use:charity_type_sub_code')
  return made
}

export function lenientActivity(activityId: bigint, channel: string): ActivityRow {
  return {
    activity_id: activityId,
    channel,
    name: NAMELESS,
    start_ms: 0,
    end_ms: null,
    grace_days: 0,
    need_registration: 0,
    quota: null,
    default_sub_code: LENIENT_SUB_CODE,
    status: 'ONLINE',
  }
}

export function lenientRule(subCode: string): RuleRow {
  return {
    sub_code: subCode,
    version: LENIENT_VERSION,
    valid_from_ms: 0,
    valid_to_ms: null,
    type: 'PAN_PUBLIC_WELFARE',
    formula: 'FIXED',
    minutes: 6,
    unit: 1,
    quantity_path: '',
    event_max: null,
    day_cap: null,
    year_cap: null,
    decode_once: 0,
  }
}
