import { type Leniency, Refusal, requestIdOf } from '@topgate/contracts'
import type { ErrorAnswer } from '@topgate/protocol'
import type { Gateway, ServedApi } from './gateway.ts'
import type { HttpCall, Reply } from './http-call.ts'
import type { App, Handled } from './ports.ts'
import { declineHeaders, retryHeaders } from './retry-headers.ts'
import type { AuthenticCall } from './stages/verify-signature.ts'

const METHOD_CHARS_MAX = 128
/** A header stays short, however much was forgiven. */
const NOTICES_MAX = 16

/** What is known of a call so far, for its line in the journal. */
export class CallRecord {
  readonly id: bigint
  readonly requestId: string
  readonly receivedMs: number
  readonly #gateway: Gateway
  readonly #startedMs: number
  readonly #bytesIn: number
  readonly #peer: string
  #api: ServedApi | undefined
  #appKey = ''
  #authentic = false
  #code = 0
  #subCode = ''
  #success = false
  #headers: Reply['headers']
  /** Filled by the stages for a lenient app; undefined for a strict one, which is forgiven nothing. */
  forgiven: Leniency[] | undefined

  constructor(http: HttpCall, gateway: Gateway) {
    const { ports } = gateway
    this.#gateway = gateway
    this.#startedMs = ports.elapsedMs()
    this.receivedMs = ports.nowMs()
    this.id = ports.nextId()
    this.requestId = requestIdOf(this.id)
    this.#bytesIn = http.body.length + http.query.length
    this.#peer = http.peer
  }

  called(api: ServedApi): ServedApi {
    this.#api = api
    return api
  }

  calledBy(app: App, repeated: readonly string[]): App {
    this.#appKey = app.key
    if (app.profile === 'lenient') {
      this.forgiven = repeated.map((name): Leniency => `repeated-parameter:${name}`)
    }
    return app
  }

  authentic(call: AuthenticCall): AuthenticCall {
    this.#authentic = true
    return call
  }

  /** Whether the API's own answer says success, as the contract tells; noted with its code. */
  answered({ answer, forgiven }: Handled): boolean {
    this.#forgive(forgiven)
    const outcome = this.#api?.contract.outcome
    if (outcome === undefined || outcome === null) {
      this.#success = true
    } else {
      this.#success = String(at(answer, outcome.flag)) === outcome.success
      if (!this.#success) this.#declined(String(at(answer, outcome.code) ?? ''))
    }
    return this.#success
  }

  #declined(code: string): void {
    this.#subCode = code
    if (this.#api !== undefined) this.#headers = declineHeaders(this.#api.contract, code)
  }

  refused(refusal: Refusal, { code, sub_code }: ErrorAnswer): void {
    this.#code = code
    this.#subCode = sub_code ?? ''
    this.#headers = retryHeaders(refusal)
    if (!this.#authentic) this.#gateway.sources.count(this.#peer, this.receivedMs)
  }

  /** Anything thrown that is no refusal is a defect of ours: reported, and told as such. */
  refusalOf(error: unknown): Refusal {
    if (error instanceof Refusal) {
      this.#forgive(error.detail.forgiven)
      return error
    }
    this.#gateway.ports.onDefect(error, this.requestId)
    return new Refusal('service-error')
  }

  #forgive(forgiven: readonly Leniency[] | undefined): void {
    if (forgiven !== undefined) this.forgiven?.push(...forgiven)
  }

  /** Writes the line of the journal and gives the answer its headers for programs. */
  close(reply: Reply): Reply {
    const { ports } = this.#gateway
    ports.journal.record({
      id: this.id,
      app_key: this.#appKey,
      method: (this.#api?.contract.method ?? '').slice(0, METHOD_CHARS_MAX),
      received_ms: this.receivedMs,
      duration_us: Math.round((ports.elapsedMs() - this.#startedMs) * 1000),
      bytes_in: this.#bytesIn,
      bytes_out: Buffer.byteLength(reply.body),
      code: this.#code,
      sub_code: this.#subCode,
      success: this.#success,
      authentic: this.#authentic,
    })
    const headers = this.#noticed()
    return headers === undefined ? reply : { ...reply, headers }
  }

  /** With a header that names what a lenient app was forgiven. */
  #noticed(): Reply['headers'] {
    if (this.forgiven === undefined || this.forgiven.length === 0) return this.#headers
    return { ...this.#headers, ...noticeHeaders(this.forgiven) }
  }
}

/** The header that names what was forgiven; none when nothing was. */
export function noticeHeaders(forgiven: readonly Leniency[]): NonNullable<Reply['headers']> {
  if (forgiven.length === 0) return {}
  return { 'X-Topgate-Notice': [...new Set(forgiven)].slice(0, NOTICES_MAX).join(', ') }
}

function at(value: unknown, path: string): unknown {
  let found = value
  for (const name of path.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined
    found = (found as Readonly<Record<string, unknown>>)[name]
  }
  return found
}
