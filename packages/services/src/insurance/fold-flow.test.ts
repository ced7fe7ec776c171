import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STALL_MS } from './flow-status.ts'
import { type FlowState, type FlowStep, foldFlow } from './fold-flow.ts'
import { starterStages } from './insurance-testing.ts'

const registry = await starterStages()
const NOW_MS = 10_000_000

let ids = 0n

/** A step at that second; received as the calls below come. */
function step(behavior_type: string, second: number, more: Partial<FlowStep> = {}): FlowStep {
  ids += 1n
  return {
    id: ids,
    inst_product_id: 'CU95',
    behavior_type,
    behavior_ms: second * 1000,
    received_ms: NOW_MS + Number(ids),
    click_tag: null,
    ...more,
  }
}

function fold(...steps: readonly FlowStep[]): FlowState<FlowStep> {
  return foldFlow(steps, registry, NOW_MS)
}

const order = ({ timeline }: FlowState<FlowStep>) => timeline.map((one) => one.step.behavior_type)

function only<T>(list: readonly T[]): T {
  const [first, ...others] = list
  if (first === undefined || others.length > 0) throw new Error('not exactly one')
  return first
}

describe('the fold of a flow', () => {
  it('counts a stage once, with its first and last time and how often it came', () => {
    const { products } = fold(
      step('CLICK_INSURE', 30),
      step('CLICK_INSURE', 10),
      step('START_UNDERWRITING', 20),
      step('CLICK_INSURE', 20),
    )
    expect(only(products).reached).toMatchObject([
      { behavior_type: 'CLICK_INSURE', first_ms: 10_000, last_ms: 30_000, count: 3 },
      { behavior_type: 'START_UNDERWRITING', first_ms: 20_000, last_ms: 20_000, count: 1 },
    ])
  })

  it('tells the stages before the furthest one that nobody reported, apart from the others', () => {
    const { implied } = only(fold(step('CLICK_INSURE', 1), step('UNDERWRITING_PASS', 2)).products)
    expect(implied.map(({ behavior_type }) => behavior_type)).toEqual([
      'VISIT_LANDING_PAGE',
      'VIEW_PRODUCT_DETAIL',
      'START_HEALTH_INFORM',
      'SUBMIT_HEALTH_INFORM',
      'SUBMIT_INSURE_INFO',
      'START_UNDERWRITING',
    ])
  })

  it('implies nothing by an option beside the way, and never an exit, a wait or a retry', () => {
    expect(only(fold(step('SIGN_AUTO_RENEWAL', 1)).products).implied).toEqual([])
    const { implied } = only(fold(step('SURRENDER_DONE', 1)).products)
    expect(new Set(implied.map(({ kind }) => kind))).toEqual(new Set(['STEP']))
    expect(implied.at(-1)?.behavior_type).toBe('POLICY_ISSUED')
  })

  it('orders by event time, whatever came first', () => {
    const steps = [step('PAY_SUCCESS', 3), step('START_PAY', 2), step('CLICK_INSURE', 1)]
    expect(order(fold(...steps))).toEqual(['CLICK_INSURE', 'START_PAY', 'PAY_SUCCESS'])
  })

  it('orders within a second by the stage, then by when it was received, the unmapped last', () => {
    const steps = [
      step('XJ_STEP', 1, { received_ms: 1 }),
      step('PAY_SUCCESS', 1, { received_ms: 2 }),
      step('SUBMIT_HEALTH_INFORM', 1, { received_ms: 4 }),
      step('START_HEALTH_INFORM', 1, { received_ms: 3 }),
      step('VISIT_LANDING_PAGE', 1, { received_ms: 5 }),
    ]
    expect(order(fold(...steps))).toEqual([
      'VISIT_LANDING_PAGE',
      'START_HEALTH_INFORM',
      'SUBMIT_HEALTH_INFORM',
      'PAY_SUCCESS',
      'XJ_STEP',
    ])
  })

  it('keeps a funnel for each product of a flow', () => {
    const { status, products } = fold(
      step('UNDERWRITING_REJECT', 1),
      step('PAY_SUCCESS', 2, { inst_product_id: 'CU96' }),
    )
    expect(products).toMatchObject([
      { inst_product_id: 'CU95', status: 'REJECTED', reached: [{}] },
      { inst_product_id: 'CU96', status: 'PAID', reached: [{}] },
    ])
    expect(status).toBe('PAID')
  })

  it('keeps names that nobody registered apart from the funnel', () => {
    const product = only(fold(step('XJ_STEP', 2), step('XJ_STEP', 1)).products)
    expect(product.unmapped).toEqual([
      { behavior_type: 'XJ_STEP', first_ms: 1000, last_ms: 2000, count: 2 },
    ])
    expect(product).toMatchObject({ reached: [], implied: [], status: 'OPEN' })
  })

  it('notices a stage that first came after a later one, but not a user who went back', () => {
    const isInverted = (...steps: FlowStep[]) => only(fold(...steps).products).isInverted
    expect(isInverted(step('PAY_SUCCESS', 1), step('START_UNDERWRITING', 2))).toBe(true)
    expect(isInverted(step('START_UNDERWRITING', 2), step('PAY_SUCCESS', 2))).toBe(false)
    const goesBack = [step('CLICK_INSURE', 1), step('START_PAY', 2), step('CLICK_INSURE', 3)]
    expect(isInverted(...goesBack)).toBe(false)
    expect(isInverted(step('PAY_FAIL', 1), step('START_PAY', 2), step('PAY_FAIL', 3))).toBe(false)
    expect(isInverted(step('START_HEALTH_INFORM', 2), step('SUBMIT_HEALTH_INFORM', 1))).toBe(false)
  })

  it('stalls a day after the last step of any kind, or after it was issued', () => {
    const last = NOW_MS - STALL_MS
    const stalled = step('START_PAY', 0, { behavior_ms: last })
    expect(fold(stalled).status).toBe('STALLED')
    expect(fold(stalled, step('XJ_STEP', 0, { behavior_ms: last + 1 })).status).toBe('OPEN')
    expect(foldFlow([], registry, NOW_MS, last).status).toBe('STALLED')
    expect(foldFlow([], registry, NOW_MS, last + 1).status).toBe('OPEN')
    expect(foldFlow([], registry, NOW_MS).status).toBe('OPEN')
  })

  it('gives a payment to the last click of the flow before it', () => {
    const clickOf = (...steps: FlowStep[]) => only(fold(...steps).products).attribution
    const ad = step('VISIT_LANDING_PAGE', 1, { click_tag: 'a' })
    const late = step('POLICY_ISSUED', 9, { click_tag: 'b' })
    expect(clickOf(late, step('PAY_SUCCESS', 5), ad)).toEqual({ paid_ms: 5000, click: ad })
    expect(clickOf(late, ad)).toEqual({ paid_ms: 9000, click: late })
    expect(clickOf(step('START_PAY', 5), ad)).toEqual({ paid_ms: null, click: ad })
    expect(clickOf(step('PAY_SUCCESS', 5))).toEqual({ paid_ms: 5000, click: undefined })
  })
})

