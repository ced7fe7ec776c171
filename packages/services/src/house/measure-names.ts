/** What the grammar of names says of a measure. Readings are ours: no page explains the columns. */
export interface MeasureReading {
  /** `ali`, `fc` or `total` (both); '' when the name does not say. */
  readonly side: string
  /** `Uv`, `Im`, `Lz`, `DayT`, `OrderT`; `All` for all buckets; '' when the name does not say. */
  readonly bucket: string
  /** What is counted in the bucket: `c`, `n`, `rate`, `uv`, `sent`, `answered`; '' when unknown. */
  readonly measure: string
  readonly label: string
  readonly unit: MeasureUnit
}

/**
 * How days of a measure make a week. Times and people add up; visitors are counted without
 * repeats and so do not; a rate follows from what it is a rate of.
 */
export type MeasureUnit = 'times' | 'people' | 'visitors' | 'rate' | 'unknown'

const sides: Readonly<Record<string, string>> = { ali: '阿里侧', fc: '房产渠道', total: '合计' }
const buckets: Readonly<Record<string, string>> = {
  Lz: '留资',
  DayT: '当日',
  OrderT: '预约',
  All: '',
}
const counted: Readonly<Record<string, readonly [label: string, unit: MeasureUnit]>> = {
  c: ['发送次数', 'times'],
  n: ['发送人数', 'people'],
  rate: ['发送率', 'rate'],
}

/** The names that the grammar does not cover. */
const chats: ReadonlyMap<string, MeasureReading> = new Map([
  chat('sendImAll', 'sent', '咨询会话数', 'times'),
  chat('replyImAll', 'answered', '已回复会话数', 'times'),
  chat('replyImRate', 'rate', '咨询回复率', 'rate'),
])

function chat(name: string, measure: string, label: string, unit: MeasureUnit) {
  return [name, { side: 'total', bucket: 'Im', measure, label, unit }] as const
}

/** `<side><bucket><c|n>Send` and `<side><bucket>SendRate`; without a bucket the letter is large. */
const sendName = /^(ali|fc|all|total)([A-Z][A-Za-z]*?)?([cnCN]Send|SendRate)$/
const visitorName = /^(ali|fc|all|total)Uv$/

/** What a name says; a name outside the grammar says nothing and is its own label. */
export function readMeasureName(name: string): MeasureReading {
  const known = chats.get(name) ?? readVisitors(name) ?? readSends(name)
  if (known !== undefined) return known
  const unit = /Rate$/.test(name) ? 'rate' : 'unknown'
  return { side: '', bucket: '', measure: '', label: name, unit }
}

function readVisitors(name: string): MeasureReading | undefined {
  const [, prefix] = visitorName.exec(name) ?? []
  if (prefix === undefined) return undefined
  const side = sideOf(prefix)
  return { side, bucket: 'Uv', measure: 'uv', label: `${sides[side]}访客数`, unit: 'visitors' }
}

function readSends(name: string): MeasureReading | undefined {
  const [, prefix, bucket = 'All', ending] = sendName.exec(name) ?? []
  if (prefix === undefined || ending === undefined) return undefined
  const side = sideOf(prefix)
  const measure = ending === 'SendRate' ? 'rate' : ending.charAt(0).toLowerCase()
  const [what = measure, unit = 'unknown'] = counted[measure] ?? []
  return { side, bucket, measure, label: `${sides[side]}${buckets[bucket] ?? bucket}${what}`, unit }
}

/** `all` and `total` are the same side. */
function sideOf(prefix: string): string {
  return prefix === 'all' ? 'total' : prefix
}

/** A rate and the two counts that it may be the quotient of. */
export interface RateParts {
  readonly over: string
  readonly under: string
}

/** Undefined for a rate whose parts the grammar does not know. */
export function partsOfRate(name: string): RateParts | undefined {
  if (name === 'replyImRate') return { over: 'replyImAll', under: 'sendImAll' }
  const [, prefix, bucket = ''] = sendName.exec(name) ?? []
  if (prefix === undefined || !name.endsWith('SendRate')) return undefined
  const stem = prefix + bucket
  return bucket === ''
    ? { over: `${stem}CSend`, under: `${stem}NSend` }
    : { over: `${stem}cSend`, under: `${stem}nSend` }
}
