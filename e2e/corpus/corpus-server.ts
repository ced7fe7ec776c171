import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { inspect } from 'node:util'
import { startSandbox } from '../testing/start-server.ts'
import type { BaseRequest, Case } from './case.ts'
import type { Scene } from './case-run.ts'
import { Clock } from './clock.ts'
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
const CALLER_ALERTS: ReadonlySet<string> = new Set(['a chat token was refused'])

/** A sandbox on SQLite in this process, for cases to be played against. */
export class CorpusServer {
  readonly #clock = new Clock()
  readonly #troubles: string[] = []
  readonly #alerts: string[] = []
  readonly #countConnection = () => {
    this.#connections += 1
  }
  #connections = 0
  #eventIds = 0
  #sandbox: Awaited<ReturnType<typeof startSandbox>> | undefined
  #store: Store | undefined

  async start(): Promise<void> {
    this.#sandbox = await startSandbox(undefined, {
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
    this.#store = new Store(this.#sandbox.dataDir)
    subscribe('net.client.socket', this.#countConnection)
  }

  async stop(): Promise<void> {
    unsubscribe('net.client.socket', this.#countConnection)
    this.#store?.close()
    await this.#sandbox?.stop()
  }

  /** Plays a case a second after the one before, so that no two sign the same text. */
  async play(item: Case, base: BaseRequest): Promise<Aftermath> {
    if (this.#sandbox === undefined || this.#store === undefined) throw new Error('not started')
    const store = this.#store
    const first = store.counts()
    let last: Counts = first
    const scene: Scene = {
      serverUrl: this.#sandbox.url,
      clock: this.#clock,
      nextEventId: () => {
        this.#eventIds += 1
        return `CORPUS_${String(this.#eventIds).padStart(6, '0')}`
      },
      beforeSend: (connections) => {
        last = store.counts()
        this.#connections -= connections
      },
    }
    this.#clock.advance(1)
    const played = await playCase(item, base, scene)
    const now = store.counts()
    return {
      played,
      grown: growth(first, now),
      grownLast: growth(last, now),
      store,
      troubles: this.#takeTroubles(),
      alerts: this.#alerts.splice(0),
    }
  }

  /** Each case takes its own, so that none is blamed for the one before it. */
  #takeTroubles(): string[] {
    const opened = this.#connections
    this.#connections = 0
    if (opened > 0) this.#troubles.push(`${opened} connections to somewhere else`)
    return this.#troubles.splice(0)
  }
}
