import { inspect } from 'node:util'
import { startSandbox } from '../testing/start-server.ts'
import type { Base } from './bases/base.ts'
import type { Case } from './case.ts'
import type { Scene } from './case-run.ts'
import { Clock } from './clock.ts'
import { Levers } from './levers.ts'
import { Outgoing } from './outgoing.ts'
import { type Played, playCase } from './play-case.ts'
import { type Counts, growth, Store } from './store.ts'

/** What a case left behind, beside its answer. */
export interface Aftermath {
  readonly played: Played
  /** Tables whose rows became more or less since the case began, with by how many. */
  readonly grown: ReadonlyMap<string, number>
  /** The same since its last request went out. */
  readonly grownLast: ReadonlyMap<string, number>
  readonly store: Store
  /** What the server reported meanwhile, and connections that it opened to somewhere else. */
  readonly troubles: readonly string[]
  /** What the operators were told about the caller: no trouble of the server. */
  readonly alerts: readonly string[]
}

/** What the operators hear about callers who try what is not theirs. */
const CALLER_ALERTS: ReadonlySet<string> = new Set([
  'a chat token was refused',
  'a code or refresh token was used again',
])

/** A sandbox in this process, for cases to be played against. */
export class CorpusServer {
  readonly #databaseUrl: string | undefined
  readonly #clock = new Clock()
  readonly #levers = new Levers()
  readonly #troubles: string[] = []
  readonly #alerts: string[] = []
  #eventIds = 0
  #cases = 0
  #sandbox: Awaited<ReturnType<typeof startSandbox>> | undefined
  #store: Store | undefined
  #outgoing: Outgoing | undefined

  constructor(databaseUrl?: string) {
    this.#databaseUrl = databaseUrl
  }

  async start(): Promise<void> {
    this.#sandbox = await startSandbox(this.#databaseUrl, {
      ...this.#levers.overrides(),
      nowMs: () => this.#clock.serverMs(),
      log: {
        call() {},
        report: (level, message, facts) => {
          if (CALLER_ALERTS.has(message)) this.#alerts.push(message)
          else this.#troubles.push(`${level}: ${message} ${inspect(facts)}`)
        },
        fatal: (message) => this.#troubles.push(`fatal: ${message}`),
      },
      exit: (code) => this.#troubles.push(`exit ${code}`),
    })
    this.#store = await Store.open(this.#sandbox.dataDir, this.#databaseUrl)
    const { url, databaseUrl } = this.#sandbox
    this.#outgoing = new Outgoing(databaseUrl === undefined ? [url] : [url, databaseUrl])
  }

  async stop(): Promise<void> {
    this.#outgoing?.close()
    await this.#store?.close()
    await this.#sandbox?.stop()
  }

  /** Plays a case a second after the one before, so that no two sign the same text. */
  async play(item: Case, base: Base): Promise<Aftermath> {
    if (this.#sandbox === undefined || this.#store === undefined) throw new Error('not started')
    const store = this.#store
    const first = await store.counts()
    let last: Counts = first
    const scene: Scene = {
      serverUrl: this.#sandbox.url,
      clock: this.#clock,
      levers: this.#levers,
      peer: this.#nextPeer(),
      nextEventId: () => {
        this.#eventIds += 1
        return `CORPUS_${String(this.#eventIds).padStart(6, '0')}`
      },
      beforeSend: async () => {
        last = await store.counts()
      },
    }
    this.#clock.advance(1)
    const played = await playCase(item, base, scene)
    const now = await store.counts()
    return {
      played,
      grown: growth(first, now),
      grownLast: growth(last, now),
      store,
      troubles: this.#takeTroubles(),
      alerts: this.#alerts.splice(0),
    }
  }

  /** An address of this machine from which no other case calls. */
  #nextPeer(): string {
    this.#cases += 1
    return `127.1.${this.#cases >> 8}.${this.#cases & 255}`
  }

  /** Each case takes its own, so that none is blamed for the one before it. */
  #takeTroubles(): string[] {
    const opened = this.#outgoing?.takeUnexpected() ?? 0
    if (opened > 0) this.#troubles.push(`${opened} connections to somewhere else`)
    return this.#troubles.splice(0)
  }
}
