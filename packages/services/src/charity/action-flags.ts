import { isGrammarForgiven } from '@topgate/contracts'
import type { ActionCall } from './action-claim.ts'

/** Smaller numbers cannot be epoch milliseconds of this century. */
const MILLISECONDS_MIN = 1_000_000_000_000n
const TIMESTAMP_TOLERANCE_MS = 1000n
const FEELING_CHARACTERS_MAX = 500

/** Data-quality flags, commas between. They are for operators and never change the answer. */
export function flagsOf({ request, forgiven }: ActionCall, late: boolean): string {
  const action = request.channel_user_action_dto
  const flags: string[] = []
  if (isGrammarForgiven(forgiven)) flags.push('GRAMMAR')
  if (late) flags.push('LATE')
  const { timestamp_long, version, feeling } = action
  if (timestamp_long !== undefined) {
    if (timestamp_long < MILLISECONDS_MIN) flags.push('TS_NOT_MS')
    else if (differ(timestamp_long, action.charity_timestamp)) flags.push('TS_MISMATCH')
  }
  if (version === '1' && action.tb_user_id === undefined) flags.push('VERSION_WITHOUT_KEY')
  else if (version && version !== '1' && version !== '2') flags.push('UNKNOWN_VERSION')
  if (feeling !== undefined && isLong(feeling)) flags.push('LONG_FEELING')
  return flags.join(',')
}

function differ(timestamp: bigint, charityMs: number): boolean {
  const distance = timestamp - BigInt(charityMs)
  return distance > TIMESTAMP_TOLERANCE_MS || distance < -TIMESTAMP_TOLERANCE_MS
}

/** Counts code points, and only where the cheaper count of UTF-16 units does not settle it. */
function isLong(feeling: string): boolean {
  return feeling.length > FEELING_CHARACTERS_MAX && [...feeling].length > FEELING_CHARACTERS_MAX
}
