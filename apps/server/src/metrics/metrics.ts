import { type LoadLevel, loadLevels } from '@topgate/gateway'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { type CallCounts, DURATION_BUCKETS_S } from './call-counts.ts'
import { counterText, histogramText } from './exposition.ts'

/** Figures of this node that are read when somebody asks. */
export interface NodeFigures {
  readonly queue: { readonly waiting: number; readonly dropped: number }
  readonly callsInFlight: number
  readonly load: { readonly level: LoadLevel; readonly share: number; readonly shed: number }
  /** The settings of limits, by name. */
  readonly limits: Readonly<Record<string, number>>
  readonly journalDropped: number
  readonly ready: boolean
}

/** What is noted once a batch, not once a call. */
export interface BatchMeters {
  batch(calls: number, seconds: number): void
  /** From the end of the work of a batch until COMMIT, and with it the sync, has returned. */
  commit(seconds: number): void
}

export interface Metrics extends BatchMeters {
  /** The text that Prometheus scrapes. */
  text(now: NodeFigures): Promise<string>
}

const BATCH_CALLS_BUCKETS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512]
const COMMIT_BUCKETS_S = [0.0005, ...DURATION_BUCKETS_S]

/** The metrics of a node; docs/METRICS.md lists them. */
export function createMetrics(calls: CallCounts): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const histogram = (name: string, help: string, buckets: readonly number[]) =>
    new Histogram({ name, help, buckets: [...buckets], registers })
  const batchCalls = histogram(
    'topgate_batch_calls',
    'Calls that were written by one transaction with one sync',
    BATCH_CALLS_BUCKETS,
  )
  const batchSeconds = histogram(
    'topgate_batch_duration_seconds',
    'From handing a batch to the store to its outcomes',
    DURATION_BUCKETS_S,
  )
  const commitSeconds = histogram(
    'topgate_commit_duration_seconds',
    'COMMIT of a batch, which ends when the sync has returned',
    COMMIT_BUCKETS_S,
  )
  const setNode = nodeMeters(registers)
  return {
    batch(count, seconds) {
      batchCalls.observe(count)
      batchSeconds.observe(seconds)
    },
    commit: (seconds) => commitSeconds.observe(seconds),
    async text(now) {
      setNode(now)
      return callsText(calls) + (await registry.metrics())
    },
  }
}

function callsText(calls: CallCounts): string {
  const { in: bytesIn, out: bytesOut } = calls.bytes()
  return [
    counterText(
      'topgate_calls_total',
      'Calls answered, by app class, API, code, sub code and outcome',
      calls.series().map(({ calls: value, ...labels }) => ({ labels, value })),
    ),
    histogramText(
      'topgate_call_duration_seconds',
      'From the last byte of a call to its answer, by API',
      DURATION_BUCKETS_S,
      calls.durations().map(({ api, buckets, sumUs, calls: count }) => ({
        labels: { api },
        buckets,
        sum: sumUs / 1_000_000,
        count,
      })),
    ),
    counterText('topgate_call_bytes_total', 'Bytes of calls and answers, without headers', [
      { labels: { direction: 'in' }, value: bytesIn },
      { labels: { direction: 'out' }, value: bytesOut },
    ]),
  ].join('')
}

/** Sets what is read when somebody asks. */
function nodeMeters(registers: Registry[]): (now: NodeFigures) => void {
  const gauge = (name: string, help: string) => {
    const meter = new Gauge({ name, help, registers })
    return (value: number) => meter.set(value)
  }
  const counter = (name: string, help: string) => {
    const meter = new Counter({ name, help, registers })
    return (value: number) => {
      meter.reset()
      meter.inc(value)
    }
  }
  const ready = gauge('topgate_ready', 'Whether this node can serve writes: 1 or 0')
  const waiting = gauge('topgate_queue_calls', 'Calls that wait for the next batch')
  const refused = counter('topgate_queue_refused_total', 'Calls that the write queue refused')
  const inFlight = gauge('topgate_calls_in_flight', 'Calls behind the signature')
  const level = gauge('topgate_load_level', 'Load: 0 green, 1 yellow, 2 red, 3 black')
  const share = gauge('topgate_load_admitted_share', 'Share of the calls that is admitted, 0 to 1')
  const shed = counter('topgate_load_refused_total', 'Calls refused because of the load')
  const dropped = counter(
    'topgate_journal_dropped_total',
    'Lines of the call journal that were left out under load',
  )
  const limit = new Gauge({
    name: 'topgate_limit',
    help: 'The limits of this node, as they are set',
    labelNames: ['name'],
    registers,
  })
  return (now) => {
    for (const [name, value] of Object.entries(now.limits)) limit.set({ name }, value)
    ready(Number(now.ready))
    waiting(now.queue.waiting)
    refused(now.queue.dropped)
    inFlight(now.callsInFlight)
    level(loadLevels.indexOf(now.load.level))
    share(now.load.share)
    shed(now.load.shed)
    dropped(now.journalDropped)
  }
}
