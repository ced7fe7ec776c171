import { findTags, findTagsOfUser, type MarkReport, type TagsReport } from '@topgate/services'
import { both, type Mark, type Section } from '@topgate/web'
import type { Kind } from './kind.ts'

/** Somebody who was tagged. What was typed to find him is never shown again. */
export const taggedUserKind: Kind = {
  folder: 'users',
  name: both('标签用户', 'Tagged user'),
  form: both(
    '手机号、支付宝 ID（2088 开头）或淘宝用户数字 ID',
    'A phone number, an Alipay id (2088…) or the number of a Taobao user',
  ),
  example: '2088123412345678',

  async find({ db, vault, nowMs }, typed) {
    const users = await findTags(db, vault, typed, nowMs())
    return users.map(({ user }) => ({ ref: user.user_tag, label: user.nick ?? user.user_tag }))
  },

  async report({ db, vault, nowMs }, ref) {
    const report = isUserTag(ref) ? await findTagsOfUser(db, vault, ref, nowMs()) : undefined
    if (report === undefined) return undefined
    return {
      kind: this.name,
      id: report.user.nick ?? ref,
      badges: marksOf(report),
      sections: sectionsOf(report),
    }
  },
}

/** The form of a keyed tag. */
function isUserTag(text: string): boolean {
  return /^[A-Za-z0-9_-]{22}$/.test(text)
}

function marksOf({ user }: TagsReport): Mark[] {
  return user.refused ? [{ text: both('拒绝被标记', 'Opted out'), tone: 'caution' }] : []
}

const identifierNames = {
  alipay_user_id: both('支付宝 ID', 'Alipay id'),
  mobile: both('手机号', 'Phone'),
  mobile_md5: both('手机号的 MD5', 'MD5 of a phone'),
  mobile_sha256: both('手机号的 SHA-256', 'SHA-256 of a phone'),
  open_id: both('open_id', 'open_id'),
  isv_user_id: both('商家侧用户标识', 'User id of the seller'),
}

const statusMarks: Readonly<Record<MarkReport['status'], Mark>> = {
  ACTIVE: { text: both('有效', 'Active'), tone: 'good' },
  EXPIRED: { text: both('已过期', 'Expired'), tone: 'plain' },
  REMOVED: { text: both('已移除', 'Removed'), tone: 'caution' },
}

const accountMarks: Readonly<Record<string, Mark>> = {
  ACTIVE: { text: both('正常', 'Active'), tone: 'good' },
  FROZEN: { text: both('已冻结', 'Frozen'), tone: 'caution' },
  CLOSED: { text: both('已注销', 'Closed'), tone: 'plain' },
  SYNTHETIC: { text: both('宽松应用的虚拟账户', 'Made up for a lenient app'), tone: 'plain' },
}

function plainMark(text: string): Mark {
  return { text, tone: 'plain' }
}

function sectionsOf({ user, marks }: TagsReport): Section[] {
  return [
    {
      kind: 'facts',
      title: both('账户', 'Account'),
      facts: [
        [both('淘宝用户', 'Taobao user'), user.taobao_user_id],
        [both('状态', 'Status'), { mark: accountMarks[user.status] ?? plainMark(user.status) }],
        [both('内部标识', 'Internal key'), { code: user.user_tag }],
      ],
    },
    {
      kind: 'rows',
      title: both('标签', 'Tags'),
      columns: [
        both('状态', 'Status'),
        both('来源', 'Source'),
        both('标签', 'Tag'),
        both('用途', 'Purpose'),
        both('首次', 'First'),
        both('最近', 'Last'),
        both('到期', 'Expires'),
        both('移除', 'Removed'),
        both('次数', 'Count'),
      ],
      rows: marks.map((mark) => [
        { mark: statusMarks[mark.status] },
        { code: mark.biz_code },
        mark.tag_name === '' ? { code: mark.tag_code } : `${mark.tag_name} (${mark.tag_code})`,
        mark.purpose,
        { moment: mark.first_ms },
        { moment: mark.last_ms },
        { moment: mark.expire_ms },
        mark.removed_ms === null ? null : { moment: mark.removed_ms },
        mark.count,
      ]),
    },
    {
      kind: 'rows',
      title: both('可以被找到的方式', 'What the user can be found by'),
      columns: [both('种类', 'Kind'), both('主要', 'Primary'), both('核验时间', 'Verified')],
      rows: user.identifiers.map(({ kind, is_primary, verified_ms }) => [
        identifierNames[kind],
        is_primary ? both('是', 'Yes') : null,
        verified_ms === null ? null : { moment: verified_ms },
      ]),
    },
  ]
}