const FLOWS = 20
const EVENTS = 200
const ORDERS = 300

const event = fc.record({
  flow: fc.integer({ min: 1, max: FLOWS }),
  behavior: fc.constantFrom(...registry.keys(), 'XJ_RENEW_STEP2'),
  product: fc.constantFrom('CU95', 'CU96'),
  second: fc.integer({ min: 0, max: 120 }),
})
const arrival = fc.shuffledSubarray([...Array(EVENTS).keys()], { minLength: EVENTS })

it(`makes the same funnels of ${EVENTS} events of ${FLOWS} flows in each of ${ORDERS} orders`, () => {
  const events = fc.array(event, { minLength: EVENTS, maxLength: EVENTS })
  fc.assert(
    fc.property(events, arrival, (reported, places) => {
      const sorted = reported.toSorted((a, b) => a.second - b.second)
      const shuffled = places.flatMap((place) => reported[place] ?? [])
      expect(funnelsOf(shuffled)).toEqual(funnelsOf(sorted))
    }),
    { numRuns: ORDERS },
  )
})

type Event = typeof event extends fc.Arbitrary<infer E> ? E : never

function funnelsOf(arrived: readonly Event[]) {
  const steps = arrived.map(({ flow, behavior, product, second }, at) => ({
    ...step(behavior, second, { inst_product_id: product, received_ms: at }),
    flow,
  }))
  return Map.groupBy(steps, ({ flow }) => flow)
    .entries()
    .toArray()
    .sort(([a], [b]) => a - b)
    .map(([flow, own]) => {
      const { status, products } = foldFlow(own, registry, NOW_MS)
      return { flow, status, products: products.map(({ attribution: _, ...funnel }) => funnel) }
    })
}
