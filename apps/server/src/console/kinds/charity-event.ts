import { type EventReport, findEvents } from '@topgate/services'
import { both, type Mark, type Section } from '@topgate/web'
import { addressOf } from './address.ts'
import type { Kind } from './kind.ts'

/** A charity action by the id that its channel gave it. */
export const charityEventKind: Kind = {
  folder: 'events',
  name: both('公益行为', 'Charity event'),
  form: both('渠道的 event_id', 'The event_id of the channel'),
  example: 'UNI_9901',

  async find({ db, vault }, typed) {
    const events = isEventId(typed) ? await findEvents(db, vault, typed) : []
    return events.length === 0 ? [] : [{ ref: typed, label: typed }]
  },

  async report({ db, vault }, ref) {
    const events = isEventId(ref) ? await findEvents(db, vault, ref) : []
    if (events.length === 0) return undefined
    return {
      kind: this.name,
      id: ref,
      badges: events.map(({ action }) => statusMark(action.status)),
      sections: events.flatMap(sectionsOf),
    }
  },
}

function isEventId(text: string): boolean {
  return /^[\x21-\x7e]{1,64}$/.test(text)
}

const statuses: Readonly<Record<string, Mark>> = {
  AWARDED: { text: both('已计入', 'Awarded'), tone: 'good' },
  CAPPED: { text: both('已达上限', 'Capped'), tone: 'caution' },
  PENDING: { text: both('待绑定', 'Pending'), tone: 'caution' },
}

function statusMark(status: string): Mark {
  return statuses[status] ?? { text: status, tone: 'plain' }
}

function sectionsOf({ action, ledger, totals }: EventReport): Section[] {
  return [
    {
      kind: 'facts',
      title: both(`渠道 ${action.channel}`, `Channel ${action.channel}`),
      facts: [
        [both('公益时', 'Charity hours'), action.charity_hours],
        [both('状态', 'Status'), { mark: statusMark(action.status) }],
        [both('活动', 'Activity'), { code: action.activity_id.toString() }],
        [both('类型', 'Type'), action.type],
        [both('子类型', 'Sub type'), { code: action.sub_code }],
        [both('行为时间', 'Done at'), { moment: action.happened_ms }],
        [both('收到时间', 'Received at'), { moment: action.received_ms }],
        [both('淘宝用户', 'Taobao user'), action.tb_user_id],
        [both('三方用户标识', 'Third-party key'), action.third_user_key],
        [both('触及上限', 'Cap met'), action.cap],
        [both('数据质量标记', 'Quality flags'), action.flags.map((code) => ({ code }))],
        [both('应用', 'App'), { code: action.app_key }],
        [
          both('调用', 'Call'),
          { text: action.request_id, href: addressOf('calls', action.request_id) },
        ],
      ],
    },
    {
      kind: 'rows',
      title: both('账目', 'Ledger'),
      columns: [
        both('时间', 'Time'),
        both('种类', 'Kind'),
        both('账户', 'Account'),
        both('活动', 'Activity'),
        both('年份', 'Year'),
        both('分钟', 'Minutes'),
      ],
      rows: ledger.map((line) => [
        { moment: line.received_ms },
        line.kind,
        { text: line.account, href: addressOf('accounts', line.account) },
        { code: line.activity_id.toString() },
        String(line.year),
        line.minutes,
      ]),
    },
    ...totals.map(
      ({ account, minutes, leaves }): Section => ({
        kind: 'rows',
        title: both(`账户合计 ${minutes} 分钟`, `Account total ${minutes} minutes`),
        about: both(`账户 ${account}`, `Account ${account}`),
        columns: [
          both('年份', 'Year'),
          both('类型', 'Type'),
          both('活动', 'Activity'),
          both('分钟', 'Minutes'),
        ],
        rows: leaves.map((leaf) => [
          String(leaf.year),
          leaf.type,
          { code: leaf.activity_id.toString() },
          leaf.minutes,
        ]),
      }),
    ),
  ]
}
