/** A click earns a payment for this long. */
export const ATTRIBUTION_MS = 30 * 24 * 60 * 60_000

interface Clicked {
  readonly click_tag: string | null
  readonly behavior_ms: number
}

/**
 * The first step of the last click that came within 30 days before `untilMs`; `steps` are in order
 * of time. A landing URL is sent along with many steps, but its click happened when it was first
 * seen: a link that a user kept for longer earns nothing.
 */
export function lastClick<S extends Clicked>(steps: readonly S[], untilMs: number): S | undefined {
  const seen = new Set<string>()
  let last: S | undefined
  for (const step of steps) {
    if (step.click_tag === null || seen.has(step.click_tag)) continue
    seen.add(step.click_tag)
    const age = untilMs - step.behavior_ms
    if (age >= 0 && age <= ATTRIBUTION_MS) last = step
  }
  return last
}
