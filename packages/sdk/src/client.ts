import type { Answer, ApiTypes, CallArguments } from './answer.ts'
import type { ApiFacts, ApiTable } from './api-table.ts'
import { encodeRequest } from './encode-request.ts'
import { TopInputError, type TopNonsense, type TopRefusal, TopTransportError } from './errors.ts'
import type { CallOptions, ClientOptions, LogEvent } from './options.ts'
import { type ReadReply, readReply } from './read-reply.ts'
import { decideRetry, type Failure } from './retry.ts'
import { readOptions, type Settings } from './settings.ts'
import { type SignedCall, signedCall } from './signed-call.ts'
import { Transport } from './transport.ts'

const READ_TIMEOUT_MS = 10_000
/** What the way and a busy moment may add to the time that the platform allows itself. */
const READ_MARGIN_MS = 2_000

/** Calls the APIs of a table. Safe to share: it keeps connections, and nothing else. */
export class TopClient<Apis extends { readonly [Method in keyof Apis]: ApiTypes }> {
  readonly #table: ApiTable
  readonly #settings: Settings
  readonly #transport: Transport

  /** Throws a `TypeError` or `RangeError` that names a wrong option. */
  constructor(table: ApiTable, options: ClientOptions) {
    this.#table = table
    this.#settings = readOptions(options)
    this.#transport = new Transport(this.#settings, `topgate-sdk/${table.version}`)
  }

  /**
   * Calls an API. Resolves with its answer, also when that is a no in the API's own way (`success`);
   * rejects with a `TopError`. What may be sent again is sent again, as the platform asks.
   */
  async execute<Method extends keyof Apis & string>(
    method: Method,
    ...[request, options]: CallArguments<Apis[Method]['request']>
  ): Promise<Answer<Apis[Method]['response']>> {
    const api = this.#apiOf(method)
    const call = this.#sign(method, api, request ?? {}, options ?? {})
    for (let tryNumber = 1; ; tryNumber += 1) {
      const tried = await this.#try(method, api, call, tryNumber, options?.signal)
      if (tried.kind === 'answered') {
        const { decline, requestId, body, decoded } = tried
        const { data, unknown } = decoded as { data: object; unknown: Record<string, string> }
        const answer = { data, requestId, body, unknown, tries: tryNumber }
        const judged =
          decline === undefined
            ? { ...answer, success: true as const }
            : { ...answer, success: false as const, decline }
        return judged as Answer<Apis[Method]['response']>
      }
      if (tried.waitMs === undefined) throw tried.error
      await pause(tried.waitMs, method, options?.signal)
    }
  }

  /** Closes the connections. A program ends without it, too. */
  close(): void {
    this.#transport.close()
  }

  #apiOf(method: string): ApiFacts {
    const api = Object.hasOwn(this.#table.apis, method) ? this.#table.apis[method] : undefined
    if (api === undefined) throw new TopInputError(method, '', 'this SDK has no such API')
    return api
  }

  #sign(method: string, api: ApiFacts, request: unknown, options: CallOptions): SignedCall {
    const session = options.session ?? this.#settings.session
    if (api.session === 'required' && session === undefined) {
      throw new TopInputError(method, 'session', 'this API needs the session key of a user')
    }
    const encoded = encodeRequest(method, api.request, request)
    const parameters = { ...options.extra, ...encoded.parameters }
    return signedCall(
      method,
      { ...encoded, parameters },
      api.session === 'not-needed' ? options.session : session,
      this.#settings,
      Date.now(),
      `topgate-sdk-nodejs-${this.#table.version}`,
    )
  }

  /** One try: what came, or why nothing came and how long to wait before the next. */
  async #try(
    method: string,
    api: ApiFacts,
    call: SignedCall,
    tryNumber: number,
    signal: AbortSignal | undefined,
  ): Promise<(ReadReply & { kind: 'answered' }) | Failed> {
    const startedMs = performance.now()
    const log = (event: Omit<LogEvent, 'method' | 'tryNumber' | 'durationMs'>) =>
      this.#settings.log({ method, tryNumber, durationMs: performance.now() - startedMs, ...event })
    const readTimeoutMs = this.#settings.readTimeoutMs ?? defaultTimeoutMs(api)
    const exchanged = await this.#transport.send(method, call, { readTimeoutMs, signal }).then(
      (reply) => readReply(method, api, this.#table.errors, reply),
      (error: unknown) => transportFailure(error),
    )
    if (exchanged.kind === 'answered') {
      const { decline, requestId } = exchanged
      log({ outcome: 'answered', code: decline?.code, requestId })
      return exchanged
    }
    const { error, failure } = exchanged
    const rules = { ...this.#settings, repeat: api.repeat }
    const waitMs = decideRetry(failure, rules, tryNumber, Math.random())
    error.tries = tryNumber
    const facts = error.kind === 'refused' ? error : undefined
    log({
      outcome: error.kind,
      code: facts?.code,
      subCode: facts?.subCode,
      requestId: facts?.requestId,
      waitMs,
    })
    return { kind: 'failed', error, waitMs }
  }
}

interface Failed {
  readonly kind: 'failed'
  readonly error: TopRefusal | TopNonsense | TopTransportError
  readonly waitMs: number | undefined
}

function transportFailure(error: unknown): {
  readonly kind: 'failed'
  readonly error: TopTransportError
  readonly failure: Failure
} {
  if (!(error instanceof TopTransportError)) throw error
  const { reason } = error
  if (reason === 'aborted') return { kind: 'failed', error, failure: { kind: 'final' } }
  const failure: Failure =
    reason === 'connect' ? { kind: 'not-sent' } : { kind: 'unknown-fate', afterS: undefined }
  return { kind: 'failed', error, failure }
}

function defaultTimeoutMs({ deadlineMs = 0 }: ApiFacts): number {
  return Math.max(READ_TIMEOUT_MS, deadlineMs + READ_MARGIN_MS)
}

function pause(ms: number, method: string, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort)
      resolve()
    }, ms)
    const abort = () => {
      clearTimeout(timer)
      reject(new TopTransportError(method, 'aborted', 'the caller gave up', signal?.reason))
    }
    if (signal?.aborted === true) abort()
    else signal?.addEventListener('abort', abort, { once: true })
  })
}
