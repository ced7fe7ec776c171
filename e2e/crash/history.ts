import { closeSync, createReadStream, openSync, writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Content } from './content.ts'

export type Operation =
  | 'fresh'
  | 'repeat of acked'
  | 'repeat of unknown'
  | 'repeat in flight'
  | 'other content'
  | 'resend'

/** What a caller knows after a call. A timeout or a reset says nothing: unknown, never failed. */
export type Answer =
  | {
      readonly kind: 'success'
      readonly msg: string
      readonly code: number
      readonly event_id: string
      readonly charity_hours: string
    }
  /** 409: the id was used with other content. */
  | { readonly kind: 'conflict' }
  /** Sending the same again cannot help. */
  | { readonly kind: 'final'; readonly code: string }
  /** No answer, or one that says to send again: stored or not. */
  | { readonly kind: 'unknown'; readonly why: string }

/** One call as its client saw it. Times are milliseconds of the monotonic clock of the test. */
export interface Call {
  readonly client: number
  readonly node: number
  readonly start_ms: number
  readonly end_ms: number
  readonly operation: Operation
  readonly event_id: string
  readonly content: Content
  readonly answer: Answer
}

/** One line of JSON for each call that has ended. */
export class HistoryFile {
  readonly path: string
  readonly #file: number

  constructor(path: string) {
    this.path = path
    this.#file = openSync(path, 'wx')
  }

  add(call: Call): void {
    writeSync(this.#file, `${JSON.stringify(call)}\n`)
  }

  /** In the order in which the calls ended. A night has more lines than one text can hold. */
  async read(): Promise<Call[]> {
    const calls: Call[] = []
    const lines = createInterface({ input: createReadStream(this.path) })
    for await (const line of lines) calls.push(JSON.parse(line))
    return calls
  }

  close(): void {
    closeSync(this.#file)
  }
}
