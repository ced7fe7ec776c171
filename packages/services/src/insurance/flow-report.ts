import { requestIdOf } from '@topgate/contracts'
import type { AdFacts } from './ad-media.ts'
import type { FlowStatus } from './flow-status.ts'
import { foldFlow, type PlacedStep, type ProductState, type Tally } from './fold-flow.ts'
import { type PromotionSlot, readPromotionSlot } from './promotion-slot.ts'
import type { Stage, StageRegistry } from './stage-registry.ts'
import type { BehaviorRow, FlowRow } from './tables.ts'

/** Of a longer flow the newest steps are told, with a flag. */
export const FLOW_STEPS_MAX = 1000

/**
 * ISSUED: the platform issued it to this insurer. UNKNOWN: an orphan that may be issued later.
 * FIRST_USE: a lenient app made it up. FOREIGN: it is another insurer's, and never joined.
 */
export type FlowOrigin = 'ISSUED' | 'UNKNOWN' | 'FIRST_USE' | 'FOREIGN'

/** A refusal for health is sensitive: withheld, the flow looks as if it had not been reported. */
export type Rejections = 'shown' | 'withheld'

/** What a flow has become, for operators. Nobody can be named from it. */
export interface FlowReport {
  readonly flow_id: bigint
  readonly insurer: string
  readonly origin: FlowOrigin
  /** The product that it was issued for. */
  readonly issued_product: string | null
  readonly issued_ms: number | null
  readonly source_page: string
  readonly status: FlowStatus
  readonly rejections: Rejections
  readonly flags: readonly string[]
  readonly products: readonly ProductReport[]
  /** By event time. */
  readonly timeline: readonly TimelineEntry[]
}

export interface ProductReport {
  readonly inst_product_id: string
  /** '' when it is not registered. */
  readonly name: string
  readonly status: FlowStatus
  /** The furthest stage that was reported. */
  readonly stage: StageName | null
  readonly funnel: readonly FunnelEntry[]
  /** Stages on the way that nobody reported although later ones were. */
  readonly implied: readonly StageName[]
  readonly unmapped: readonly Tally[]
  readonly flags: readonly string[]
  readonly attribution: AttributionReport
}

export interface StageName {
  readonly behavior_type: string
  readonly ordinal: number
  readonly name: string
  readonly name_en: string
}

export interface FunnelEntry extends StageName, Tally {}

export interface AttributionReport {
  /** Null while nothing is paid: then `ad` is what would earn it now. */
  readonly paid_ms: number | null
  /** When the click was first seen. */
  readonly clicked_ms: number | null
  /** Null: no ad. */
  readonly ad: AdReport | null
}

/** The click token only as a keyed tag. */
export interface AdReport extends AdFacts, PromotionSlot {
  readonly click_tag: string | null
  readonly channel_source_name: string | null
}

export interface TimelineEntry {
  readonly request_id: string
  readonly behavior_type: string
  /** Null for a behaviour that nobody has registered. */
  readonly stage: StageName | null
  readonly inst_product_id: string
  readonly inst_goods_code: string | null
  readonly behavior_ms: number
  /** Since the step before; null for the first. */
  readonly gap_ms: number | null
  readonly received_ms: number
  readonly app_key: string
  readonly flags: readonly string[]
  readonly ad: AdReport | null
}

/** What is stored about a flow of one insurer. */
export interface StoredFlow {
  readonly flow_id: bigint
  readonly insurer: string
  readonly issued: FlowRow | undefined
  /** At most one more than `FLOW_STEPS_MAX`, the newest first. */
  readonly rows: readonly BehaviorRow[]
  readonly productNames: ReadonlyMap<string, string>
  /** Empty: landing pages may be anywhere. */
  readonly landingHosts: readonly string[]
}

export function flowReport(
  stored: StoredFlow,
  registry: StageRegistry,
  rejections: Rejections,
  nowMs: number,
): FlowReport {
  const { flow_id, insurer, productNames } = stored
  const origin = originOf(stored)
  const issued = origin === 'ISSUED' ? stored.issued : undefined
  const rows = stored.rows
    .slice(0, FLOW_STEPS_MAX)
    .filter(({ behavior_type }) => rejections === 'shown' || !isRejection(registry, behavior_type))
  const flow = foldFlow(rows, registry, nowMs, issued?.issued_ms ?? null)
  const timeline = flow.timeline.map((placed, at) => ({
    ...entryOf(placed, origin, stored.landingHosts),
    gap_ms: gapAt(flow.timeline, at),
  }))
  const products = flow.products.map((state) => productOf(state, productNames))
  const flags = new Set([...products, ...timeline].flatMap((part) => part.flags))
  if (origin === 'FOREIGN') flags.add('FOREIGN_FLOW')
  if (stored.rows.length > FLOW_STEPS_MAX) flags.add('CUT_SHORT')
  return {
    flow_id,
    insurer,
    origin,
    issued_product: issued?.inst_product_id ?? null,
    issued_ms: issued?.issued_ms ?? null,
    source_page: issued?.source_page ?? '',
    status: flow.status,
    rejections,
    flags: [...flags],
    products,
    timeline,
  }
}

