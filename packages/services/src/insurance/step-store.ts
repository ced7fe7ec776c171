import type { Transaction, Vault } from '@topgate/storage'
import type { ReportedStep } from './reported-step.ts'
import { type BehaviorRow, insertBehaviors } from './tables.ts'

/** A step that is recorded now. */
export interface NewStep extends ReportedStep {
  readonly processed_ms: number
}

/** Writes the steps of one batch. The unique index on the dedupe key has the last word. */
export async function saveSteps(
  tx: Transaction,
  steps: readonly NewStep[],
  vault: Vault,
): Promise<void> {
  await tx.write(
    insertBehaviors,
    steps.map((step) => rowOf(step, vault)),
  )
}

function rowOf(recorded: NewStep, vault: Vault): BehaviorRow {
  const { call, insurer, step, ad, click_tag, journey, dedupe_key, flags } = recorded
  return {
    id: call.id,
    insurer,
    journey,
    dedupe_key,
    app_key: call.app.key,
    flow_id: step.flow_id ?? null,
    inst_product_id: step.inst_product_id,
    inst_goods_code: step.inst_goods_code ?? null,
    behavior_type: step.behavior_type,
    behavior_ms: step.behavior_time,
    channel_source_name: step.channel_source_name ?? null,
    advertise_org_url: ad === undefined ? null : vault.seal(urlContext(call.id), ad.text),
    click_tag: click_tag ?? null,
    ad: ad === undefined ? null : JSON.stringify(ad.facts),
    flags: flags.join(','),
    received_ms: call.received_ms,
    processed_ms: recorded.processed_ms,
  }
}

/** What a sealed landing URL is bound to. */
export function urlContext(id: bigint): string {
  return `insurance_behavior.advertise_org_url:${id}`
}
