import { type Content, contentKey } from './content.ts'
import type { Answer, Call } from './history.ts'
import type { Line, LogEntry, Snapshot } from './store.ts'

/** Everything that a verdict rests on: what clients saw, what is stored, what a reader met. */
export interface Evidence {
  /** While faults happened. */
  readonly calls: readonly Call[]
  /** Afterwards: every acknowledged and every unknown id again, twice. */
  readonly resends: readonly Call[]
  readonly before: Snapshot
  /** After the resends. */
  readonly after: Snapshot
  /** What a reader met that followed the log all the time, in its order. */
  readonly met: readonly LogEntry[]
  /** Wrong sums that the reader saw on its way. */
  readonly wrongSums: readonly string[]
  readonly damage: readonly string[]
  readonly kills: readonly Kill[]
}

export interface Kill {
  readonly node: number
  readonly at_ms: number
  /**
   * How long the process that came back was ready to run while the machine ran others: the promise
   * is for a machine without other load, and tests share theirs.
   */
  readonly starved_ms: number
}

export type Success = Extract<Answer, { kind: 'success' }>
export type SuccessfulCall = Call & { readonly answer: Success }

/** All that was said and heard about one id. */
export interface Story {
  readonly event_id: string
  readonly calls: readonly Call[]
  readonly successes: readonly SuccessfulCall[]
  readonly contents: ReadonlyMap<string, Content>
}

export function storiesOf(calls: readonly Call[]): Map<string, Story> {
  const byId = Map.groupBy(calls, ({ event_id }) => event_id)
  return new Map(
    Array.from(byId, ([event_id, calls]) => [
      event_id,
      {
        event_id,
        calls,
        successes: calls.filter(isSuccess),
        contents: new Map(calls.map(({ content }) => [contentKey(content), content])),
      },
    ]),
  )
}

export function isSuccess(call: Call): call is SuccessfulCall {
  return call.answer.kind === 'success'
}

export function linesById({ lines }: Snapshot): Map<string, Line[]> {
  return Map.groupBy(lines, ({ event_id }) => event_id)
}

const BEIJING = '+08:00'

/** Whether the columns of a line say what the content says; accounts are compared elsewhere. */
export function agrees(line: Line, content: Content): boolean {
  const moment = Date.parse(`${content.charity_timestamp.replace(' ', 'T')}${BEIJING}`)
  return (
    line.activity_id === String(content.activity_id) &&
    line.sub_code === content.charity_type_sub_code &&
    line.happened_ms === String(moment)
  )
}

/**
 * Tells whether a line was stored for this content, without knowing how the store hides people and
 * hashes contents: one user has one account, and one content has one hash, each for itself alone.
 */
export class Fingerprints {
  readonly #accounts = new OneToOne()
  readonly #hashes = new OneToOne()

  /** Learns from ids with a single content, which leave no doubt. */
  constructor(stories: ReadonlyMap<string, Story>, lines: ReadonlyMap<string, readonly Line[]>) {
    for (const { event_id, contents } of stories.values()) {
      const [content, other] = contents.values()
      if (content === undefined || other !== undefined) continue
      for (const line of lines.get(event_id) ?? []) {
        this.#accounts.learn(String(content.tb_user_id), line.account)
        this.#hashes.learn(contentKey(content), line.content_hash)
      }
    }
  }

  fits(line: Line, content: Content): boolean {
    return (
      agrees(line, content) &&
      this.#accounts.pairs(String(content.tb_user_id), line.account) &&
      this.#hashes.pairs(contentKey(content), line.content_hash)
    )
  }
}

class OneToOne {
  readonly #forth = new Map<string, string>()
  readonly #back = new Map<string, string>()

  learn(one: string, other: string): void {
    if (!this.#forth.has(one)) this.#forth.set(one, other)
    if (!this.#back.has(other)) this.#back.set(other, one)
  }

  /** True also for a pair of which neither half is known. */
  pairs(one: string, other: string): boolean {
    return (this.#forth.get(one) ?? other) === other && (this.#back.get(other) ?? one) === one
  }
}
