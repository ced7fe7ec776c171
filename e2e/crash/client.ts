import { Agent } from 'node:http'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { type Content, otherContent, randomContent } from './content.ts'
import type { Answer, HistoryFile, Operation } from './history.ts'
import { Random } from './random.ts'
import { sendAction } from './send-action.ts'

export const CLIENTS = 32
const CALLS_PER_SECOND = 300
/** How many calls may start late before the event loop gets a turn. */
const BURST_MAX = 32

/** Where a node listens now; a restart moves it. */
export interface Target {
  url: string
}

export interface LoadOptions {
  readonly seed: number
  readonly targets: readonly Target[]
  readonly history: HistoryFile
  /** Share of the arrivals that send one id twice at once; T1 asks for 3 %. */
  readonly twinShare?: number
}

interface Sent {
  readonly event_id: string
  readonly content: Content
  isSettled: boolean
}

/**
 * The callers of T1: 32 clients that send at fixed times, whatever has become of earlier calls.
 * One call in five repeats an id on purpose: 10 % of an acknowledged one, 5 % of one whose outcome
 * is unknown, 3 % of one still in flight from another client, 2 % with other content.
 */
export class Load {
  readonly #options: LoadOptions
  readonly #random: Random
  readonly #agents = Array.from({ length: CLIENTS }, () => new Agent({ keepAlive: true }))
  readonly #acked: Sent[] = []
  readonly #unknown: Sent[] = []
  readonly #inFlight = new Set<Promise<void>>()
  readonly #lastGoodStartMs: number[] = []
  /** Nodes whose last call met nobody who listens. */
  readonly #away = new Set<number>()
  #goodAnswers = 0
  #waiting: { readonly count: number; readonly resolve: () => void }[] = []
  #arrivals = 0
  #calls = 0
  #running: Promise<void> | undefined
  #isStopping = false

  constructor(options: LoadOptions) {
    this.#options = options
    this.#random = new Random(options.seed)
  }

  get calls(): number {
    return this.#calls
  }

  start(): void {
    this.#isStopping = false
    this.#running = this.#arrive()
  }

  /** Resolves when so many more calls have been acknowledged. */
  acked(count: number): Promise<void> {
    return this.#until(this.#goodAnswers + count)
  }

  /** Resolves when the node has given a good answer to a call that began after `ms`. */
  async answeredSince(node: number, ms: number): Promise<void> {
    while (!((this.#lastGoodStartMs[node] ?? 0) > ms)) await this.acked(1)
  }

  /** Resolves when every call has its answer, or has given up. */
  async stop(): Promise<void> {
    this.#isStopping = true
    await this.#running
    await Promise.all(this.#inFlight)
  }

  close(): void {
    for (const agent of this.#agents) agent.destroy()
  }

  async #arrive(): Promise<void> {
    const startMs = performance.now()
    for (let arrival = 0; !this.#isStopping; arrival += 1) {
      const aheadMs = startMs + (arrival * 1000) / CALLS_PER_SECOND - performance.now()
      if (aheadMs > 0) await setTimeout(aheadMs)
      else if (arrival % BURST_MAX === 0) await setImmediate()
      this.#next()
    }
  }

  #next(): void {
    const twins = this.#options.twinShare ?? 0.03
    const kind = this.#random.next()
    // Who knows that nobody listens tries again instead of thinking of something new.
    const isAway = this.#away.has(this.#nextNode())
    if (isAway) this.#again('repeat of unknown', this.#pickUnknown())
    else if (kind < 0.1) this.#again('repeat of acked', this.#random.pick(this.#acked))
    else if (kind < 0.15) this.#again('repeat of unknown', this.#pickUnknown())
    else if (kind < 0.16) this.#other(this.#random.pick(this.#acked))
    else if (kind < 0.17) this.#other(this.#fresh())
    else if (kind < 0.17 + twins) this.#again('repeat in flight', this.#fresh())
    else this.#fresh()
  }

  #fresh(): Sent {
    const event_id = `T1_${this.#arrivals % CLIENTS}_${this.#arrivals}`
    this.#arrivals += 1
    const sent = { event_id, content: randomContent(this.#random), isSettled: false }
    this.#send('fresh', sent, sent.content)
    return sent
  }

  #again(operation: Operation, sent: Sent | undefined): void {
    if (sent === undefined) this.#fresh()
    else this.#send(operation, sent, sent.content)
  }

  #other(sent: Sent | undefined): void {
    if (sent === undefined) this.#fresh()
    else this.#send('other content', sent, otherContent(sent.content, this.#random))
  }

  /** Those that were answered meanwhile leave the pool when they are met. */
  #pickUnknown(): Sent | undefined {
    while (this.#unknown.length > 0) {
      const index = this.#random.between(0, this.#unknown.length - 1)
      const sent = this.#unknown[index]
      if (sent?.isSettled === false) return sent
      const last = this.#unknown.pop()
      if (last !== undefined && index < this.#unknown.length) this.#unknown[index] = last
    }
    return undefined
  }

  #nextNode(): number {
    return this.#calls % this.#options.targets.length
  }

  /** Each call goes to the next client and the next node, so twins meet neither on their way. */
  #send(operation: Operation, sent: Sent, content: Content): void {
    const client = this.#calls % CLIENTS
    const node = this.#nextNode()
    this.#calls += 1
    const ended = this.#call(client, node, operation, sent, content)
    this.#inFlight.add(ended)
    void ended.then(() => this.#inFlight.delete(ended))
  }

  async #call(
    client: number,
    node: number,
    operation: Operation,
    sent: Sent,
    content: Content,
  ): Promise<void> {
    const { targets, history } = this.#options
    const agent = this.#agents[client]
    const target = targets[node]
    if (agent === undefined || target === undefined) throw new Error('no such client or node')
    const start_ms = performance.now()
    const answer = await sendAction(target.url, agent, sent.event_id, content)
    const end_ms = performance.now()
    const { event_id } = sent
    history.add({ client, node, start_ms, end_ms, operation, event_id, content, answer })
    this.#noteNode(node, start_ms, answer)
    if (content === sent.content) this.#sort(sent, operation, answer)
  }

  /** Into the pools that repeats are picked from. */
  #sort(sent: Sent, operation: Operation, { kind }: Answer): void {
    if (kind === 'unknown' && operation === 'fresh') this.#unknown.push(sent)
    if (kind === 'success' && !sent.isSettled) this.#acked.push(sent)
    if (kind !== 'unknown') sent.isSettled = true
  }

  #noteNode(node: number, startMs: number, answer: Answer): void {
    if (answer.kind === 'unknown' && answer.why.includes('ECONNREFUSED')) this.#away.add(node)
    else this.#away.delete(node)
    if (answer.kind !== 'success') return
    this.#lastGoodStartMs[node] = startMs
    this.#goodAnswers += 1
    for (const { count, resolve } of this.#waiting) if (count <= this.#goodAnswers) resolve()
    this.#waiting = this.#waiting.filter(({ count }) => count > this.#goodAnswers)
  }

  #until(count: number): Promise<void> {
    return new Promise((resolve) => this.#waiting.push({ count, resolve }))
  }
}
