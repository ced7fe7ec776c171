import {
  invalidParameter,
  type RequestOf,
  type ResponseOf,
  userBehaviorSync,
} from '@topgate/contracts'
import { accept, decline, implementWrite, replay, type WriteCall } from '@topgate/engine'
import type { Transaction, Vault } from '@topgate/storage'
import { implementCheck } from '../check.ts'
import { type ReportedStep, readStep } from './reported-step.ts'
import { flowsById, insertBehaviors, productsById, recordedByKey } from './tables.ts'

type Call = WriteCall<RequestOf<typeof userBehaviorSync>>
type Answer = ResponseOf<typeof userBehaviorSync>

/** What is known about the steps of a batch. */
export interface StepFacts {
  readonly steps: ReadonlyMap<bigint, ReportedStep>
  /** `insurer` and dedupe key of steps that are recorded already. */
  readonly recorded: Set<string>
  /** `insurer` and product id. */
  readonly products: ReadonlySet<string>
  readonly insurerOfFlow: ReadonlyMap<bigint, string>
}

/** A step that is recorded now. */
export interface NewStep extends ReportedStep {
  readonly call: Call
  readonly insurer: string
  readonly processed_ms: number
}

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
  load,

  decide(facts: StepFacts, call, nowMs) {
    const reported = facts.steps.get(call.id)
    const insurer = call.app.owns.insurer
    // An app that acts for no insurer has no products either.
    if (reported === undefined || insurer === undefined) return decline(productNotFound)
    const { step, dedupe_key } = reported
    // First of all: a repeat succeeds, whatever has happened to the product since.
    if (facts.recorded.has(pairKey(insurer, dedupe_key))) return replay(recorded)
    if (!facts.products.has(pairKey(insurer, step.inst_product_id))) return decline(productNotFound)
    facts.recorded.add(pairKey(insurer, dedupe_key))
    const flags = [...reported.flags, ...flowFlags(facts, insurer, step.flow_id)]
    return accept(recorded, { ...reported, call, insurer, flags, processed_ms: nowMs })
  },

  save,
})

/**
 * A flow of another insurer is told like an unknown one: another answer would reveal that it
 * exists. Only the operator sees the difference.
 */
function flowFlags(facts: StepFacts, insurer: string, flow_id: bigint | undefined): string[] {
  if (flow_id === undefined) return []
  const owner = facts.insurerOfFlow.get(flow_id)
  if (owner === insurer) return []
  return owner === undefined ? ['ORPHAN_FLOW'] : ['ORPHAN_FLOW', 'FOREIGN_FLOW']
}

/** The steps of the calls, read once, and nothing from the database yet. */
export function readSteps(calls: readonly Call[]): Map<bigint, ReportedStep> {
  const steps = new Map<bigint, ReportedStep>()
  for (const { id, app, request } of calls) {
    if (request.param0 !== undefined) steps.set(id, readStep(app.key, request.param0))
  }
  return steps
}

async function load(tx: Transaction, calls: readonly Call[]): Promise<StepFacts> {
  const steps = readSteps(calls)
  const wanted = calls.flatMap(({ id, app }) => {
    const reported = steps.get(id)
    const insurer = app.owns.insurer
    return reported === undefined || insurer === undefined ? [] : [{ insurer, ...reported }]
  })
  await tx.lock(wanted.map(({ insurer, dedupe_key }) => `insurance:${insurer}:${dedupe_key}`))
  const repeated = await tx.read(recordedByKey, wanted)
  const products = await tx.read(
    productsById,
    wanted.map(({ insurer, step }) => ({ insurer, inst_product_id: step.inst_product_id })),
  )
  const flows = await tx.read(
    flowsById,
    wanted.flatMap(({ step: { flow_id } }) => (flow_id === undefined ? [] : [{ flow_id }])),
  )
  return {
    steps,
    recorded: new Set(repeated.map((row) => pairKey(row.insurer, row.dedupe_key))),
    products: new Set(products.map((row) => pairKey(row.insurer, row.inst_product_id))),
    insurerOfFlow: new Map(flows.map((row) => [row.flow_id, row.insurer])),
  }
}

/** Writes the steps of one batch. The unique index on (insurer, dedupe_key) has the last word. */
async function save(tx: Transaction, steps: readonly NewStep[], vault: Vault): Promise<void> {
  await tx.write(
    insertBehaviors,
    steps.map(({ call, insurer, step, ad, dedupe_key, flags, processed_ms }) => ({
      id: call.id,
      insurer,
      dedupe_key,
      app_key: call.app.key,
      flow_id: step.flow_id ?? null,
      inst_product_id: step.inst_product_id,
      inst_goods_code: step.inst_goods_code ?? null,
      behavior_type: step.behavior_type,
      behavior_ms: step.behavior_time,
      channel_source_name: step.channel_source_name ?? null,
      advertise_org_url: ad === undefined ? null : vault.seal(urlContext(call.id), ad.text),
      click_tag: ad?.click_id === undefined ? null : vault.tag('click_id', ad.click_id),
      flags: flags.join(','),
      received_ms: call.received_ms,
      processed_ms,
    })),
  )
}

/** What a sealed landing URL is bound to. */
export function urlContext(id: bigint): string {
  return `insurance_behavior.advertise_org_url:${id}`
}

export function pairKey(insurer: string, of: string): string {
  return `${insurer} ${of}`
}
