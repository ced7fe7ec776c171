import { type FlowReport, findFlows } from '@topgate/services'
import { both, type Mark, type Report, type Section, type Value } from '@topgate/web'
import { addressOf } from './address.ts'
import type { ConsoleStore, Kind } from './kind.ts'

type Product = FlowReport['products'][number]
type Entry = FlowReport['timeline'][number]
type Stage = Product['implied'][number]
type Ad = NonNullable<Entry['ad']>

const name = both('投保流水', 'Insurance flow')

/** A user's way through the pages of an insurer. */
export const insuranceFlowKind: Kind = {
  folder: 'flows',
  name,
  form: both('投保流水号 flow_id', 'The flow_id of the insurer'),
  example: '1800001886002007960',

  async find({ db, nowMs }, typed) {
    const id = readFlowId(typed)
    if (id === undefined) return []
    const flows = await findFlows(db, id, { nowMs: nowMs() })
    return flows.length === 0 ? [] : [{ ref: id.toString(), label: id.toString() }]
  },

  report: (store, ref) => reportOf(store, ref, 'withheld'),

  sealed: {
    about: both(
      '因健康告知或核保被拒的步骤属于敏感个人信息，已隐藏，如同没有上报。',
      'Steps that were refused for reasons of health are sensitive: they are hidden as if they had not been reported.',
    ),
    reveal: (store, ref) => reportOf(store, ref, 'shown'),
  },
}

async function reportOf(
  { db, nowMs }: ConsoleStore,
  ref: string,
  rejections: FlowReport['rejections'],
): Promise<Report | undefined> {
  const id = readFlowId(ref)
  const flows = id === undefined ? [] : await findFlows(db, id, { nowMs: nowMs(), rejections })
  if (id === undefined || flows.length === 0) return undefined
  return {
    kind: name,
    id: id.toString(),
    badges: flows.map(({ status }) => statuses[status]),
    sections: flows.flatMap(sectionsOf),
  }
}

const INT64_MAX = 2n ** 63n - 1n

function readFlowId(text: string): bigint | undefined {
  if (!/^[0-9]{1,19}$/.test(text)) return undefined
  const id = BigInt(text)
  return id > INT64_MAX ? undefined : id
}

const statuses: Readonly<Record<FlowReport['status'], Mark>> = {
  OPEN: { text: both('进行中', 'Open'), tone: 'accent' },
  STALLED: { text: both('已停滞', 'Stalled'), tone: 'caution' },
  REJECTED: { text: both('被拒', 'Rejected'), tone: 'bad' },
  PAID: { text: both('已支付', 'Paid'), tone: 'good' },
  ISSUED: { text: both('已承保', 'Issued'), tone: 'good' },
  SURRENDERED: { text: both('已退保', 'Surrendered'), tone: 'plain' },
}

const origins: Readonly<Record<FlowReport['origin'], Mark>> = {
  ISSUED: { text: both('平台发放', 'Issued by the platform'), tone: 'good' },
  UNKNOWN: { text: both('孤儿流水：平台尚未发放', 'Orphan: not issued yet'), tone: 'caution' },
  FIRST_USE: { text: both('宽松应用首次使用', 'First use by a lenient app'), tone: 'plain' },
  FOREIGN: { text: both('属于另一保司，不合并', "Another insurer's, not joined"), tone: 'bad' },
}

function sectionsOf(flow: FlowReport): Section[] {
  return [
    {
      kind: 'facts',
      title: both(`保司 ${flow.insurer}`, `Insurer ${flow.insurer}`),
      facts: [
        [both('状态', 'Status'), { mark: statuses[flow.status] }],
        [both('来历', 'Origin'), { mark: origins[flow.origin] }],
        [both('发放产品', 'Issued for'), codeOrNone(flow.issued_product)],
        [both('发放时间', 'Issued at'), momentOrNone(flow.issued_ms)],
        [both('来源页面', 'Came from'), flow.source_page],
        [both('标记', 'Flags'), codes(flow.flags)],
      ],
    },
    ...flow.products.flatMap(productSections),
    {
      kind: 'rows',
      title: both('步骤，按发生时间', 'Steps, by when they happened'),
      columns: [
        both('发生时间', 'Happened at'),
        both('间隔', 'After'),
        both('行为', 'Behaviour'),
        both('产品', 'Product'),
        both('收到时间', 'Received at'),
        both('应用', 'App'),
        both('标记', 'Flags'),
        both('request_id', 'request_id'),
      ],
      rows: flow.timeline.map(stepRow),
    },
  ]
}

