import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { readConfig, runOwnerOrder } from '@topgate/server'
import { APP_KEY, APP_SECRET, CHANNEL } from './calls.ts'
import type { MeasureOptions } from './measure.ts'
import type { Section } from './section.ts'
import { ServerProcess } from './server-process.ts'
import { median, quantile, rounded } from './statistics.ts'

const PEAK_SECONDS = 8
const OVERLOAD_SECONDS = 15
const AFTER_SECONDS = 15
const NEIGHBOUR_SECONDS = 12
const TIMES = 3
/** Many more than are served at a time: an open loop opens one for every call that waits. */
const OPEN_CONNECTIONS = 1_500
const USUAL_CONNECTIONS = 64
const OTHERS_PER_SECOND = 100
const NOISY_LIMIT = 50
const NOISY_TIMES = 20
const FLOOD_PER_SECOND = 500
/** The first seconds fill caches and connections. */
const WARM_UP = 2

const NOISY_KEY = '30000077'
const NOISY_SECRET = 'the-secret-of-the-noisy-neighbour'

/** What `open-load.ts` tells once a second. */
interface Second {
  readonly good: number
  readonly limited: number
  readonly shed: number
  readonly other: number
  readonly late: number
  readonly p50Ms: number | null
  readonly p99Ms: number | null
  readonly refusedP99Ms: number | null
}

interface Load {
  readonly rate: number
  readonly seconds: number
  readonly connections: number
  readonly flags?: readonly string[]
}

/**
 * Topgate at three times what it can do, in an open loop, and beside a neighbour who calls at 20
 * times his limit and a flood of wrong signatures with somebody else's key (reliability.md T9).
 */
export async function measureOverload({ dir, progress }: MeasureOptions): Promise<Section> {
  const dataDir = join(dir, 'overload')
  const server = await ServerProcess.start('topgate.ts', [dataDir])
  try {
    await makeNoisyApp(dataDir)
    progress('overload: what the node can do')
    const peak = await run(server.url, {
      rate: 0,
      seconds: PEAK_SECONDS,
      connections: USUAL_CONNECTIONS,
    })
    const capacity = median(peak.slice(WARM_UP).map(({ good }) => good))
    progress(`overload: ${TIMES} x ${capacity}/s`)
    const over = await run(server.url, {
      rate: TIMES * capacity,
      seconds: OVERLOAD_SECONDS,
      connections: OPEN_CONNECTIONS,
    })
    const after = await run(server.url, {
      rate: capacity / 2,
      seconds: AFTER_SECONDS,
      connections: OPEN_CONNECTIONS,
    })
    progress('overload: neighbours')
    const quiet = await run(server.url, others)
    const [noisy, beside] = await withNeighbours(server.url)
    return sectionOf({ capacity, over, after, quiet, noisy, beside })
  } finally {
    await server.stop()
  }
}

const others: Load = { rate: OTHERS_PER_SECOND, seconds: NEIGHBOUR_SECONDS, connections: 200 }

async function makeNoisyApp(dataDir: string): Promise<void> {
  const settings = {
    profile: 'strict',
    'per-second': String(NOISY_LIMIT),
    'charity-channel': CHANNEL,
  }
  const input = { app_key: NOISY_KEY, secret: NOISY_SECRET, settings, packages: ['charity'] }
  const order = { operation: 'owner.app.create', by: 'bench', input }
  const answer = await runOwnerOrder(readConfig({ 'data-dir': dataDir }, {}), order)
  if (!answer.done) throw new Error(answer.problems.join('\n'))
}

async function withNeighbours(url: string): Promise<[Second[], Second[]]> {
  const seconds = NEIGHBOUR_SECONDS
  const [noisy, beside] = await Promise.all([
    run(url, {
      rate: NOISY_LIMIT * NOISY_TIMES,
      seconds,
      connections: 200,
      flags: ['--key', NOISY_KEY, '--secret', NOISY_SECRET],
    }),
    run(url, others),
    run(url, {
      rate: FLOOD_PER_SECOND,
      seconds,
      connections: 200,
      flags: ['--address', '127.9.9.9', '--key', APP_KEY, '--secret', APP_SECRET, '--unsigned'],
    }),
  ])
  return [noisy, beside]
}

async function run(
  url: string,
  { rate, seconds, connections, flags = [] }: Load,
): Promise<Second[]> {
  const child: ChildProcess = spawn(
    process.execPath,
    [
      ...[join(import.meta.dirname, 'open-load.ts'), '--port', new URL(url).port],
      ...['--rate', String(rate), '--seconds', String(seconds)],
      ...['--connections', String(connections), ...flags],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const told: Second[] = []
  if (child.stdout === null) throw new Error('the load generator tells nothing')
  createInterface({ input: child.stdout }).on('line', (line) => told.push(JSON.parse(line)))
  await once(child, 'exit')
  return told
}

interface Runs {
  readonly capacity: number
  readonly over: readonly Second[]
  readonly after: readonly Second[]
  readonly quiet: readonly Second[]
  readonly noisy: readonly Second[]
  readonly beside: readonly Second[]
}

function sectionOf({ capacity, over, after, quiet, noisy, beside }: Runs): Section {
  const useful = medianOf(over, 'good')
  const numbers = {
    capacity,
    useful,
    usefulShare: useful / capacity,
    overP99Ms: medianOf(over, 'p99Ms'),
    shed: medianOf(over, 'shed'),
    refusedP99Ms: medianOf(over, 'refusedP99Ms'),
    afterP99Ms: after.map(({ p99Ms }) => rounded(p99Ms ?? Number.NaN)),
    othersAloneP99Ms: medianOf(quiet, 'p99Ms'),
    othersBesideP99Ms: medianOf(beside, 'p99Ms'),
    othersRefused: beside.reduce(
      (sum, { limited, shed, other }) => sum + limited + shed + other,
      0,
    ),
    noisyPerSecond: noisy.map(({ good }) => good),
    noisyMean:
      noisy.slice(WARM_UP).reduce((sum, { good }) => sum + good, 0) / noisy.slice(WARM_UP).length,
  }
  const { othersAloneP99Ms, othersBesideP99Ms } = numbers
  return {
    numbers: { overload: numbers },
    lines: [
      `Overload: ${capacity}/s at most; at ${TIMES} times that ${useful}/s useful ` +
        `(${rounded(numbers.usefulShare * 100)} %), p99 ${rounded(numbers.overP99Ms)} ms, ` +
        `${numbers.shed}/s shed within ${rounded(numbers.refusedP99Ms)} ms`,
      `  then at half: p99 by seconds ${numbers.afterP99Ms.join(' ')} ms`,
      `Neighbours: others ${rounded(othersAloneP99Ms)} ms alone, ${rounded(othersBesideP99Ms)} ms ` +
        `beside one at ${NOISY_TIMES} times his limit and ${FLOOD_PER_SECOND}/s unsigned; ` +
        `${numbers.othersRefused} of theirs refused`,
      `  the noisy one, limit ${NOISY_LIMIT}/s, by seconds: ${numbers.noisyPerSecond.join(' ')}; ` +
        `mean ${rounded(numbers.noisyMean)}`,
    ],
    problems: [],
  }
}

function medianOf(seconds: readonly Second[], name: keyof Second): number {
  return quantile(
    seconds.slice(WARM_UP).map((second) => second[name] ?? Number.NaN),
    0.5,
  )
}
