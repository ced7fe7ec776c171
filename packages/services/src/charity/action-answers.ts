import type { ResponseOf, userActionSync } from '@topgate/contracts'
import { formatHours } from './charity-hours.ts'

export type ActionAnswer = ResponseOf<typeof userActionSync>

/** Why the state says no, in the words of the answer. */
export interface Denial {
  readonly code: bigint
  readonly msg: string
}

export const denials = {
  badQuantity: { code: 400n, msg: 'ori_content 里的数量不合规则：须为规则所指成员的正整数' },
  encodedTwice: { code: 400n, msg: 'ori_content 被编码了两次：请直接传 JSON 文本' },
  noChannel: { code: 403n, msg: '渠道无权限' },
  typeNotAllowed: { code: 403n, msg: '渠道无此公益类型的权限' },
  authorisationCancelled: { code: 403n, msg: '用户已取消授权' },
  // One answer for missing and foreign activities: channels must not learn each other's ids.
  noActivity: { code: 404n, msg: '活动不存在' },
  noSubCode: { code: 404n, msg: '公益类型子代码不存在' },
  noUser: { code: 404n, msg: '用户不存在' },
  otherContent: { code: 409n, msg: 'event_id 已用于其他内容' },
  twoPeople: { code: 409n, msg: 'tb_user_id 与 third_user_key 属于不同的用户' },
  notStarted: { code: 410n, msg: '活动尚未开始' },
  ended: { code: 410n, msg: '活动已结束' },
  tooLate: { code: 410n, msg: '活动已结束，且已超过补报期限' },
  notRegistered: { code: 412n, msg: '未报名活动' },
  registrationCancelled: { code: 412n, msg: '未报名活动：用户已取消报名' },
  registrationClosed: { code: 412n, msg: '未报名活动：活动已结束，不能强制报名' },
  blocked: { code: 423n, msg: '用户已被限制' },
} as const satisfies Record<string, Denial>

export function denied({ code, msg }: Denial): ActionAnswer {
  return { result: { msg, code, success: false } }
}

/** Made from stored fields alone, so that a repeated call gets it again word for word. */
export function awarded(eventId: string, minutes: number, status: string): ActionAnswer {
  return {
    result: {
      msg: status === 'CAPPED' ? '成功（已达上限）' : '成功',
      code: 200n,
      data: { event_id: eventId, charity_hours: formatHours(minutes) },
      success: true,
    },
  }
}
