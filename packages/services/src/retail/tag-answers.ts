import type { ResponseOf, userTagMobileAdd } from '@topgate/contracts'
import { maskIdentifiers } from './mask.ts'

export type TagAnswer = ResponseOf<typeof userTagMobileAdd>
export type UseType = 'tbId' | 'alipayId' | 'mobile' | 'isvUserId'

export const NOT_FOUND = 'NOT_FIND_TAOBAO_ACCOUNT'

/** Codes of our own: the page shows only a bad parameter and a missing account. */
const messages = {
  BIZ_CODE_NOT_AUTHORIZED: 'biz_code 未登记到此应用，请平台登记',
  TAG_NOT_ACTIVE: '标签不存在、未开始或已结束',
  IDENTITY_CONFLICT: '传入的标识指向不同账号，未打标',
  MULTI_ACCOUNT: '此手机号对应多个账号且没有主账号，未打标',
  USER_REFUSED: '用户不接受打标',
  TAG_REMOVED: '标签已在 eventTime 之后被移除，未打标',
} as const

export type DeclineCode = keyof typeof messages
/** Why a look-up tagged nobody. */
export type MissOutcome = DeclineCode | typeof NOT_FOUND

/** Without a proof of consent there is no nick: '' stands for that. */
export function tagged(use_type: string, social_nick: string): TagAnswer {
  const shown = social_nick === '' ? {} : { social_nick }
  return { result: true, module: { tag_success: true, ...shown, use_type } }
}

/** `result` says whether the request was processed: the user was looked up, whatever came of it. */
export function notTagged(code: DeclineCode): TagAnswer {
  const processed = code !== 'BIZ_CODE_NOT_AUTHORIZED'
  return failed(processed, {
    outer_error_code: code,
    error_message: messages[code],
    error_code: `isv.${code}`,
    sub_error_code: code,
  })
}

/** Frozen, foreign and missing accounts get this one answer; it repeats no identifier. */
export function accountNotFound(identifiers: readonly (string | undefined)[]): TagAnswer {
  return failed(true, {
    outer_error_code: `SERVICE_ERROR:${NOT_FOUND}:${NOT_FOUND}`,
    error_message: `未查询到淘宝账号:${maskIdentifiers(identifiers)}`,
    error_code: `isp.system-service-error::${NOT_FOUND}:${NOT_FOUND}`,
    sub_error_code: NOT_FOUND,
  })
}

/** The breach of a stateless rule, told inside `error_infos` as the documented sample does. */
export function invalidTagAnswer(field: string): TagAnswer {
  return failed(false, {
    outer_error_code: 'INVALID_PARAMETER',
    error_message: `输入参数错误:${spelling(field)}`,
    error_code: 'isv.invalid-parameter:',
    sub_error_code: '',
  })
}

function failed(result: boolean, info: NonNullable<TagAnswer['error_infos']>[number]): TagAnswer {
  return { error_infos: [info], module: { tag_success: false }, result }
}

/** The sample spells `alipay_user_id` as `aliPayUserId`; the others follow suit. */
function spelling(field: string): string {
  if (field === 'alipay_user_id') return 'aliPayUserId'
  return field.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase())
}
