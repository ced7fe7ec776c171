import { readFileSync } from 'node:fs'
import type { JournalEntry } from '@topgate/gateway'
import { describe, expect, it } from 'vitest'
import { journalEntry } from '../testing/journal-entry.ts'
import { CallCounts, quantile } from './call-counts.ts'
import { createMetrics } from './metrics.ts'

const figures = {
  queue: { waiting: 3, dropped: 4 },
  callsInFlight: 5,
  load: { level: 'red', share: 0.35, shed: 7 },
  limits: { 'queue-max': 2_048 },
  journalDropped: 6,
  ready: true,
} as const

async function textAfter(entries: readonly JournalEntry[]): Promise<string> {
  const counts = new CallCounts()
  const metrics = createMetrics(counts)
  for (const each of entries) counts.record(each)
  metrics.batch(12, 0.004)
  metrics.commit(0.002)
  return metrics.text(figures)
}

it('counts calls by class, API, code and outcome, and dry runs apart', async () => {
  const refused = { success: false, code: 25, app_class: 'none' } as const
  const text = await textAfter([
    journalEntry(),
    journalEntry(),
    journalEntry({ dryRun: true }),
    journalEntry({ success: false, sub_code: '404' }),
    journalEntry(refused),
  ])
  const series = 'topgate_calls_total{app_class='
  for (const line of [
    `${series}"strict",api="a.b",code="0",sub_code="",outcome="success"} 2`,
    `${series}"strict",api="a.b",code="0",sub_code="",outcome="dry-run"} 1`,
    `${series}"strict",api="a.b",code="0",sub_code="404",outcome="declined"} 1`,
    `${series}"none",api="a.b",code="25",sub_code="",outcome="refused"} 1`,
    'topgate_call_bytes_total{direction="in"} 50',
  ]) {
    expect(text).toContain(`${line}\n`)
  }
})

it('sums durations into classes that grow, the last one without a bound', async () => {
  const text = await textAfter(
    [900, 1_000, 1_001, 11_000_000].map((duration_us) => journalEntry({ duration_us })),
  )
  const bucket = (le: string) =>
    new RegExp(`topgate_call_duration_seconds_bucket\\{api="a.b",le="${le}"\\} (\\d+)`).exec(
      text,
    )?.[1]
  expect(['0.001', '0.0025', '10', '\\+Inf'].map(bucket)).toEqual(['2', '3', '3', '4'])
  expect(text).toContain('topgate_call_duration_seconds_count{api="a.b"} 4\n')
})

it('tells the bound below which a share of the calls stayed', () => {
  const counts = new CallCounts()
  for (let call = 0; call < 99; call += 1) counts.record(journalEntry({ duration_us: 2_000 }))
  counts.record(journalEntry({ duration_us: 60_000_000 }))
  const [api] = counts.durations()
  if (api === undefined) throw new Error('nothing was counted')
  expect(quantile(api, 0.5)).toBe(0.0025)
  expect(quantile(api, 0.99)).toBe(0.0025)
  expect(quantile(api, 1)).toBe(Number.POSITIVE_INFINITY)
})

it('shows the figures of the node and of its batches', async () => {
  const text = await textAfter([])
  for (const line of [
    'topgate_queue_calls 3',
    'topgate_queue_refused_total 4',
    'topgate_calls_in_flight 5',
    'topgate_limit{name="queue-max"} 2048',
    'topgate_journal_dropped_total 6',
    'topgate_ready 1',
    'topgate_load_level 2',
    'topgate_load_admitted_share 0.35',
    'topgate_load_refused_total 7',
    'topgate_batch_calls_bucket{le="16"} 1',
    'topgate_commit_duration_seconds_count 1',
  ]) {
    expect(text).toContain(`${line}\n`)
  }
})

describe('the documented list', () => {
  const read = (name: string) =>
    readFileSync(new URL(`../../../../docs/${name}`, import.meta.url), 'utf8')
  const exposed = async () =>
    [...(await textAfter([journalEntry()])).matchAll(/^# TYPE (\S+) (\S+)$/gm)]
      .map(([, name = '', type = '']) => `${name} ${type}`)
      .filter((line) => line.startsWith('topgate_'))
      .sort()

  it('has every metric with its type, and no other', async () => {
    const listed = [...read('METRICS.md').matchAll(/^\| `(topgate_\w+)` \| (\w+) \|/gm)]
      .map(([, name = '', type = '']) => `${name} ${type}`)
      .sort()
    expect(await exposed()).toEqual(listed)
  })

  it('is what the dashboard asks for', async () => {
    const names = new Set((await exposed()).map((line) => line.split(' ')[0]))
    const asked = [...read('grafana.json').matchAll(/topgate_\w+/g)].map(([name]) =>
      name.replace(/_(?:bucket|sum|count)$/, ''),
    )
    expect(asked.length).toBeGreaterThan(10)
    expect(asked.filter((name) => !names.has(name))).toEqual([])
  })
})
