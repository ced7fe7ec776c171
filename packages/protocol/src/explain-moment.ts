import { daysInMonth, parseBeijing } from '@topgate/contracts'

/** Longer text is nobody's idea of a time, and patterns never meet unbounded input. */
const EXPLAINED_CHARS_MAX = 64

const WANTED = '请发送北京时间（GMT+8），格式为 yyyy-MM-dd HH:mm:ss，例如 2024-02-29 23:59:59'

/** From special to general: the first form that fits is the one that is named. */
const wrongForms: readonly (readonly [form: RegExp, seen: string])[] = [
  [/^\s+|\s+$/, '时间前后有多余的空白字符'],
  [/[０-９]/, '时间里有全角数字'],
  [/^\d{14}$/, '看到的是连写形式 yyyyMMddHHmmss'],
  [/^\d{13}$/, '看到的是 13 位毫秒时间戳'],
  [/^\d{12}$/, '看到的是连写形式 yyyyMMddHHmm，没有秒'],
  [/^\d{10}$/, '看到的是 10 位秒级时间戳'],
  [/^\d{8}$/, '看到的是连写日期 yyyyMMdd，没有时分秒'],
  [/^\d{4}-\d{2}-\d{2}$/, '看到的是日期 yyyy-MM-dd，没有时分秒'],
  [/^\d{4}\/\d{1,2}\/\d{1,2}/, '看到的是用斜杠分隔的日期'],
  [
    /^\d{4}-\d{2}-\d{2}T.*Z$/,
    '看到的是 ISO 8601 形式（带 T 和 Z，即 UTC 时间，比北京时间早 8 小时）',
  ],
  [/^\d{4}-\d{2}-\d{2}T/, '看到的是 ISO 8601 形式（带 T）'],
  [/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/, '时间没有秒'],
  [/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}\.\d+$/, '时间带有毫秒'],
  [/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}./, '秒后面有多余的内容（如时区）'],
  [/^\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d{1,2}:\d{1,2}$/, '月、日、时、分、秒不足两位时没有补零'],
]

const wantedShape = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$/

/**
 * Which wrong way of writing a time this is and what to send instead, in Chinese, for the text of an
 * error; undefined when the text is right or like nothing we know.
 */
export function explainMoment(text: string): string | undefined {
  if (text.length > EXPLAINED_CHARS_MAX || parseBeijing(text) !== undefined) return undefined
  const seen = impossiblePart(text) ?? wrongForms.find(([form]) => form.test(text))?.[1]
  return seen === undefined ? undefined : `${seen}；${WANTED}`
}

/** What is impossible about a text that has the right shape. */
function impossiblePart(text: string): string | undefined {
  const parts = wantedShape.exec(text)?.slice(1).map(Number)
  if (parts === undefined) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
  if (year < 1970) return '年份早于 1970'
  if (month < 1 || month > 12) return '月份不存在（应为 01 到 12）'
  if (day < 1 || day > daysInMonth(year, month)) return '这个月没有这一天'
  if (hour === 24) return '小时写成了 24（应为 00 到 23，零点属于下一天）'
  if (hour > 23) return '小时不存在（应为 00 到 23）'
  if (minute > 59) return '分钟不存在（应为 00 到 59）'
  return second > 59 ? '秒不存在（应为 00 到 59，没有闰秒）' : undefined
}
