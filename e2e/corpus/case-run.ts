import type { BaseRequest, Case } from './case.ts'
import { beijing, type Clock } from './clock.ts'
import { type Draft, draftOf, getParam, setParam } from './draft.ts'
import { encodeRequest } from './encode-request.ts'
import { type Exchange, exchange } from './exchange.ts'
import { BASE_EVENT_ID } from './fixtures.ts'
import { fillIn } from './notation.ts'
import { signDraft } from './sign-draft.ts'

/** The server that cases are played against. */
export interface Scene {
  readonly serverUrl: string
  readonly clock: Clock
  /** An event id that nothing has used. */
  nextEventId(): string
  /** Called each time before requests go out, each over a connection of its own. */
  beforeSend(connections: number): void
}

/** One case being played: its request as it stands, and what was sent so far. */
export class CaseRun {
  readonly #scene: Scene
  readonly #item: Case
  readonly #original: BaseRequest
  readonly #base: BaseRequest
  readonly #exchanges: Exchange[] = []
  #draft: Draft
  #lastTookMs = 0

  constructor(item: Case, base: BaseRequest, scene: Scene) {
    this.#scene = scene
    this.#item = item
    this.#original = base
    // A case that sets the id itself keeps the one of the base request for its other calls.
    this.#base = setsEventId(item) ? base : withEventId(base, scene.nextEventId())
    this.#draft = draftOf(this.#base, scene.clock.nowMs())
    if (!item.mutation.resign) signDraft(this.#draft)
  }

  get draft(): Draft {
    return this.#draft
  }

  get clock(): Clock {
    return this.#scene.clock
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
      return name === 'app_key' ? this.#draft.app.key : this.#draft.params.get(name)?.value
    })

  /** Forgets every change. */
  reset(): void {
    this.#draft = draftOf(this.#base, this.clock.nowMs())
  }

  /** Signs anew a second later. */
  resignNow(): void {
    this.clock.advance(1)
    setParam(this.#draft, 'timestamp', beijing(this.clock.nowMs()))
    signDraft(this.#draft)
  }

  async send(): Promise<void> {
    const untilClosed = ['http_error', 'close'].includes(this.#item.outcome)
    const halfClose = this.#draft.cut !== undefined
    await this.#exchange([this.#bytes()], { untilClosed, halfClose })
  }

  /** Writes distinct requests to one connection in one go. */
  async sendPipelined(count: number): Promise<void> {
    const requests = Array.from({ length: count }, () => {
      const base = withEventId(this.#original, this.#scene.nextEventId())
      this.#draft = draftOf(base, this.clock.nowMs())
      return this.#bytes()
    })
    await this.#exchange([Buffer.concat(requests)], { count })
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
      return this.#bytes()
    })
    await this.#exchange(requests, {})
  }

  #bytes(): Buffer {
    if (!this.#draft.signed) signDraft(this.#draft)
    return encodeRequest(this.#draft, this.fill)
  }

  async #exchange(
    requests: readonly Buffer[],
    options: Parameters<typeof exchange>[2],
  ): Promise<void> {
    this.#scene.beforeSend(requests.length)
    const startedMs = performance.now()
    const done = await Promise.all(
      requests.map((bytes) => exchange(this.#scene.serverUrl, bytes, options)),
    )
    this.#lastTookMs = performance.now() - startedMs
    this.#exchanges.push({
      answers: done.flatMap(({ answers }) => answers),
      closed: done.every(({ closed }) => closed),
    })
  }
}

function setsEventId({ mutation }: Case): boolean {
  return mutation.ops.some(({ path }) => Array.isArray(path) && path.includes('event_id'))
}

/** The base request with an event id of its own; other requests than charity's have none. */
export function withEventId(base: BaseRequest, eventId: string): BaseRequest {
  const params = Object.entries(base.params).map(([name, value]) => [
    name,
    value.replace(BASE_EVENT_ID, eventId),
  ])
  return { ...base, params: Object.fromEntries(params) }
}
