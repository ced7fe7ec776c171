import type { LoadLevel } from '@topgate/gateway'
import packageJson from '../../package.json' with { type: 'json' }
import type { Core } from '../core.ts'
import type { ReadinessReason } from '../health.ts'
import { type LimitName, type Limits, limitSettings } from '../limit-settings.ts'
import { type ApiDurations, quantile } from '../metrics/call-counts.ts'
import type { NodeFigures } from '../metrics/metrics.ts'

/** The figures of this node since it started, for `/status`. Nothing in it is personal. */
export interface NodeStatus {
  /** Of Topgate. */
  readonly version: string
  readonly mode: 'sandbox' | 'production'
  readonly database: 'sqlite' | 'postgres'
  readonly node: number
  readonly started_ms: number
  readonly ready: boolean
  readonly reason: ReadinessReason
  readonly queue: {
    readonly waiting: number
    readonly inFlight: number
    readonly batches: number
    readonly calls: number
    readonly dropped: number
  }
  readonly load: {
    readonly level: LoadLevel
    /** Of the calls, how many are admitted: 0 to 1. */
    readonly share: number
    /** Calls that were refused because of the load. */
    readonly shed: number
  }
  readonly inFlight: number
  readonly limits: Limits
  readonly journal: { readonly calls: number; readonly dropped: number }
  readonly apis: readonly ApiStatus[]
  /** How calls failed, the most frequent first. */
  readonly failures: readonly FailureStatus[]
}

export interface ApiStatus {
  /** '' for calls that named none. */
  readonly method: string
  readonly calls: number
  readonly failed: number
  /** The bound of a class of durations, in milliseconds; null: above all bounds. */
  readonly p50_ms: number | null
  readonly p99_ms: number | null
}

export interface FailureStatus {
  readonly method: string
  readonly code: number
  readonly sub_code: string
  readonly calls: number
}

const FAILURES_SHOWN = 20

export async function nodeStatus(core: Core, inFlight: number): Promise<NodeStatus> {
  const { config, store, queue, health, journal, load, counts, startedMs } = core
  const { ready, reason } = await health.readiness()
  const series = counts.series()
  const failures = series.filter(({ outcome }) => outcome === 'refused' || outcome === 'declined')
  return {
    version: packageJson.version,
    mode: config.mode,
    database: store.reader.dialect,
    node: store.nodeNumber(),
    started_ms: startedMs,
    ready,
    reason,
    queue: queue.state(),
    load: { level: load.level, share: load.share, shed: load.shed },
    inFlight,
    limits: config.limits,
    journal: journal.state(),
    apis: counts.durations().map((api) => ({
      method: api.api,
      calls: api.calls,
      failed: sum(failures.filter((failure) => failure.api === api.api)),
      p50_ms: milliseconds(api, 0.5),
      p99_ms: milliseconds(api, 0.99),
    })),
    failures: [...failures]
      .sort((a, b) => b.calls - a.calls)
      .slice(0, FAILURES_SHOWN)
      .map(({ api, code, sub_code, calls }) => ({ method: api, code, sub_code, calls })),
  }
}

/** The same for the metrics. */
export function nodeFigures(status: NodeStatus): NodeFigures {
  return {
    queue: status.queue,
    callsInFlight: status.inFlight,
    load: status.load,
    limits: namedLimits(status.limits),
    journalDropped: status.journal.dropped,
    ready: status.ready,
  }
}

function namedLimits(limits: Limits): Record<string, number> {
  return Object.fromEntries(
    (Object.keys(limits) as LimitName[]).map((name) => [limitSettings[name].name, limits[name]]),
  )
}

function sum(series: readonly { readonly calls: number }[]): number {
  return series.reduce((total, { calls }) => total + calls, 0)
}

function milliseconds(api: ApiDurations, share: number): number | null {
  const seconds = quantile(api, share)
  return seconds === null || seconds === Number.POSITIVE_INFINITY ? null : seconds * 1_000
}
