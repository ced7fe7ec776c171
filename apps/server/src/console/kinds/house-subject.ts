import type { Bilingual } from '@topgate/contracts'
import { findStats, type StatReport } from '@topgate/services'
import { both, type Mark, type Section, type Value } from '@topgate/web'
import { addressOf } from './address.ts'
import type { Kind } from './kind.ts'

type Version = StatReport['versions'][number]
type Period = StatReport['week']

/** A broker, shop or city that housing partners report about. */
export const houseSubjectKind: Kind = {
  folder: 'subjects',
  name: both('房产统计对象', 'Housing subject'),
  form: both(
    '经纪人、门店或城市的 ID；没有经纪人 ID 时为 门店/行，如 3/64',
    'The id of a broker, shop or city; a broker without one is SHOP/ROW, such as 3/64',
  ),
  example: '3/64',

  async find({ db }, typed) {
    const reports = isSubject(typed) ? await findStats(db, { subject: typed }) : []
    return reports.length === 0 ? [] : [{ ref: typed, label: typed }]
  },

  async report({ db }, ref) {
    const { subject, day } = readRef(ref)
    const reports = isSubject(subject) ? await findStats(db, { subject, day }) : []
    if (reports.length === 0) return undefined
    return { kind: this.name, id: subject, sections: reports.flatMap(sectionsOf) }
  },
}

const SUBJECT_CHARS_MAX = 128

function isSubject(text: string): boolean {
  return text !== '' && text.length <= SUBJECT_CHARS_MAX && !/[\p{Cc}\p{Cs}]/u.test(text)
}

/** `3/64` is the newest day of the subject, `3/64@2022-04-02` that day. */
function readRef(ref: string): { readonly subject: string; readonly day: string | undefined } {
  const [, subject = ref, day] = /^(.+)@(\d{4}-\d{2}-\d{2})$/.exec(ref) ?? []
  return { subject, day }
}

const types: ReadonlyMap<bigint, Bilingual> = new Map([
  [1n, both('经纪人', 'broker')],
  [2n, both('门店', 'shop')],
  [3n, both('城市', 'city')],
])

const businesses: ReadonlyMap<bigint, Bilingual> = new Map([
  [1n, both('新房', 'new homes')],
  [2n, both('二手房', 'second-hand')],
  [3n, both('租房', 'rent')],
])

const states: Readonly<Record<string, Mark>> = {
  MISSING: { text: both('缺失', 'Missing'), tone: 'bad' },
  PARTIAL: { text: both('部分到达', 'Partial'), tone: 'caution' },
  COMPLETE: { text: both('完整', 'Complete'), tone: 'good' },
  RESTATED: { text: both('已重述', 'Restated'), tone: 'accent' },
}

function sectionsOf(report: StatReport): Section[] {
  const { partner, day, completeness } = report
  const type = types.get(report.type) ?? both(String(report.type), String(report.type))
  const { expected, received, state } = completeness
  return [
    {
      kind: 'facts',
      title: both(`${partner} 的${type.zh}，${day}`, `${partner}, ${type.en}, ${day}`),
      facts: [
        [both('业务', 'Business'), businesses.get(report.business_type) ?? null],
        [both('当日完整性', 'The day'), { mark: states[state] ?? { text: state, tone: 'plain' } }],
        [
          both('到达对象数', 'Subjects received'),
          expected === null ? String(received) : `${received} / ${expected}`,
        ],
        [both('过期行（未生效）', 'Rows that came too late'), String(report.stale_count)],
        [both('数据质量标记', 'Quality flags'), report.flags.map((code) => ({ code }))],
      ],
    },
    measuresOf(report),
    {
      kind: 'rows',
      title: both('其他列', 'Other columns'),
      columns: [both('列名', 'Column'), both('值', 'Value')],
      rows: report.columns.map(({ raw_name, value }) => [{ code: raw_name }, value ?? notReported]),
    },
    {
      kind: 'rows',
      title: both('版本', 'Versions'),
      about: both(
        '最新的在最上面，即生效版本；每个被接受的版本都保留。',
        'The newest on top is in force; every accepted version is kept.',
      ),
      columns: [
        both('版本', 'Version'),
        both('更新时间', 'Updated'),
        both('收到时间', 'Received'),
        both('变化', 'Changes'),
        both('标记', 'Flags'),
        both('request_id', 'request_id'),
        both('行', 'Row'),
      ],
      rows: report.versions.map(versionRow),
    },
    {
      kind: 'rows',
      title: both('最近的日期', 'Newest days'),
      columns: [both('日期', 'Day'), both('版本', 'Version'), both('过期行', 'Too late')],
      rows: report.days.map((other) => [
        { text: other.day, href: addressOf('subjects', `${report.subject}@${other.day}`) },
        other.version,
        other.stale,
      ]),
    },
  ]
}

/** Null and 0 are different things to a partner. */
const notReported: Bilingual = both('未上报', 'Not reported')

function measuresOf({ measures, week, month }: StatReport): Section {
  return {
    kind: 'rows',
    title: both('指标', 'Measures'),
    about: both(
      `周 ${spanOf(week)}，月 ${spanOf(month)}。次数与人数求和；～ 为各日均值，＝ 为由合计重新计算的比率。`,
      `Week ${spanOf(week)}, month ${spanOf(month)}. Times and people add up; ～ is the mean of the days, ＝ a rate computed anew from its counts.`,
    ),
    columns: [
      both('含义', 'Reading'),
      both('列名', 'Column'),
      both('当日', 'Day'),
      both('周', 'Week'),
      both('月', 'Month'),
      both('把握', 'Confidence'),
    ],
    rows: measures.map(({ name, raw_name, label, value, confidence }) => [
      label,
      { code: raw_name },
      value ?? notReported,
      periodValue(week, name),
      periodValue(month, name),
      confidences[confidence] ?? confidence,
    ]),
  }
}

const confidences: Readonly<Record<string, Value>> = {
  inferred: both('推断', 'Inferred'),
  unconfirmed: { mark: { text: both('未确认', 'Unconfirmed'), tone: 'caution' } },
  confirmed: { mark: { text: both('已确认', 'Confirmed'), tone: 'good' } },
}

const methodMarks = { sum: '', mean: '～', recomputed: '＝' } as const

function periodValue({ measures }: Period, name: string): Value {
  const found = measures.find((measure) => measure.name === name)
  return found === undefined || found.value === null
    ? null
    : methodMarks[found.method] + found.value
}

function spanOf({ from, to }: Period): string {
  return `${from} – ${to}`
}

function versionRow(version: Version): Value[] {
  return [
    String(version.version),
    version.update_ms === 0 ? null : { moment: version.update_ms },
    { moment: version.received_ms },
    version.changes.map(
      ({ raw_name, before, after }) => `${raw_name}: ${before ?? '—'} → ${after ?? '—'}`,
    ),
    version.flags.map((code) => ({ code })),
    { text: version.request_id, href: addressOf('calls', version.request_id) },
    String(version.row_position),
  ]
}
