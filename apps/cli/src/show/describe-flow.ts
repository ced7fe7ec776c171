import { formatBeijing } from '@topgate/contracts'
import type { FlowReport } from '@topgate/server'
import { inColumns } from './columns.ts'

type Product = FlowReport['products'][number]
type Entry = FlowReport['timeline'][number]
type Ad = NonNullable<Entry['ad']>
type Rows = readonly (readonly string[])[]

/** A flow for people: what it is, the funnel and the ad of each product, the steps in their order. */
export function describeFlow(flow: FlowReport): string {
  return [
    `Flow ${flow.flow_id} of insurer ${flow.insurer}`,
    ...inColumns(flowRows(flow)),
    ...flow.products.flatMap(productLines),
    ...part(
      'Steps by the time when they happened (Beijing)',
      ['happened', 'after', 'behaviour', 'product', 'received', 'app', 'request id', 'flags'],
      flow.timeline.map(entryRow),
    ),
  ].join('\n')
}

function flowRows(flow: FlowReport): Rows {
  const issued = flow.issued_ms === null ? '' : ` at ${formatBeijing(flow.issued_ms)}`
  const product = flow.issued_product === null ? '' : ` for ${flow.issued_product}`
  return [
    ['status', flow.status],
    ['origin', flow.origin + product + issued],
    ['came from', flow.source_page || '-'],
    ['rejections', flow.rejections === 'shown' ? 'shown' : 'withheld (--rejections shows them)'],
    ['flags', flow.flags.join(', ') || '-'],
  ]
}

function productLines(product: Product): string[] {
  const { attribution } = product
  return [
    '',
    `Product ${product.inst_product_id}${product.name === '' ? '' : ` ${product.name}`}: ${product.status}`,
    ...inColumns([
      ['stage', 'behaviour', 'first', 'last', 'times'],
      ...product.funnel.map((entry) => [
        String(entry.ordinal),
        `${entry.behavior_type} (${entry.name_en})`,
        formatBeijing(entry.first_ms),
        formatBeijing(entry.last_ms),
        String(entry.count),
      ]),
      ...product.unmapped.map((tally) => [
        '-',
        `${tally.behavior_type} (unmapped)`,
        formatBeijing(tally.first_ms),
        formatBeijing(tally.last_ms),
        String(tally.count),
      ]),
    ]),
    ...inColumns([
      ['implied', product.implied.map((stage) => stage.behavior_type).join(', ') || '-'],
      [attribution.paid_ms === null ? 'ad so far' : 'earned by', adText(attribution.ad)],
      ['clicked', attribution.clicked_ms === null ? '-' : formatBeijing(attribution.clicked_ms)],
      ['flags', product.flags.join(', ') || '-'],
    ]),
  ]
}

function entryRow(entry: Entry): string[] {
  return [
    formatBeijing(entry.behavior_ms),
    entry.gap_ms === null ? '-' : duration(entry.gap_ms),
    entry.behavior_type,
    entry.inst_product_id,
    formatBeijing(entry.received_ms),
    entry.app_key,
    entry.request_id,
    entry.flags.join(', ') || '-',
  ]
}

function adText(ad: Ad | null): string {
  if (ad === null) return 'no ad'
  const facts: readonly [string, string | null | undefined][] = [
    ['agency', ad.agency],
    ['medium', ad.medium],
    ['platform', ad.platform],
    ['ad', ad.adid],
    ['creative', ad.creativeid],
    ['channel', ad.channel_code],
    ['slot', ad.channel_source],
    ['click', ad.click_tag],
  ]
  return facts.flatMap(([name, value]) => (value ? [`${name} ${value}`] : [])).join(', ')
}

/** `2d 3h`, `10m 38s`: the two largest units. */
function duration(ms: number): string {
  const seconds = Math.round(ms / 1000)
  const parts = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'm'],
    [seconds % 60, 's'],
  ] as const
  const first = parts.findIndex(([count]) => count > 0)
  if (first < 0) return '0s'
  return parts
    .slice(first, first + 2)
    .map(([count, unit]) => count + unit)
    .join(' ')
}

function part(title: string, head: readonly string[], rows: Rows): string[] {
  return rows.length === 0 ? [] : ['', title, ...inColumns([head, ...rows])]
}