/** As of now: a flow that was unknown when its first steps came may have been issued since. */
function originOf({ insurer, issued, rows }: StoredFlow): FlowOrigin {
  if (issued !== undefined) return issued.insurer === insurer ? 'ISSUED' : 'FOREIGN'
  return rows.some((row) => flagsIn(row).includes('FIRST_USE_FLOW')) ? 'FIRST_USE' : 'UNKNOWN'
}

function isRejection(registry: StageRegistry, behavior_type: string): boolean {
  return registry.get(behavior_type)?.reaches === 'REJECTED'
}

function productOf(
  state: ProductState<BehaviorRow>,
  names: ReadonlyMap<string, string>,
): ProductReport {
  const { inst_product_id, status, reached, implied, unmapped, attribution } = state
  const { paid_ms, click } = attribution
  const furthest = reached.at(-1)
  return {
    inst_product_id,
    name: names.get(inst_product_id) ?? '',
    status,
    stage: furthest === undefined ? null : stageName(furthest.stage),
    funnel: reached.map(({ stage, ...tally }) => ({ ...stageName(stage), ...tally })),
    implied: implied.map(stageName),
    unmapped,
    flags: state.isInverted ? ['STAGE_TIME_INVERTED'] : [],
    attribution: {
      paid_ms,
      clicked_ms: click?.behavior_ms ?? null,
      ad: click === undefined ? null : adOf(click),
    },
  }
}

function stageName({ behavior_type, ordinal, name, name_en }: Stage): StageName {
  return { behavior_type, ordinal, name, name_en }
}

function entryOf(
  { step, stage }: PlacedStep<BehaviorRow>,
  origin: FlowOrigin,
  landingHosts: readonly string[],
): Omit<TimelineEntry, 'gap_ms'> {
  const ad = adOf(step)
  return {
    request_id: requestIdOf(step.id),
    behavior_type: step.behavior_type,
    stage: stage === undefined ? null : stageName(stage),
    inst_product_id: step.inst_product_id,
    inst_goods_code: step.inst_goods_code,
    behavior_ms: step.behavior_ms,
    received_ms: step.received_ms,
    app_key: step.app_key,
    flags: flagsNow(step, stage, origin, isElsewhere(ad, landingHosts)),
    ad,
  }
}

/** The flags of the row, but what was unknown then may be known now, and the other way round. */
function flagsNow(
  row: BehaviorRow,
  stage: Stage | undefined,
  origin: FlowOrigin,
  isElsewhere: boolean,
): string[] {
  const derived = new Set(['UNMAPPED', ...(origin === 'ISSUED' ? orphanFlags : [])])
  const flags = flagsIn(row).filter((flag) => !derived.has(flag))
  if (stage === undefined) flags.push('UNMAPPED')
  if (isElsewhere) flags.push('OTHER_HOST')
  return flags
}

const orphanFlags = ['ORPHAN_FLOW', 'FIRST_USE_FLOW', 'FOREIGN_FLOW']

function flagsIn({ flags }: BehaviorRow): string[] {
  return flags === '' ? [] : flags.split(',')
}

function isElsewhere(ad: AdReport | null, hosts: readonly string[]): boolean {
  const host = ad?.landing?.split('/')[0]
  return host !== undefined && hosts.length > 0 && !hosts.includes(host)
}

/** The column holds what `readAdUrl` read, and nothing else writes it. */
function adOf({ ad, click_tag, channel_source_name }: BehaviorRow): AdReport | null {
  if (ad === null && channel_source_name === null) return null
  const facts = ad === null ? {} : (JSON.parse(ad) as AdFacts)
  return {
    click_tag,
    channel_source_name,
    ...readPromotionSlot(channel_source_name ?? ''),
    ...facts,
  }
}

function gapAt(timeline: readonly PlacedStep<BehaviorRow>[], at: number): number | null {
  const [before, here] = [timeline[at - 1], timeline[at]]
  if (before === undefined || here === undefined) return null
  return here.step.behavior_ms - before.step.behavior_ms
}
