import { readFileSync } from 'node:fs'
import { inspect } from 'node:util'
import type { Base } from './bases/base.ts'
import type { Case } from './case.ts'
import type { Scene } from './case-run.ts'
import { Clock } from './clock.ts'
import { Levers } from './levers.ts'
import { Outgoing } from './outgoing.ts'
import { type Played, playCase, type StageName, stageNameOf } from './play-case.ts'
import { type Stage, startInProcess, startKillable } from './stage.ts'
import { type Counts, growth, type Store } from './store.ts'

/** What a case left behind, beside its answer. */
export interface Aftermath {
  readonly played: Played
  /** How long this process waited for a processor meanwhile: no time of the server. */
  readonly starvedMs: number
  /** Tables whose rows became more or less since the case began, with by how many. */
  readonly grown: ReadonlyMap<string, number>
  /** The same since its last request went out. */
  readonly grownLast: ReadonlyMap<string, number>
  readonly store: Store
  /** What the server reported meanwhile, and connections that it opened to somewhere else. */
  readonly troubles: readonly string[]
  /** What the operators were told about the caller, or because the case broke something. */
  readonly alerts: readonly string[]
}

/** What the operators hear about callers who try what is not theirs. */
const CALLER_ALERTS: ReadonlySet<string> = new Set([
  'a chat token was refused',
  'a code or refresh token was used again',
])

const isNightly = process.env.TOPGATE_TEST_NIGHTLY === '1'
/** Slow clients are slow by the times of the product every night, and hurried otherwise. */
const PACE = isNightly ? 1 : 1 / 20

/** The times of the product, at this pace (reliability.md section 7). */
const timeouts = {
  headersMs: 10_000 * PACE,
  requestMs: 30_000 * PACE,
  sweepMs: 2_000 * PACE,
  keepAliveMs: 65_000 * PACE,
  stalledMs: 30_000 * PACE,
}

/** The servers for the cases of one run; those that few cases need start when one does. */
export class CorpusServer {
  readonly #urlOf: (name: string) => Promise<string> | undefined
  readonly #clock = new Clock()
  readonly #levers = new Levers()
  readonly #troubles: string[] = []
  readonly #alerts: string[] = []
  readonly #outgoing = new Outgoing()
  readonly #stages = new Map<StageName, Promise<Stage>>()
  #eventIds = 0
  #cases = 0

  /** `urlOf` gives a PostgreSQL of each name, or undefined for the embedded database. */
  constructor(urlOf: (name: string) => Promise<string> | undefined = () => undefined) {
    this.#urlOf = urlOf
  }

  async start(): Promise<void> {
    this.#outgoing.open()
    await this.#stage('plain')
  }

  async stop(): Promise<void> {
    this.#outgoing.close()
    for (const stage of this.#stages.values()) await (await stage).stop()
  }

  /** Plays a case a second after the one before, so that no two sign the same text. */
  async play(item: Case, base: Base, on: StageName = stageNameOf(item)): Promise<Aftermath> {
    const stage = await this.#stage(on)
    const { store } = stage
    const first = await store.counts()
    let last: Counts = first
    let now: Counts = first
    const scene: Scene = {
      stage,
      quietly: (work) => this.#outgoing.quietly(work),
      clock: this.#clock,
      levers: this.#levers,
      pace: PACE,
      peer: this.#nextPeer(),
      nextEventId: () => {
        this.#eventIds += 1
        return `CORPUS_${String(this.#eventIds).padStart(6, '0')}`
      },
      beforeSend: async () => {
        last = await store.counts()
        this.#outgoing.expect(stage.url)
      },
      afterLast: async () => {
        now = await store.counts()
      },
    }
    this.#levers.begin()
    this.#clock.advance(1)
    const starvedBeforeMs = starvedMs()
    const played = await playCase(item, base, scene)
    return {
      played,
      starvedMs: starvedMs() - starvedBeforeMs,
      grown: growth(first, now),
      grownLast: growth(last, now),
      store,
      troubles: this.#takeTroubles(),
      alerts: this.#alerts.splice(0),
    }
  }

  #stage(name: StageName): Promise<Stage> {
    const known = this.#stages.get(name)
    if (known !== undefined) return known
    const starting = this.#outgoing.quietly(() => this.#startStage(name))
    this.#stages.set(name, starting)
    return starting
  }

  async #startStage(name: StageName): Promise<Stage> {
    const databaseUrl = await this.#urlOf(name)
    if (databaseUrl !== undefined) this.#outgoing.expect(databaseUrl)
    if (name === 'killable') return startKillable(databaseUrl, this.#clock)
    const stage = await startInProcess(databaseUrl, {
      ...this.#levers.overrides(),
      ...(name === 'hurried' ? { timeouts } : {}),
      nowMs: () => this.#clock.serverMs(),
      log: {
        call() {},
        report: (level, message, facts) => this.#hear(message, `${level}: ${inspect(facts)}`),
        fatal: (message) => this.#troubles.push(`fatal: ${message}`),
      },
      exit: (code) => this.#troubles.push(`exit ${code}`),
    })
    for (const url of name === 'nodes' ? await stage.nodes(NODES) : [stage.url]) {
      this.#outgoing.expect(url)
    }
    return stage
  }

  #hear(message: string, facts: string): void {
    const isExpected = CALLER_ALERTS.has(message) || this.#levers.isExpected(message)
    if (isExpected) this.#alerts.push(message)
    else this.#troubles.push(`${message} ${facts}`)
  }

  /** An address of this machine from which no other case calls. */
  #nextPeer(): string {
    this.#cases += 1
    return `127.1.${this.#cases >> 8}.${this.#cases & 255}`
  }

  /** Each case takes its own, so that none is blamed for the one before it. */
  #takeTroubles(): string[] {
    const opened = this.#outgoing.takeUnexpected()
    if (opened > 0) this.#troubles.push(`${opened} connections to somewhere else`)
    return this.#troubles.splice(0)
  }
}

const NODES = 2

/** Since the process began; 0 where the system does not tell. */
function starvedMs(): number {
  try {
    // Nanoseconds on a processor, nanoseconds waiting for one, time slices.
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6
  } catch {
    return 0
  }
}
