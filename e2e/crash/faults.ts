import type { Random } from './random.ts'

/** When a kill strikes. Times are milliseconds; `delay_ms` counts from readiness. */
export type Fault = { readonly delay_ms: number } & (
  | { readonly kind: 'running' }
  /** Again while it recovers from the first kill. */
  | { readonly kind: 'starting'; readonly start_ms: number }
  | { readonly kind: 'draining'; readonly drain_ms: number }
  | { readonly kind: 'checkpointing' }
)

const DELAY_MS_MIN = 50
const DELAY_MS_MAX = 3_000
const START_MS_MAX = 300
/** A sandbox drains in about this time. */
const DRAIN_MS_MAX = 60

/** One in ten of each special kind, and one of each among the first eight. */
const kinds: readonly Fault['kind'][] = [
  'running',
  'starting',
  'running',
  'draining',
  'running',
  'checkpointing',
  'running',
  'running',
  'running',
  'running',
]

export function planFaults(random: Random, count: number): Fault[] {
  return Array.from({ length: count }, (_, index) => {
    const delay_ms = random.between(DELAY_MS_MIN, DELAY_MS_MAX)
    const kind = kinds[index % kinds.length] ?? 'running'
    switch (kind) {
      case 'starting':
        return { kind, delay_ms, start_ms: random.between(0, START_MS_MAX) }
      case 'draining':
        return { kind, delay_ms, drain_ms: random.between(0, DRAIN_MS_MAX) }
      default:
        return { kind, delay_ms }
    }
  })
}
