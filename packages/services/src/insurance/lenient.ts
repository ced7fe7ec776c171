import type { Leniency } from '@topgate/contracts'
import type { CallerApp } from '@topgate/engine'

/**
 * What a lenient app is spared: to have its insurer, its products and its flows set up first.
 * Nothing is stored beside the step, whose flags say what was unknown.
 */

/** Whom the app reports for. A lenient app without an insurer is one by itself. */
export function insurerOf({ key, owns, profile }: CallerApp): string | undefined {
  return owns.insurer ?? (profile === 'lenient' ? `APP_${key}` : undefined)
}

/** What the answer to a lenient app names. A foreign flow is told like an unknown one. */
export function forgivenIn(productIsKnown: boolean, flowIsOwn: boolean): Leniency[] {
  const made: Leniency[] = []
  if (!productIsKnown) made.push('created-on-first-use:inst_product_id')
  if (!flowIsOwn) made.push('created-on-first-use:flow_id')
  return made
}
