import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What the SDK of every language has to do, as data: `packages/protocol/vectors/{encoding,envelopes,
 * errors,transport}.json`. A conformance program
 *
 *     PROGRAM VECTORS_DIR SERVER_URL
 *
 * goes through the four files and makes the `call` of each scenario with a client of its own:
 *
 * - gateway URL: `gateway` where the scenario has one, else `SERVER_URL/FILE/INDEX`, such as
 *   `http://127.0.0.1:4000/errors/3` (FILE without `.json`, INDEX from 0);
 * - app key `12345678`, secret `strange-密钥-9f3c`, session `strange-session-0123456789` for `house`
 *   only;
 * - `options` as far as they are given, else the defaults of the SDK; `times`: as often, one after
 *   the other, on the same client (the last result counts).
 *
 * It prints one line of JSON for each, `{"scenario": "errors/3", "result": {...}}`, and what the SDK
 * logs to standard error. Every value in `result` is a text; what is absent is left out. See
 * `CallResult` for the members and `callFields` for `fields`. A language that does not offer what a
 * scenario `needs` prints `{"outcome": "not-offered"}`.
 *
 * Besides it prints four lines without any call: `signing` (`"V1 md5": sign`, for every vector of
 * signing.json and each method; where `emptyValues` is `skipped` the empty parameters are dropped
 * first), `dates` (`"read TEXT": epochMs or "none"`, `"write EPOCHMS": text`), `int64` (`"JSON": text
 * or "none"`, what a field of 64-bit integers reads from that value), and `json` (`"TEXT": the
 * value written again, or "refused"`, for the texts in `accepted` and `refused`).
 */
export interface Scenario {
  readonly name: string
  readonly call: CallName
  readonly needs?: 'xml'
  readonly options?: ClientOptions
  readonly gateway?: string
  /** What the server does with each request in turn; the last entry stands for all that follow. */
  readonly server: readonly ServerStep[]
  readonly result: CallResult
  readonly seen?: Seen
}

/**
 * The calls. `charity`: activity_id 12345, event_id UNI_9901, fore_reg_activity false, feeling
 * `a+b&c=d %25 “中文”⏎第二行⇥😀 \ " / <x>` (a line feed, a tab), charity_timestamp 2019-08-08 12:00:00,
 * third_user_key 123. `insurance`: advertise_org_url `https://ihealth.example.com/a?b=1&c=优矩-抖音`,
 * inst_product_id CU95, behavior_type START_UNDERWRITING, flow_id 1800001886002007960, behavior_time
 * 2022-02-23 18:46:04. `house`: type 1, data `[{"id":64,"statisticsDate":"2022-04-02"}]`, with the
 * session. `tag`: biz_code STRANGE, alipay_user_id 2088000000000001, ext_param
 * `{"mobile":"13800138000"}`. `fetch`: session_id 78bfcced948a65d29c5c77f1cd3367a2. `time`: nothing.
 * `strange` (see strange-api.ts): every parameter but the file as `sent` of "every kind of field" in
 * encoding.json says. `strange-file`: the same with `picture`, a file named a.png with the bytes
 * 89504e470d0a00ff2d2d.
 */
export type CallName =
  | 'charity'
  | 'insurance'
  | 'house'
  | 'tag'
  | 'fetch'
  | 'time'
  | 'strange'
  | 'strange-file'

/** The typed members of a response that a program prints under `fields`, as text. */
export const callFields = {
  /** Of `result`; the last two of `result.data`. */
  charity: ['msg', 'code', 'success', 'event_id', 'charity_hours'],
  insurance: ['result_status', 'data', 'result_code', 'result_msg'],
  /** Of `result`. */
  house: ['code', 'msg', 'success'],
  /** `tag_success` and `use_type` of `module`; `errors`: every outer_error_code, with commas. */
  tag: ['result', 'tag_success', 'use_type', 'errors'],
  /** Of `result1`; `messages`: `id:time_stamp:rs_type` of each of `dialog_list`, with commas. */
  fetch: ['success', 'msg_code', 'messages'],
  /** In Beijing time, `yyyy-MM-dd HH:mm:ss`. */
  time: ['time'],
  /** Lists with commas; `rows`: `id:inner.class`; `when` as above; `anything`: JSON text. */
  strange: ['class', 'body', 'code', 'numbers', 'names', 'when', 'price', 'rows', 'anything'],
} as const

