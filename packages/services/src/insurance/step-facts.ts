import type { Transaction, Vault } from '@topgate/storage'
import { type ReportedStep, readStep, type StepCall } from './reported-step.ts'
import { flowsById, productsById, recordedByKey, stagesByType } from './tables.ts'

/** What is known about the steps of a batch. */
export interface StepFacts {
  /** By id of the call. */
  readonly steps: ReadonlyMap<bigint, ReportedStep>
  /** `insurer` and dedupe key of steps that are recorded already. */
  readonly recorded: Set<string>
  /** `insurer` and product id. */
  readonly products: ReadonlySet<string>
  readonly insurerOfFlow: ReadonlyMap<bigint, string>
  /** The behaviours of the batch that have a place in the funnel. */
  readonly stages: ReadonlySet<string>
}

/** The steps of the calls, read once, and nothing from the database yet. */
export function readSteps(calls: readonly StepCall[], vault: Vault): Map<bigint, ReportedStep> {
  const steps = new Map<bigint, ReportedStep>()
  for (const call of calls) {
    const step = readStep(call, vault)
    if (step !== undefined) steps.set(call.id, step)
  }
  return steps
}

export async function loadStepFacts(
  tx: Transaction,
  calls: readonly StepCall[],
  vault: Vault,
): Promise<StepFacts> {
  const steps = readSteps(calls, vault)
  const wanted = [...steps.values()]
  await tx.lock(wanted.map(({ insurer, dedupe_key }) => `insurance:${insurer}:${dedupe_key}`))
  const repeated = await tx.read(recordedByKey, wanted)
  const products = await tx.read(
    productsById,
    wanted.map(({ insurer, step: { inst_product_id } }) => ({ insurer, inst_product_id })),
  )
  const flows = await tx.read(
    flowsById,
    wanted.flatMap(({ step: { flow_id } }) => (flow_id === undefined ? [] : [{ flow_id }])),
  )
  const stages = await tx.read(
    stagesByType,
    wanted.map(({ step: { behavior_type } }) => ({ behavior_type })),
  )
  return {
    steps,
    recorded: new Set(repeated.map((row) => pairKey(row.insurer, row.dedupe_key))),
    products: new Set(products.map((row) => pairKey(row.insurer, row.inst_product_id))),
    insurerOfFlow: new Map(flows.map((row) => [row.flow_id, row.insurer])),
    stages: new Set(stages.map((row) => row.behavior_type)),
  }
}

/** Unambiguous, since the name of an insurer holds no space. */
export function pairKey(insurer: string, of: string): string {
  return `${insurer} ${of}`
}
