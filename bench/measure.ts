import { join } from 'node:path'
import type { BenchApi } from './apis.ts'
import { type BodyFile, writeBodies } from './calls.ts'
import type { Load, Round } from './load.ts'
import type { ServerProcess } from './server-process.ts'
import { median, type Ratio, ratioOf, spread } from './statistics.ts'

/** More calls than any server here answers in a second; a file that is too short is noticed. */
const CALLS_PER_SECOND_MAX = 20_000
/** Above this the rounds of the bare server differ too much to judge anything by them. */
const STABLE_SPREAD_MAX = 0.25

export interface Contender {
  readonly name: string
  readonly server: ServerProcess
  readonly api: BenchApi
  /** Bare servers do not care whether an id comes twice; they outrun the file of bodies. */
  readonly needsNewIds: boolean
}

/** What was measured of one server. */
export interface Measured {
  readonly name: string
  readonly callsPerSecond: readonly number[]
  readonly p50Ms: number
  readonly p99Ms: number
  readonly cpuUs: number
  /** Answers with success in all rounds, warm-up included. */
  readonly answers: number
  readonly nonSuccess: number
  readonly lost: number
  /** Runs of the load generator: each leaves up to one call per connection unanswered. */
  readonly runs: number
}

export interface MeasureOptions {
  readonly load: Load
  readonly rounds: number
  readonly seconds: number
  readonly warmUpSeconds: number
  readonly connections: number
  readonly dir: string
  progress(text: string): void
}

interface Sample extends Round {
  readonly cpuUs: number
}

/** Warms all servers, then runs them in turns, round by round. */
export async function measure(
  contenders: readonly Contender[],
  options: MeasureOptions,
): Promise<Measured[]> {
  const samples = contenders.map((): Sample[] => [])
  for (let round = 0; round <= options.rounds; round += 1) {
    const isWarmUp = round === 0
    const seconds = isWarmUp ? options.warmUpSeconds : options.seconds
    const bodiesOf = roundBodies(options.dir, seconds)
    const seen: string[] = []
    for (const [index, { name, server, api, needsNewIds }] of contenders.entries()) {
      const bodies = bodiesOf(api)
      const before = server.cpuUs()
      const result = await options.load(server.url, bodies, options.connections, seconds)
      if (needsNewIds && result.repeated > 0) throw new Error(`${name} used up all bodies`)
      samples[index]?.push({ ...result, cpuUs: server.cpuUs() - before })
      seen.push(`${name} ${Math.round(result.answers / result.seconds)}`)
    }
    const title = isWarmUp ? 'warm-up' : `round ${round} of ${options.rounds}`
    options.progress(`${title}: ${seen.join(', ')} calls/s`)
  }
  return contenders.map(({ name }, index) => summary(name, samples[index] ?? []))
}

/** All who are called alike get the same bodies. */
function roundBodies(dir: string, seconds: number): (api: BenchApi) => BodyFile {
  const files = new Map<BenchApi, BodyFile>()
  return (api) => {
    const file =
      files.get(api) ??
      writeBodies(join(dir, `bodies-${api.name}`), api, seconds * CALLS_PER_SECOND_MAX)
    files.set(api, file)
    return file
  }
}

function summary(name: string, samples: readonly Sample[]): Measured {
  const rounds = samples.slice(1)
  const sum = (pick: (sample: Sample) => number) =>
    samples.reduce((total, sample) => total + pick(sample), 0)
  return {
    name,
    callsPerSecond: rounds.map(({ answers, seconds }) => answers / seconds),
    p50Ms: median(rounds.map(({ p50Ms }) => p50Ms)),
    p99Ms: median(rounds.map(({ p99Ms }) => p99Ms)),
    cpuUs: median(rounds.map(({ cpuUs, answers }) => cpuUs / answers)),
    answers: sum(({ answers, nonSuccess }) => answers - nonSuccess),
    nonSuccess: sum(({ nonSuccess }) => nonSuccess),
    lost: sum(({ lost }) => lost),
    runs: samples.length,
  }
}

export function ratioBetween(measured: Measured, base: Measured): Ratio {
  return ratioOf(measured.callsPerSecond, base.callsPerSecond)
}

export function isStable(bare: Measured): boolean {
  return spread(bare.callsPerSecond) <= STABLE_SPREAD_MAX
}

/**
 * Whether the store holds what was answered. Every success is one row, so fewer rows are lost
 * writes. The load generator hangs up with one call under way on each connection; such a call is
 * stored and its answer not counted, so each run may leave that many rows more and no others.
 */
export function rowsFitAnswers(rows: number, measured: Measured, connections: number): boolean {
  const unanswered = rows - measured.answers
  return unanswered >= 0 && unanswered <= connections * measured.runs
}
