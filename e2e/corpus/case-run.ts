import type { Base } from './bases/base.ts'
import type { Case } from './case.ts'
import { beijing, type Clock } from './clock.ts'
import { type Draft, getParam, setParam } from './draft.ts'
import { encodeRequest } from './encode-request.ts'
import { type Exchange, type ExchangeOptions, exchange } from './exchange.ts'
import { BASE_EVENT_ID } from './fixtures.ts'
import type { Levers } from './levers.ts'
import { fillIn } from './notation.ts'
import { signDraft } from './sign-draft.ts'
import type { Stage } from './stage.ts'

/** The server that cases are played against. */
export interface Scene {
  readonly stage: Stage
  readonly clock: Clock
  readonly levers: Levers
  /** How long the server lets clients take, as a share of the times of the product. */
  readonly pace: number
  /** For what connects by itself and is neither a client nor the server. */
  quietly<T>(work: () => Promise<T>): Promise<T>
  /** The address that the requests of this case come from. */
  readonly peer: string
  /** An event id that nothing has used. */
  nextEventId(): string
  /** Called each time before requests go out. */
  beforeSend(): Promise<void>
  /** Called when everything was sent, before what the case has changed is undone. */
  afterLast(): Promise<void>
}

/** One case being played: its request as it stands, and what was sent so far. */
export class CaseRun {
  readonly scene: Scene
  readonly #item: Case
  readonly #base: Base
  readonly #eventId: string
  readonly #exchanges: Exchange[] = []
  readonly #undo: (() => Promise<void>)[] = []
  #draft: Draft
  #lastTookMs = 0

  static async begin(item: Case, base: Base, scene: Scene): Promise<CaseRun> {
    // A case that sets the id itself keeps the one of the base request for its other calls.
    const eventId = setsEventId(item) ? BASE_EVENT_ID : scene.nextEventId()
    return new CaseRun(item, base, scene, eventId, await base.draft(scene, eventId))
  }

  private constructor(item: Case, base: Base, scene: Scene, eventId: string, draft: Draft) {
    this.scene = scene
    this.#item = item
    this.#base = base
    this.#eventId = eventId
    this.#draft = draft
    if (!item.mutation.resign && !draft.signed) signDraft(draft)
  }

  /** Undoes at the end of the case what a deed has changed for longer. */
  afterwards(undo: () => Promise<void>): void {
    this.#undo.push(undo)
  }

  async end(): Promise<void> {
    for (const undo of this.#undo) await undo()
  }

  get draft(): Draft {
    return this.#draft
  }

  get clock(): Clock {
    return this.scene.clock
  }

  /** Everything that was sent and what came back, in order. */
  get exchanges(): readonly Exchange[] {
    return this.#exchanges
  }

  get lastTookMs(): number {
    return this.#lastTookMs
  }

  readonly fill = (text: string): string =>
    fillIn(text, this.clock.nowMs(), (name) => {
      const { app, params, values } = this.#draft
      return name === 'app_key' ? app.key : (params.get(name)?.value ?? values?.get(name))
    })

  /** Forgets every change. */
  async reset(): Promise<void> {
    this.#draft = await this.#base.draft(this.scene, this.#eventId)
  }

  /** Signs anew a second later. */
  resignNow(): void {
    this.resign(1)
  }

  resign(afterSeconds: number): void {
    this.clock.advance(afterSeconds)
    setParam(this.#draft, 'timestamp', beijing(this.clock.nowMs()))
    signDraft(this.#draft)
  }

  async send(): Promise<void> {
    const isEnd = ['http_error', 'close'].includes(this.#item.outcome)
    const untilClosed = isEnd && this.#base.keepsOpen !== true
    const halfClose = this.#draft.cut !== undefined
    await this.exchange([this.bytes()], { untilClosed, halfClose })
  }

  /** Writes distinct requests to one connection in one go. */
  async sendPipelined(count: number): Promise<void> {
    const requests: Buffer[] = []
    for (let sent = 0; sent < count; sent += 1) {
      this.#draft = await this.#base.draft(this.scene, this.scene.nextEventId())
      requests.push(this.bytes())
    }
    await this.exchange([Buffer.concat(requests)], { count })
  }

  /** Sends the same call over many connections at once, each signed for itself. */
  async sendResigned(count: number): Promise<void> {
    // Each has a second of its own, and none a second in which another case has signed.
    this.clock.advance(count)
    await this.#sendMany(count, (at) => {
      setParam(this.#draft, 'timestamp', beijing(this.clock.nowMs() - at * 1000))
    })
  }

  /** Sends many different messages at once. */
  async sendDistinct(count: number): Promise<void> {
    const request = getParam(this.#draft, 'request1')
    await this.#sendMany(count, (at) => {
      setParam(this.#draft, 'request1', request.replace('abc', `message ${at}`))
    })
  }

  async #sendMany(count: number, change: (at: number) => void): Promise<void> {
    const requests = Array.from({ length: count }, (_, at) => {
      change(at)
      signDraft(this.#draft)
      return this.bytes()
    })
    await this.exchange(requests)
  }

  /** The request as it stands, signed unless it already is. */
  bytes(): Buffer {
    if (!this.#draft.signed) signDraft(this.#draft)
    return encodeRequest(this.#draft, this.fill)
  }

  /** Sends each request over a connection of its own, all at once, to one node or one to each. */
  async exchange(
    requests: readonly Buffer[],
    options: ExchangeOptions = {},
    nodes: readonly string[] = [],
  ): Promise<Exchange> {
    await this.scene.beforeSend()
    const { stage, peer } = this.scene
    const startedMs = performance.now()
    const done = await Promise.all(
      requests.map((bytes, at) =>
        exchange(nodes[at] ?? stage.url, bytes, { localAddress: peer, ...options }),
      ),
    )
    return this.note(
      {
        answers: done.flatMap(({ answers }) => answers),
        closed: done.every(({ closed }) => closed),
      },
      startedMs,
    )
  }

  /** Adds an exchange that a deed made in a way of its own. */
  note(exchange: Exchange, startedMs: number): Exchange {
    this.#lastTookMs = performance.now() - startedMs
    this.#exchanges.push(exchange)
    return exchange
  }
}

function setsEventId({ mutation }: Case): boolean {
  return mutation.ops.some(({ path }) => Array.isArray(path) && path.includes('event_id'))
}
