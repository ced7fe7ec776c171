import { type QueryTools, SharedReads } from '@topgate/engine'
import type { ConversationId } from './content-key.ts'
import { type Entered, type EntryRefusal, enterConversation } from './enter-conversation.ts'
import { type Claim, loadPeople, type People } from './people.ts'
import { conversationHeads } from './tables.ts'

/** A message of another node is seen within this long, plus one read. */
const HEAD_FRESH_MS = 200
/** Who left or lost his token reads no more after this long, plus one read. */
const PEOPLE_FRESH_MS = 4_000
/** More poll again by themselves: each that waits holds a connection. */
const WAITING_MAX = 1_000

/**
 * What this node knows about the conversations that are being polled. Nearly all polls find
 * nothing new; those are answered from here. However many poll or wait, the store sees one bounded
 * read of heads at a time, shared by all of them, and none while nobody polls.
 *
 * The head is the stamp of the newest message that is committed, so a head that is not above what
 * the reader has means that he misses nothing; a head that is too old only means that he hears of
 * a message a moment later.
 */
export class ConversationWatch {
  readonly #tools: QueryTools
  readonly #heads: SharedReads<ConversationId, number>
  readonly #people: SharedReads<Claim, People>
  #waiting = 0
  #tick: Promise<void> | undefined

  constructor(tools: QueryTools) {
    const { db, vault, elapsedMs } = tools
    this.#tools = tools
    this.#heads = new SharedReads({
      async read(ids: readonly ConversationId[]) {
        const rows = await db.read(conversationHeads, ids)
        return new Map(rows.map((row) => [conversationName(row), row.head_stamp]))
      },
      nameOf: conversationName,
      freshMs: HEAD_FRESH_MS,
      elapsedMs,
    })
    this.#people = new SharedReads({
      async read(claims: readonly Claim[]) {
        const people = await loadPeople(db, claims, vault)
        return new Map(claims.map((claim) => [claimName(claim), people]))
      },
      nameOf: claimName,
      freshMs: PEOPLE_FRESH_MS,
      elapsedMs,
    })
  }

  async enter(claim: Claim, nowMs: number): Promise<Entered | EntryRefusal> {
    const people = await this.#people.find(claim)
    return people === undefined ? 'SESSION_NOT_FOUND' : enterConversation(people, claim, nowMs)
  }

  /** This node has stored a message there: its own callers read what they have written. */
  forgetHead(id: ConversationId): void {
    this.#heads.forget(id)
  }

  /** Whether there is something above `stamp`, at the latest after `waitMs`. */
  async hasNewer(id: ConversationId, stamp: number, waitMs: number): Promise<boolean> {
    if (await this.#isAbove(id, stamp)) return true
    if (waitMs === 0 || this.#waiting >= WAITING_MAX) return false
    this.#waiting += 1
    try {
      return await this.#wait(id, stamp, this.#tools.elapsedMs() + waitMs)
    } finally {
      this.#waiting -= 1
    }
  }

  async #wait(id: ConversationId, stamp: number, untilMs: number): Promise<boolean> {
    while (this.#tools.elapsedMs() < untilMs && !this.#tools.isClosing()) {
      await this.#nextTick()
      if (await this.#isAbove(id, stamp)) return true
    }
    return false
  }

  async #isAbove(id: ConversationId, stamp: number): Promise<boolean> {
    const head = await this.#heads.find(id)
    return head !== undefined && head > stamp
  }

  /** One timer for all who wait: they ask together, and share the read. */
  #nextTick(): Promise<void> {
    this.#tick ??= this.#tools.pause(HEAD_FRESH_MS).then(() => {
      this.#tick = undefined
    })
    return this.#tick
  }
}

const watches = new WeakMap<object, ConversationWatch>()

/** One for each node, shared by those who read there and those who write. */
export function watchOf(tools: QueryTools): ConversationWatch {
  let watch = watches.get(tools)
  if (watch === undefined) {
    watch = new ConversationWatch(tools)
    watches.set(tools, watch)
  }
  return watch
}

function conversationName({ corp, session_id }: ConversationId): string {
  return `${corp} ${session_id}`
}

/** What `loadPeople` looks at. */
function claimName({ corp, session_id, rs_type, cterm_user_id, auth_token }: Claim): string {
  return JSON.stringify([corp, session_id, rs_type, cterm_user_id, auth_token])
}
