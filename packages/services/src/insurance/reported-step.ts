import { hash } from 'node:crypto'
import { isGrammarForgiven, type RequestOf, type userBehaviorSync } from '@topgate/contracts'
import type { WriteCall } from '@topgate/engine'
import type { Vault } from '@topgate/storage'
import { type AdUrl, readAdUrl } from './ad-url.ts'
import { insurerOf } from './lenient.ts'

/** Names of promotion slots longer than this many code points are kept, with a flag. */
const CHANNEL_CHARS_MAX = 128

export type StepCall = WriteCall<RequestOf<typeof userBehaviorSync>>
export type Step = NonNullable<StepCall['request']['param0']>

/** One reported step and what can be known of it without the database. */
export interface ReportedStep {
  readonly call: StepCall
  readonly insurer: string
  readonly step: Step
  readonly ad: AdUrl | undefined
  /** The click token as a keyed tag, by which it can be found again. */
  readonly click_tag: string | undefined
  readonly journey: string
  /** Equal for two reports of the same step. */
  readonly dedupe_key: string
  readonly flags: readonly string[]
}

/** Undefined when the call has no step, or its app acts for no insurer. */
export function readStep(call: StepCall, vault: Vault): ReportedStep | undefined {
  const step = call.request.param0
  const insurer = insurerOf(call.app)
  if (step === undefined || insurer === undefined) return undefined
  const ad = step.advertise_org_url === undefined ? undefined : readAdUrl(step.advertise_org_url)
  const click_tag = ad?.click_id === undefined ? undefined : vault.tag('click_id', ad.click_id)
  return {
    call,
    insurer,
    step,
    ad,
    click_tag,
    journey: journeyOf(step.flow_id, click_tag),
    dedupe_key: dedupeKey(call.app.key, step, click_tag),
    flags: flagsOf(call, step, ad),
  }
}

/** A step belongs to its flow; where the insurer sends none, to its click; else to its product only. */
export function journeyOf(flow_id: bigint | undefined, click_tag?: string): string {
  if (flow_id !== undefined) return `f:${flow_id}`
  return click_tag === undefined ? '-' : `c:${click_tag}`
}

/** The page has no event id, so the facts of the step are its identity, the time to the second. */
function dedupeKey(app_key: string, step: Step, click_tag: string | undefined): string {
  const facts = [
    app_key,
    step.flow_id === undefined ? '-' : String(step.flow_id),
    click_tag ?? '-',
    step.inst_product_id,
    step.inst_goods_code ?? '',
    step.behavior_type,
    Math.floor(step.behavior_time / 1000),
  ]
  return hash('sha256', JSON.stringify(facts), 'base64url')
}

function flagsOf({ forgiven }: StepCall, step: Step, ad: AdUrl | undefined): string[] {
  const { channel_source_name = '', inst_goods_code } = step
  const flags: string[] = [...(ad?.flags ?? [])]
  if (isGrammarForgiven(forgiven)) flags.push('GRAMMAR')
  if (isLong(channel_source_name)) flags.push('LONG_CHANNEL')
  const advertised = ad?.facts.goods_code
  if (inst_goods_code !== undefined && advertised !== undefined && advertised !== inst_goods_code) {
    flags.push('GOODS_MISMATCH')
  }
  return flags
}

/** Counts code points, and only where the cheaper count of UTF-16 units does not settle it. */
function isLong(name: string): boolean {
  return name.length > CHANNEL_CHARS_MAX && [...name].length > CHANNEL_CHARS_MAX
}
