import { type AccountReport, findAccount } from '@topgate/services'
import { both, type Section } from '@topgate/web'
import { addressOf } from './address.ts'
import type { Kind } from './kind.ts'

/** What one person, or one key that nobody has bound, has earned. */
export const charityAccountKind: Kind = {
  folder: 'accounts',
  name: both('公益账户', 'Charity account'),
  form: both(
    '淘宝用户数字 ID，或 u: k: 开头的账户标签',
    'The number of a Taobao user, or the tag of an account that begins with u: or k:',
  ),
  example: '2201234567890',

  async find({ db, vault }, typed) {
    const report = await findAccount(db, vault, { id: typed })
    return report === undefined ? [] : [{ ref: report.account, label: report.account }]
  },

  async report({ db, vault }, ref) {
    // In an address stands the tag, never the number of a user.
    const report = /^[uk]:/.test(ref) ? await findAccount(db, vault, { id: ref }) : undefined
    if (report === undefined) return undefined
    return { kind: this.name, id: report.account, sections: sectionsOf(report) }
  },
}

function sectionsOf(report: AccountReport): Section[] {
  return [
    {
      kind: 'facts',
      title: both('合计', 'Total'),
      facts: [
        [both('公益时', 'Charity hours'), report.charity_hours],
        [both('分钟', 'Minutes'), report.minutes],
        [both('状态', 'Status'), report.status],
      ],
    },
    {
      kind: 'rows',
      title: both('按年份、类型与活动', 'By year, type and activity'),
      columns: [
        both('年份', 'Year'),
        both('类型', 'Type'),
        both('活动', 'Activity'),
        both('分钟', 'Minutes'),
      ],
      rows: report.leaves.map((leaf) => [
        String(leaf.year),
        leaf.type,
        { code: leaf.activity_id.toString() },
        leaf.minutes,
      ]),
    },
    {
      kind: 'rows',
      title: both('账目', 'Ledger'),
      about: report.lines_left_out
        ? both('最新的 100 行；合计包含全部。', 'The newest 100 lines; the totals count all.')
        : both('最新的在最上面。', 'The newest on top.'),
      columns: [
        both('收到时间', 'Received at'),
        both('渠道', 'Channel'),
        both('行为', 'Event'),
        both('状态', 'Status'),
        both('子类型', 'Sub type'),
        both('活动', 'Activity'),
        both('分钟', 'Minutes'),
      ],
      rows: report.lines.map((line) => [
        { moment: line.received_ms },
        line.channel,
        line.kind === 'ACTION'
          ? { text: line.event_id, href: addressOf('events', line.event_id) }
          : line.kind,
        line.status,
        { code: line.sub_code },
        { code: line.activity_id.toString() },
        line.minutes,
      ]),
    },
    {
      kind: 'rows',
      title: both('报名', 'Registrations'),
      columns: [both('活动', 'Activity'), both('状态', 'Status'), both('时间', 'Time')],
      rows: report.registrations.map(({ activity_id, status, at_ms }) => [
        { code: activity_id.toString() },
        status,
        { moment: at_ms },
      ]),
    },
    {
      kind: 'rows',
      title: both('三方用户标识的绑定', 'Bindings of third-party keys'),
      columns: [
        both('渠道', 'Channel'),
        both('标识的账户', 'Account of the key'),
        both('状态', 'Status'),
        both('时间', 'Time'),
        both('待转入分钟', 'Pending minutes'),
      ],
      rows: report.bindings.map((binding) => [
        binding.channel,
        { code: binding.key_account },
        binding.status,
        { moment: binding.at_ms },
        binding.pending_minutes,
      ]),
    },
  ]
}