export interface ClientOptions {
  readonly signMethod?: 'md5' | 'hmac' | 'hmac-sha256'
  readonly format?: 'xml'
  readonly readTimeoutMs?: number
  /** The first one included; 3 by default. */
  readonly triesMax?: number
  /** More than that of an answer is not read; 8 MiB by default. */
  readonly bodyBytesMax?: number
  readonly times?: number
}

export interface ServerStep {
  /** 200. */
  readonly status?: number
  /** Besides a JSON content type, which they may replace. */
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly do?: /** Never answers. */
    | 'silence'
    /** Breaks the connection before any answer. */
    | 'reset'
    /** Half of the body, then the connection breaks, or nothing follows any more. */
    | 'half'
    | 'stall'
    /** One byte of the body every 100 ms, for ever. */
    | 'drip'
    /** A body without end, in the second case compressed where the client takes that. */
    | 'endless'
    | 'bomb'
    /** `body`, compressed where the client takes that. */
    | 'gzip'
    /** `body`, each character as one byte. */
    | 'binary'
    | 'deep'
    /** Answers, then closes the connection unannounced. */
    | 'close-after'
}

export interface CallResult {
  readonly outcome: 'success' | 'declined' | 'refused' | 'nonsense' | 'transport' | 'not-offered'
  readonly request_id?: string
  readonly code?: string
  readonly msg?: string
  readonly sub_code?: string
  readonly sub_msg?: string
  /** Whether sending the call again can help: the hint, else what the tables of errors say. */
  readonly retry?: 'never' | 'same-request' | 'new-session' | 'later'
  /** Seconds, where `retry` is `later` and they are known. */
  readonly retry_after?: string
  /** Whether the SDK names a remedy for this code. */
  readonly remedy?: 'true' | 'false'
  /** Of a nonsense answer: the status of HTTP. */
  readonly status?: string
  readonly reason?: 'connect' | 'timeout' | 'broken'
  /** Of a nonsense answer or a broken transport: whether the platform may have run the call. */
  readonly may_have_run?: 'true' | 'false'
  /** The message of a nonsense answer asks whether the address is that of the gateway. */
  readonly asks_address?: 'true'
  readonly fields?: Readonly<Record<string, string>>
  /**
   * Members that the SDK does not know, or whose value does not fit, at the top of the answer and (of
   * charity) in `result`, as `brand_new,result.shiny`, sorted; they are reachable for the caller.
   */
  readonly unknown?: string
}

/** What the server saw of one scenario. */
export interface Seen {
  readonly tries?: number
  readonly triesMin?: number
  readonly connections?: number
  /** All tries sent the same bytes. */
  readonly sameBytes?: true
  /** How long the client waited at least before the second try, the third … */
  readonly waitsMsMin?: readonly number[]
  /** From the first request until the connection of the last one was left. */
  readonly endedMsMax?: number
  readonly bytesSentMax?: number
  /** Parameters as they arrived; JSON is compared by what it says. */
  readonly sent?: Readonly<Record<string, string>>
  readonly absent?: readonly string[]
  readonly files?: Readonly<
    Record<string, { readonly filename: string; readonly bytesHex: string }>
  >
}

export const scenarioFiles = ['encoding', 'envelopes', 'errors', 'transport'] as const
export const strangeSecret = 'strange-密钥-9f3c'
export const strangeSession = 'strange-session-0123456789'
export const vectorsDir = join(import.meta.dirname, '../../../packages/protocol/vectors')

/** Every scenario by what its line is called, such as `errors/3`. */
export function readScenarios(): ReadonlyMap<string, Scenario> {
  const rows = scenarioFiles.flatMap((file) => {
    const text = readFileSync(join(vectorsDir, `${file}.json`), 'utf8')
    const { scenarios } = JSON.parse(text) as { readonly scenarios: readonly Scenario[] }
    return scenarios.map((scenario, index) => [`${file}/${index}`, scenario] as const)
  })
  return new Map(rows)
}
