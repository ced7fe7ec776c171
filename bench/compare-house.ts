import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Sent } from './house-calls.ts'
import type { MeasureOptions } from './measure.ts'
import { type Paced, pacedLoad } from './paced-load.ts'
import type { Section } from './section.ts'
import { ServerProcess } from './server-process.ts'
import { median, quantile, rounded } from './statistics.ts'
import { alignedTable } from './table.ts'

/** Well below what the server can do, so that nothing but the large call makes others wait. */
const CHARITY_CALLS_PER_SECOND = 100
/** What a large call a second may add to the p99 of all others. */
const ADDED_MS_MAX = 50

interface Round {
  readonly alone: Paced
  readonly beside: Paced
  readonly sent: Sent
  /** What one housing call cost each thread, in microseconds. */
  readonly cpuUs: Readonly<Record<string, number>>
}

/** Charity calls alone, then beside one housing call of 1 MB a second, in turns on one server. */
export async function compareHouse(options: MeasureOptions): Promise<Section> {
  const server = await ServerProcess.start('topgate.ts', [join(options.dir, 'topgate-house')])
  try {
    await runRound(server, options.warmUpSeconds)
    const rounds: Round[] = []
    for (let number = 1; number <= options.rounds; number += 1) {
      const round = await runRound(server, options.seconds)
      rounds.push(round)
      options.progress(
        `round ${number} of ${options.rounds}: p99 ${p99([round.alone]).toFixed(1)} ms alone, ` +
          `${p99([round.beside]).toFixed(1)} ms beside`,
      )
    }
    return sectionOf(rounds)
  } finally {
    await server.stop()
  }
}

async function runRound(server: ServerProcess, seconds: number): Promise<Round> {
  const { url } = server
  const before = server.cpuUsByThread()
  const alone = await pacedLoad(url, CHARITY_CALLS_PER_SECOND, seconds)
  const between = server.cpuUsByThread()
  const sender = fork(join(import.meta.dirname, 'house-calls.ts'), [url, String(seconds)])
  await once(sender, 'message')
  sender.send('go')
  const ended = once(sender, 'message')
  const beside = await pacedLoad(url, CHARITY_CALLS_PER_SECOND, seconds)
  const [sent] = (await ended) as [Sent]
  const cpuUs = costs(before, between, server.cpuUsByThread(), sent.tookMs.length)
  return { alone, beside, sent, cpuUs }
}

type CpuUs = Readonly<Record<string, number>>

/** The charity calls were as many before as after, so that the difference is the housing calls'. */
function costs(before: CpuUs, between: CpuUs, after: CpuUs, calls: number): CpuUs {
  return Object.fromEntries(
    Object.entries(after).map(([thread, us]) => {
      const middle = between[thread] ?? 0
      return [thread, (us - middle - (middle - (before[thread] ?? 0))) / calls]
    }),
  )
}

function p99(parts: readonly Paced[]): number {
  return quantile(
    parts.flatMap(({ timesMs }) => timesMs),
    0.99,
  )
}

function sectionOf(rounds: readonly Round[]): Section {
  const alone = rounds.map((round) => round.alone)
  const beside = rounds.map((round) => round.beside)
  const tookMs = rounds.flatMap(({ sent }) => sent.tookMs)
  const added = rounds.map((round) => p99([round.beside]) - p99([round.alone]))
  const row = (name: string, parts: readonly Paced[]) => {
    const times = parts.flatMap(({ timesMs }) => timesMs)
    return [name, ...[0.5, 0.9, 0.99].map((share) => quantile(times, share).toFixed(1))]
  }
  const cpuMs = Object.keys(rounds[0]?.cpuUs ?? {}).map(
    (thread) => [thread, median(rounds.map(({ cpuUs }) => (cpuUs[thread] ?? 0) / 1000))] as const,
  )
  const failed = rounds.reduce(
    (sum, { sent, ...of }) => sum + sent.failed + of.alone.nonSuccess + of.beside.nonSuccess,
    0,
  )
  return {
    numbers: {
      house_calls: tookMs.length,
      house_call_p50_ms: rounded(median(tookMs)),
      p99_ms_alone: rounded(p99(alone)),
      p99_ms_beside_house: rounded(p99(beside)),
      p99_ms_added_by_house: rounded(median(added)),
      house_call_cpu_ms: Object.fromEntries(cpuMs.map(([thread, ms]) => [thread, rounded(ms)])),
    },
    lines: [
      ...alignedTable([
        [`${CHARITY_CALLS_PER_SECOND} charity calls/s`, 'p50 ms', 'p90 ms', 'p99 ms'],
        row('alone', alone),
        row('beside 1 MB of housing rows a second', beside),
      ]),
      `added to p99, median of the rounds: ${median(added).toFixed(1)} ms ` +
        `(at most ${ADDED_MS_MAX}); a housing call took ${median(tookMs).toFixed(0)} ms`,
      `its processor time, ms: ${cpuMs.map(([thread, ms]) => `${thread} ${ms.toFixed(0)}`).join(', ')}`,
    ],
    problems: [
      ...(failed > 0 ? [`${failed} answers without success`] : []),
      ...(median(added) > ADDED_MS_MAX ? [`more than ${ADDED_MS_MAX} ms were added to p99`] : []),
    ],
  }
}
