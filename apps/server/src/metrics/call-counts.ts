import type { JournalEntry } from '@topgate/gateway'

export type CallOutcome = 'success' | 'declined' | 'refused' | 'dry-run'

/** How many calls ended alike. */
export interface CallSeries {
  readonly app_class: JournalEntry['app_class']
  readonly api: string
  readonly code: number
  readonly sub_code: string
  readonly outcome: CallOutcome
  calls: number
}

/** From a local read of a millisecond to the longest deadline; upper bounds, in seconds. */
export const DURATION_BUCKETS_S: readonly number[] = [
  0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
]
const bucketsUs = DURATION_BUCKETS_S.map((seconds) => seconds * 1_000_000)

/** The calls of one API. The last bucket is for what took longer than every bound. */
export interface ApiDurations {
  readonly api: string
  readonly buckets: Float64Array
  sumUs: number
  calls: number
}

interface ApiCounts extends ApiDurations {
  /** By code, then by sub code, then by app class. */
  readonly series: Map<number, Map<string, Map<string, CallSeries>>>
}

/**
 * Counts calls from the entries that the journal gets anyway: every one of them, also those whose
 * line is left out under load. A few look-ups and additions each; everything else happens when
 * somebody asks. Labels are names of APIs and codes of the catalogues, so their number is bounded.
 */
export class CallCounts {
  readonly #apis = new Map<string, ApiCounts>()
  #bytesIn = 0
  #bytesOut = 0

  record(entry: JournalEntry): void {
    const api = this.#apiOf(entry.method)
    const us = entry.duration_us
    let bucket = 0
    while (bucket < bucketsUs.length && us > (bucketsUs[bucket] ?? 0)) bucket += 1
    api.buckets[bucket] = (api.buckets[bucket] ?? 0) + 1
    api.sumUs += us
    api.calls += 1
    seriesOf(api, entry).calls += 1
    this.#bytesIn += entry.bytes_in
    this.#bytesOut += entry.bytes_out
  }

  durations(): readonly ApiDurations[] {
    return [...this.#apis.values()]
  }

  series(): CallSeries[] {
    return [...this.#apis.values()].flatMap(({ series }) =>
      [...series.values()].flatMap((ofCode) =>
        [...ofCode.values()].flatMap((ofSubCode) => [...ofSubCode.values()]),
      ),
    )
  }

  bytes(): { readonly in: number; readonly out: number } {
    return { in: this.#bytesIn, out: this.#bytesOut }
  }

  #apiOf(method: string): ApiCounts {
    let api = this.#apis.get(method)
    if (api === undefined) {
      const buckets = new Float64Array(bucketsUs.length + 1)
      api = { api: method, buckets, sumUs: 0, calls: 0, series: new Map() }
      this.#apis.set(method, api)
    }
    return api
  }
}

function seriesOf({ series }: ApiCounts, entry: JournalEntry): CallSeries {
  const { code, sub_code, app_class, method } = entry
  const ofCode = getOrAdd(series, code, () => new Map<string, Map<string, CallSeries>>())
  const ofSubCode = getOrAdd(ofCode, sub_code, () => new Map<string, CallSeries>())
  const key = entry.dryRun ? `${app_class} dry-run` : app_class
  return getOrAdd(ofSubCode, key, () => ({
    app_class,
    api: method,
    code,
    sub_code,
    outcome: outcomeOf(entry),
    calls: 0,
  }))
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key)
  if (value === undefined) {
    value = make()
    map.set(key, value)
  }
  return value
}

function outcomeOf({ dryRun, success, code }: JournalEntry): CallOutcome {
  if (dryRun) return 'dry-run'
  if (success) return 'success'
  return code === 0 ? 'declined' : 'refused'
}

/** The bound below which this share of the calls stayed, in seconds; null without calls. */
export function quantile({ buckets, calls }: ApiDurations, share: number): number | null {
  if (calls === 0) return null
  let seen = 0
  for (let bucket = 0; bucket < DURATION_BUCKETS_S.length; bucket += 1) {
    seen += buckets[bucket] ?? 0
    if (seen >= calls * share) return DURATION_BUCKETS_S[bucket] ?? null
  }
  return Number.POSITIVE_INFINITY
}