function productSections(product: Product): Section[] {
  const { inst_product_id, attribution } = product
  const title = [inst_product_id, product.name].filter(Boolean).join(' ')
  return [
    {
      kind: 'rows',
      title: both(`产品 ${title} 的漏斗`, `Funnel of product ${title}`),
      about: both(
        '推定：之后的阶段已上报，而它没有。',
        'Implied: later stages were reported, and this one was not.',
      ),
      columns: [
        both('序', 'No.'),
        both('阶段', 'Stage'),
        both('行为', 'Behaviour'),
        both('首次', 'First'),
        both('最近', 'Last'),
        both('次数', 'Times'),
      ],
      rows: funnelRows(product),
    },
    {
      kind: 'facts',
      title: both(`产品 ${title} 的归因`, `Ad of product ${title}`),
      facts: [
        [both('产品状态', 'Status of the product'), { mark: statuses[product.status] }],
        [both('支付时间', 'Paid at'), momentOrNone(attribution.paid_ms)],
        [both('点击首次出现', 'Click first seen'), momentOrNone(attribution.clicked_ms)],
        ...adFacts(attribution.ad),
      ],
    },
  ]
}

/** What was reported and what was implied, in the order of the stages; unknown names at the end. */
function funnelRows({ funnel, implied, unmapped }: Product): Value[][] {
  const rows = [
    ...funnel.map((entry) => ({
      ordinal: entry.ordinal,
      row: [
        ...stageCells(entry),
        { moment: entry.first_ms },
        { moment: entry.last_ms },
        entry.count,
      ],
    })),
    ...implied.map((stage) => ({
      ordinal: stage.ordinal,
      row: [...stageCells(stage, impliedMark), null, null, null],
    })),
  ]
  const known: Value[][] = rows.sort((a, b) => a.ordinal - b.ordinal).map(({ row }) => row)
  return [
    ...known,
    ...unmapped.map(({ behavior_type, first_ms, last_ms, count }): Value[] => [
      null,
      both('未登记', 'Not registered'),
      { code: behavior_type },
      { moment: first_ms },
      { moment: last_ms },
      count,
    ]),
  ]
}

const impliedMark: Value = { mark: { text: both('推定', 'Implied'), tone: 'caution' } }

function stageCells(
  { ordinal, name, name_en, behavior_type }: Stage,
  ...marks: readonly Value[]
): Value[] {
  return [String(ordinal), [both(name, name_en), ...marks], { code: behavior_type }]
}

/** The click token is personal once it is joined: only its keyed tag is known. */
function adFacts(ad: Ad | null): [ReturnType<typeof both>, Value][] {
  if (ad === null) return [[both('广告', 'Ad'), both('无广告', 'No ad')]]
  return [
    [both('代理', 'Agency'), ad.agency],
    [both('媒体', 'Medium'), ad.medium],
    [both('广告计划', 'Ad plan'), codeOrNone(ad.adid)],
    [both('创意', 'Creative'), codeOrNone(ad.creativeid)],
    [both('渠道', 'Channel'), codeOrNone(ad.channel_code)],
    [both('推广位', 'Slot'), codeOrNone(ad.channel_source)],
    [both('落地页', 'Landing page'), ad.landing ?? null],
    [both('点击标签', 'Tag of the click'), codeOrNone(ad.click_tag)],
  ]
}

function stepRow(entry: Entry): Value[] {
  const { stage } = entry
  return [
    { moment: entry.behavior_ms },
    entry.gap_ms === null ? null : gap(entry.gap_ms),
    stage === null ? { code: entry.behavior_type } : both(stage.name, stage.name_en),
    { code: entry.inst_product_id },
    { moment: entry.received_ms },
    { code: entry.app_key },
    codes(entry.flags),
    { text: entry.request_id, href: addressOf('calls', entry.request_id) },
  ]
}

function codes(flags: readonly string[]): Value {
  return flags.map((code) => ({ code }))
}

function codeOrNone(code: string | null | undefined): Value {
  return code === null || code === undefined ? null : { code }
}

function momentOrNone(ms: number | null): Value {
  return ms === null ? null : { moment: ms }
}

/** `2 d 03:04:05`; to the second, as the steps are. */
function gap(ms: number): string {
  const seconds = Math.round(ms / 1000)
  const days = Math.floor(seconds / 86_400)
  const clock = new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19)
  return days === 0 ? clock : `${days} d ${clock}`
}
