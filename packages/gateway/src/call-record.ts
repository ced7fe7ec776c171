import { type Leniency, platformErrors, Refusal, requestIdOf } from '@topgate/contracts'
import type { ErrorAnswer, Parameters } from '@topgate/protocol'
import { withHint } from './doctor/hint.ts'
import { type Evidence, evidenceOf } from './evidence.ts'
import type { Gateway, ServedApi } from './gateway.ts'
import type { HttpCall, Reply } from './http-call.ts'
import type { App, Handled } from './ports.ts'
import { declineHeaders, retryHeaders } from './retry-headers.ts'
import { DRY_RUN_HEADER } from './stages/read-dry-run.ts'
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
  readonly #http: HttpCall
  #api: ServedApi | undefined
  #authentic = false
  #code = 0
  #subCode = ''
  #success = false
  #headers: Reply['headers']
  #sent: Parameters | undefined
  #app: App | undefined
  #refusal: Refusal | undefined
  #subMsg = ''
  /** Decided and answered, and nothing stored. */
  dryRun = false
  /** Filled by the stages for a lenient app; undefined for a strict one, which is forgiven nothing. */
  forgiven: Leniency[] | undefined

  constructor(http: HttpCall, gateway: Gateway) {
    const { ports } = gateway
    this.#gateway = gateway
    this.#startedMs = ports.elapsedMs()
    this.receivedMs = ports.nowMs()
    this.id = ports.nextId()
    this.requestId = requestIdOf(this.id)
    this.#http = http
  }

  sent(parameters: Parameters): void {
    this.#sent = parameters
  }

  called(api: ServedApi): ServedApi {
    this.#api = api
    return api
  }

  calledBy(app: App, repeated: readonly string[]): App {
    this.#app = app
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

  refused(refusal: Refusal, { code, sub_code, sub_msg }: ErrorAnswer): void {
    this.#refusal = refusal
    this.#code = code
    this.#subCode = sub_code ?? ''
    this.#subMsg = sub_msg ?? ''
    this.#headers = retryHeaders(refusal)
    const isOurs = platformErrors[refusal.name].retry === 'same-request'
    if (!this.#authentic && !isOurs) {
      this.#gateway.sources.count(this.#http.peer, this.receivedMs)
    }
  }

  /** Anything thrown that is no refusal is a defect of ours: reported, and told as such. */
  refusalOf(error: unknown): Refusal {
    if (error instanceof Refusal) {
      this.#forgive(error.detail.forgiven)
      return this.#sent === undefined ? error : withHint(error, this.#sent)
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
    const http = this.#http
    ports.journal.record({
      id: this.id,
      app_key: this.#app?.key ?? '',
      method: (this.#api?.contract.method ?? '').slice(0, METHOD_CHARS_MAX),
      received_ms: this.receivedMs,
      duration_us: Math.round((ports.elapsedMs() - this.#startedMs) * 1000),
      bytes_in: http.body.length + http.query.length,
      bytes_out: Buffer.byteLength(reply.body),
      code: this.#code,
      sub_code: this.#subCode,
      success: this.#success,
      authentic: this.#authentic,
      dryRun: this.dryRun,
      headers: http.headers,
      app_class: this.#authentic ? (this.#app?.profile ?? 'none') : 'none',
      evidence: this.#success ? undefined : () => this.#evidence(),
    })
    const headers = this.#marked(this.#noticed())
    return headers === undefined ? reply : { ...reply, headers }
  }

  /** Explaining a call never costs it its answer. */
  #evidence(): Evidence | null {
    try {
      return evidenceOf({
        http: this.#http,
        parameters: this.#sent,
        app: this.#app,
        api: this.#api,
        refusal: this.#refusal,
        subMsg: this.#subMsg,
        gateway: this.#gateway,
      })
    } catch (error) {
      this.#gateway.ports.onDefect(error, this.requestId)
      return null
    }
  }

  /** Nobody may take the answer of a dry run for the real one. */
  #marked(headers: Reply['headers']): Reply['headers'] {
    return this.dryRun ? { ...headers, [DRY_RUN_HEADER]: '1' } : headers
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
