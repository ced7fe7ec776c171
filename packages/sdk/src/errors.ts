import type { Retry } from './api-table.ts'

/** What to do about an error, in both languages of the documentation. */
export interface Remedy {
  readonly zh: string
  readonly en: string
}

export interface TopErrorFacts {
  readonly method: string
  readonly retry: Retry
  readonly retryAfterS?: number | undefined
  readonly mayHaveRun: boolean
  readonly cause?: unknown
}

/**
 * A call that brought no answer. Messages hold no secret, no session and no value of a field. `kind`
 * tells the classes apart where `instanceof` cannot, such as between two copies of this package.
 */
export abstract class TopError extends Error {
  abstract readonly kind: 'input' | 'refused' | 'nonsense' | 'transport'
  readonly method: string
  /** Whether sending the call again can help. What could be repeated safely has been repeated. */
  readonly retry: Retry
  /** With `later`: after how many seconds, where that is known. */
  readonly retryAfterS: number | undefined
  /** Whether the platform may have run the call although no answer says so. */
  readonly mayHaveRun: boolean
  /** How often the call was sent. */
  tries = 0

  constructor(message: string, facts: TopErrorFacts) {
    super(message, facts.cause === undefined ? undefined : { cause: facts.cause })
    this.name = new.target.name
    this.method = facts.method
    this.retry = facts.retry
    this.retryAfterS = facts.retryAfterS
    this.mayHaveRun = facts.mayHaveRun
  }
}

/** The call cannot be sent as it is: an unknown API, a missing field, a value of the wrong type. */
export class TopInputError extends TopError {
  readonly kind = 'input'
  /** Dotted path of the field, where one is to blame. */
  readonly field: string

  constructor(method: string, field: string, problem: string) {
    const place = field === '' ? method : `${method}, ${field}`
    super(`${place}: ${problem}`, { method, retry: 'never', mayHaveRun: false })
    this.field = field
  }
}

export interface RefusalFacts extends TopErrorFacts {
  readonly code: string
  readonly msg: string
  readonly subCode: string | undefined
  readonly subMsg: string | undefined
  readonly requestId: string | undefined
  readonly remedy: Remedy | undefined
  readonly body: string
}

/** The platform refused the call (`error_response`). */
export class TopRefusal extends TopError {
  readonly kind = 'refused'
  readonly #body: string
  readonly code: string
  readonly msg: string
  readonly subCode: string | undefined
  /** Words of the platform for people; they may name a value that was sent. */
  readonly subMsg: string | undefined
  readonly requestId: string | undefined
  readonly remedy: Remedy | undefined

  constructor(facts: RefusalFacts) {
    const { method, code, msg, subCode, requestId, remedy } = facts
    const sub = subCode === undefined ? '' : `, ${subCode}`
    const advice = remedy === undefined ? '' : `. ${remedy.en} / ${remedy.zh}`
    super(`${method}: ${code} ${msg}${sub} (request_id ${requestId ?? 'none'})${advice}`, facts)
    this.code = code
    this.msg = msg
    this.subCode = subCode
    this.subMsg = facts.subMsg
    this.requestId = requestId
    this.remedy = remedy
    this.#body = facts.body
  }

  /** The whole answer as it came. Nothing prints it unasked. */
  get body(): string {
    return this.#body
  }
}

/** What came back is no answer of the platform: HTML, cut JSON, another root, too many bytes. */
export class TopNonsense extends TopError {
  readonly kind = 'nonsense'
  readonly status: number
  readonly #bodyStart: string

  constructor(method: string, status: number, bodyStart: string, problem: string) {
    const place =
      status === 404
        ? '; is the url the whole address of the gateway, such as https://HOST/router/rest?'
        : ''
    const message = `${method}: no answer of the platform (HTTP ${status}): ${problem}${place}`
    super(message, { method, retry: 'never', mayHaveRun: true })
    this.status = status
    this.#bodyStart = bodyStart
  }

  /** The beginning of what came. It may hold anything, so nothing prints it unasked. */
  get bodyStart(): string {
    return this.#bodyStart
  }
}

export type TransportReason = 'connect' | 'timeout' | 'broken' | 'aborted'

/** No answer came: nobody listens, the time is over, the connection broke, the caller gave up. */
export class TopTransportError extends TopError {
  readonly kind = 'transport'
  readonly reason: TransportReason

  constructor(method: string, reason: TransportReason, problem: string, cause?: unknown) {
    super(`${method}: ${problem}`, {
      method,
      retry: 'same-request',
      mayHaveRun: reason !== 'connect',
      cause,
    })
    this.reason = reason
  }
}
