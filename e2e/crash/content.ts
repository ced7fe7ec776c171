import type { Random } from './random.ts'

/** What a call reports, apart from its id. Two calls with one id must agree in all of it. */
export interface Content {
  readonly activity_id: number
  readonly tb_user_id: number
  readonly charity_timestamp: string
  readonly charity_type_sub_code: string
  readonly fore_reg_activity: boolean
  readonly ori_content: string
}

export const OPEN_ACTIVITY = 12345
/** Needs a registration, which `fore_reg_activity` creates. */
export const FORCED_ACTIVITY = 12346
/** Over since 2019: every call for it is refused for good. */
export const ENDED_ACTIVITY = 12347

const ENDED_SHARE = 0.02
const FORCED_SHARE = 0.1
const USERS = 60
const FIRST_USER = 900_001
const DAYS = 28

/** The caps that the documentation of the sandbox promises, in minutes for a day or a year. */
export const caps: Readonly<Record<string, { readonly minutes: number; readonly per: CapPeriod }>> =
  {
    WALK_ONCE: { minutes: 6, per: 'day' },
    DONATE_ONCE: { minutes: 180, per: 'year' },
  }
export type CapPeriod = 'day' | 'year'

const subCodes = ['WALK_ONCE', 'DONATE_ONCE', 'TREE_SINGLE', 'OFFLINE_SERVICE', 'SUB_CODE']

export function randomContent(random: Random): Content {
  const kind = random.next()
  const isEnded = kind < ENDED_SHARE
  const isForced = !isEnded && kind < ENDED_SHARE + FORCED_SHARE
  const subCode = random.pick(subCodes) ?? ''
  return {
    activity_id: isEnded ? ENDED_ACTIVITY : isForced ? FORCED_ACTIVITY : OPEN_ACTIVITY,
    // A few users get most of the calls, so that caps are met and accounts are contended for.
    tb_user_id: FIRST_USER + Math.floor(USERS * random.next() ** 3),
    charity_timestamp: momentOf(random),
    charity_type_sub_code: subCode,
    fore_reg_activity: isForced,
    ori_content:
      subCode === 'OFFLINE_SERVICE' ? `{"durationMinutes":${random.between(6, 400)}}` : '{}',
  }
}

/** Differs from `content` in one field that the ledger shows. */
export function otherContent(content: Content, random: Random): Content {
  switch (random.between(0, 2)) {
    case 0:
      return { ...content, tb_user_id: content.tb_user_id + USERS }
    case 1:
      return { ...content, charity_timestamp: content.charity_timestamp.replace('2024', '2023') }
    default:
      return {
        ...content,
        charity_type_sub_code:
          content.charity_type_sub_code === 'TREE_SINGLE' ? 'SUB_CODE' : 'TREE_SINGLE',
      }
  }
}

/** Equal for equal contents alone: the members always stand in the same order. */
export function contentKey(content: Content): string {
  return JSON.stringify(content)
}

function momentOf(random: Random): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = two(random.between(1, DAYS))
  return `2024-03-${day} ${two(random.between(0, 23))}:${two(random.between(0, 59))}:00`
}
