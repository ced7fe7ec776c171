import { lastClick } from './attribution.ts'
import { type FlowStatus, furthestOf, statusOf } from './flow-status.ts'
import type { Stage, StageRegistry } from './stage-registry.ts'

/** What the fold needs to know of a recorded step. */
export interface FlowStep {
  readonly id: bigint
  readonly inst_product_id: string
  readonly behavior_type: string
  readonly behavior_ms: number
  readonly received_ms: number
  readonly click_tag: string | null
}

/** A step and its place in the funnel; undefined for a behaviour that nobody has registered. */
export interface PlacedStep<S extends FlowStep> {
  readonly step: S
  readonly stage: Stage | undefined
}

/** How often and when one behaviour was reported. A funnel counts it once. */
export interface Tally {
  readonly behavior_type: string
  readonly first_ms: number
  readonly last_ms: number
  readonly count: number
}

export interface ReachedStage extends Tally {
  readonly stage: Stage
}

export interface ProductState<S extends FlowStep> {
  readonly inst_product_id: string
  readonly status: FlowStatus
  /** In the order of the funnel. */
  readonly reached: readonly ReachedStage[]
  /** Stages on the way that nobody reported although later ones were. */
  readonly implied: readonly Stage[]
  readonly unmapped: readonly Tally[]
  /** A stage first came after a stage that lies behind it. */
  readonly isInverted: boolean
  readonly attribution: Attribution<S>
}

export interface Attribution<S extends FlowStep> {
  /** When it was paid; while it was not, the click that would earn it now is told. */
  readonly paid_ms: number | null
  /** The step that brought the click first; undefined: no ad. */
  readonly click: S | undefined
}

export interface FlowState<S extends FlowStep> {
  readonly status: FlowStatus
  readonly timeline: readonly PlacedStep<S>[]
  readonly products: readonly ProductState<S>[]
}

/**
 * What a flow has become: a pure fold over its steps, which may come in any order. Event time
 * decides; steps of one second go by the order of the funnel, then by when they were received.
 */
export function foldFlow<S extends FlowStep>(
  steps: readonly S[],
  registry: StageRegistry,
  nowMs: number,
  issuedMs: number | null = null,
): FlowState<S> {
  const timeline = steps
    .map((step) => ({ step, stage: registry.get(step.behavior_type) }))
    .sort(byEventTime)
  const ids = [...new Set(timeline.map(({ step }) => step.inst_product_id))].sort()
  const products = ids.map((id) => productState(id, timeline, registry, nowMs))
  const status = furthestOf(products.map((product) => product.status))
  return { status: status ?? statusOf([], issuedMs, nowMs), timeline, products }
}

function byEventTime(a: PlacedStep<FlowStep>, b: PlacedStep<FlowStep>): number {
  return (
    a.step.behavior_ms - b.step.behavior_ms ||
    ordinalOf(a) - ordinalOf(b) ||
    a.step.received_ms - b.step.received_ms ||
    (a.step.id < b.step.id ? -1 : 1)
  )
}

/** Steps without a place come last within their second. */
function ordinalOf({ stage }: PlacedStep<FlowStep>): number {
  return stage?.ordinal ?? Number.MAX_SAFE_INTEGER
}

function productState<S extends FlowStep>(
  inst_product_id: string,
  timeline: readonly PlacedStep<S>[],
  registry: StageRegistry,
  nowMs: number,
): ProductState<S> {
  const own = timeline.filter(({ step }) => step.inst_product_id === inst_product_id)
  const stages = own.flatMap(({ stage }) => (stage === undefined ? [] : [stage]))
  const tallies = tally(own.map(({ step }) => step))
  const reached = [...registry.values()].flatMap((stage) => {
    const found = tallies.get(stage.behavior_type)
    return found === undefined ? [] : [{ ...found, stage }]
  })
  const lastMs = own.at(-1)?.step.behavior_ms ?? null
  const paid_ms = paidMs(reached)
  const all = timeline.map(({ step }) => step)
  return {
    inst_product_id,
    status: statusOf(stages, lastMs, nowMs),
    reached,
    implied: impliedBy(reached, registry),
    unmapped: [...tallies.values()].filter(({ behavior_type }) => !registry.has(behavior_type)),
    isInverted: isInverted(reached),
    attribution: { paid_ms, click: lastClick(all, paid_ms ?? lastMs ?? nowMs) },
  }
}

/** By behaviour, in the order of first times. */
function tally(steps: readonly FlowStep[]): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>()
  for (const { behavior_type, behavior_ms } of steps) {
    const { first_ms, count } = tallies.get(behavior_type) ?? { first_ms: behavior_ms, count: 0 }
    tallies.set(behavior_type, { behavior_type, first_ms, last_ms: behavior_ms, count: count + 1 })
  }
  return tallies
}

function impliedBy(reached: readonly ReachedStage[], registry: StageRegistry): Stage[] {
  const furthest = reached.findLast(({ stage }) => stage.kind !== 'OPTION')?.stage.ordinal ?? 0
  const reported = new Set(reached.map(({ behavior_type }) => behavior_type))
  return [...registry.values()].filter(
    ({ behavior_type, kind, ordinal }) =>
      kind === 'STEP' && ordinal < furthest && !reported.has(behavior_type),
  )
}

/** Only the first times count: a user who goes back repeats early stages. */
function isInverted(reached: readonly ReachedStage[]): boolean {
  const way = reached.filter(({ stage }) => stage.kind === 'STEP')
  return way.some(({ stage, first_ms }) =>
    way.some((later) => later.stage.ordinal > stage.ordinal && later.first_ms < first_ms),
  )
}

/** When money first changed hands; an insurer that reports only the policy has been paid, too. */
function paidMs(reached: readonly ReachedStage[]): number | null {
  const first = (milestone: Stage['reaches']) =>
    reached
      .filter(({ stage }) => stage.reaches === milestone)
      .map(({ first_ms }) => first_ms)
      .sort((a, b) => a - b)[0]
  return first('PAID') ?? first('ISSUED') ?? null
}
