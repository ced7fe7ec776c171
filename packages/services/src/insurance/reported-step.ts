import { hash } from 'node:crypto'
import type { RequestOf, userBehaviorSync } from '@topgate/contracts'
import { type AdUrl, readAdUrl } from './ad-url.ts'
import { mappedBehaviors } from './behaviors.ts'

/** Names of promotion slots longer than this many code points are kept, with a flag. */
const CHANNEL_CHARS_MAX = 128

type Step = NonNullable<RequestOf<typeof userBehaviorSync>['param0']>

/** One reported step and what can be known of it without the database. */
export interface ReportedStep {
  readonly step: Step
  readonly ad: AdUrl | undefined
  /** Equal for two reports of the same step. */
  readonly dedupe_key: string
  readonly flags: readonly string[]
}

export function readStep(app_key: string, step: Step): ReportedStep {
  const ad = step.advertise_org_url === undefined ? undefined : readAdUrl(step.advertise_org_url)
  return { step, ad, dedupe_key: dedupeKey(app_key, step, ad), flags: flagsOf(step, ad) }
}

/** The page has no event id, so the facts of the step are its identity, the time to the second. */
function dedupeKey(app_key: string, step: Step, ad: AdUrl | undefined): string {
  const facts = [
    app_key,
    step.flow_id === undefined ? '-' : String(step.flow_id),
    ad?.click_id ?? '-',
    step.inst_product_id,
    step.inst_goods_code ?? '',
    step.behavior_type,
    Math.floor(step.behavior_time / 1000),
  ]
  return hash('sha256', JSON.stringify(facts), 'base64url')
}

function flagsOf(step: Step, ad: AdUrl | undefined): string[] {
  const { behavior_type, channel_source_name = '', inst_goods_code } = step
  const flags: string[] = [...(ad?.flags ?? [])]
  if (!mappedBehaviors.has(behavior_type)) flags.push('UNMAPPED')
  if (Array.from(channel_source_name).length > CHANNEL_CHARS_MAX) flags.push('LONG_CHANNEL')
  const advertised = ad?.goods_code
  if (inst_goods_code !== undefined && advertised !== undefined && advertised !== inst_goods_code) {
    flags.push('GOODS_MISMATCH')
  }
  return flags
}
