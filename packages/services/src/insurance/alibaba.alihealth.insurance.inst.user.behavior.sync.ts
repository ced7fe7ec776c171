import { invalidParameter, type ResponseOf, userBehaviorSync } from '@topgate/contracts'
import { accept, decline, implementWrite, replay } from '@topgate/engine'
import { implementCheck } from '../check.ts'
import { forgivenIn } from './lenient.ts'
import type { ReportedStep } from './reported-step.ts'
import { loadStepFacts, pairKey, type StepFacts } from './step-facts.ts'
import { saveSteps } from './step-store.ts'

type Answer = ResponseOf<typeof userBehaviorSync>

const recorded: Answer = {
  result_status: 'SUCCESS',
  data: true,
  result_code: 'SUCCESS',
  result_msg: 'SUCCESS',
}

const productNotFound: Answer = {
  result_status: 'FAIL',
  data: false,
  result_code: 'PRODUCT_NOT_FOUND',
  result_msg: '产品未登记：请核对 inst_product_id，或请平台为本保司登记此产品',
}

/** The page marks `param0` optional, so the gateway lets a call without it pass. */
export const userBehaviorCheck = implementCheck(userBehaviorSync, ({ param0 }) => {
  if (param0 === undefined) {
    throw invalidParameter('param0', '缺少：请传入行为数据的 JSON 对象')
  }
})

export const syncUserBehavior = implementWrite(userBehaviorSync, {
  load: loadStepFacts,

  decide(facts: StepFacts, { id, app }, nowMs) {
    const reported = facts.steps.get(id)
    // An app that acts for no insurer has no products either.
    if (reported === undefined) return decline(productNotFound)
    const { insurer, step, dedupe_key } = reported
    // First of all: a repeat succeeds, whatever has happened to the product since.
    if (facts.recorded.has(pairKey(insurer, dedupe_key))) return replay(recorded)
    const productIsKnown = facts.products.has(pairKey(insurer, step.inst_product_id))
    const isLenient = app.profile === 'lenient'
    if (!productIsKnown && !isLenient) return decline(productNotFound)
    facts.recorded.add(pairKey(insurer, dedupe_key))
    const flow = whoseFlow(facts, reported)
    const flags = [...reported.flags]
    if (!productIsKnown) flags.push('UNKNOWN_PRODUCT')
    if (!facts.stages.has(step.behavior_type)) flags.push('UNMAPPED')
    if (flow === 'unknown') flags.push(isLenient ? 'FIRST_USE_FLOW' : 'ORPHAN_FLOW')
    if (flow === 'foreign') flags.push('ORPHAN_FLOW', 'FOREIGN_FLOW')
    const forgiven = isLenient ? forgivenIn(productIsKnown, flow === 'own') : undefined
    return accept(recorded, { ...reported, flags, processed_ms: nowMs }, forgiven)
  },

  save: saveSteps,
})

/**
 * A flow of another insurer is answered like an unknown one: another answer would reveal that it
 * exists. Only the operator sees the difference.
 */
function whoseFlow(
  facts: StepFacts,
  { insurer, step: { flow_id } }: ReportedStep,
): 'own' | 'unknown' | 'foreign' {
  const owner = flow_id === undefined ? insurer : facts.insurerOfFlow.get(flow_id)
  if (owner === insurer) return 'own'
  return owner === undefined ? 'unknown' : 'foreign'
}
