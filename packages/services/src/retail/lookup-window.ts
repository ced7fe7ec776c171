/** So many people are looked back upon. */
export const WINDOW_PEOPLE = 500
/** Share of them, in percent, that may not be found, for a source that says nothing else. */
export const MISS_PERCENT = 40
/** Share of them, in percent, whose number may stand next to one that was asked for before. */
export const NEIGHBOUR_PERCENT = 10
const BAN_MS = 60 * 60_000
const MINUTE_MS = 60_000

export interface LookupLimits {
  readonly missPercent: number
  /** Null: no limit. */
  readonly peoplePerMinute: number | null
}

/** One person that a source asked for. */
export interface Person {
  /** All identifiers of the call: the same person asked for again counts once. */
  readonly key: string
  /** Phone or Alipay id, where the call has one in clear. */
  readonly number: bigint | undefined
}

export type BanReason = 'misses' | 'neighbours'

interface Seen {
  readonly missed: boolean
  readonly isNeighbour: boolean
  readonly number: bigint | undefined
}

/**
 * The people whom one source asked for last. Who tries numbers to learn which of them are users
 * misses often, or asks for one number after the other; an honest source does neither. Repeats
 * count once, so that nobody waters his misses down with a user he knows.
 */
export class LookupWindow {
  readonly #people = new Map<string, Seen>()
  readonly #numbers = new Set<bigint>()
  #misses = 0
  #neighbours = 0
  #bannedUntilMs = 0
  #minute = 0
  readonly #askedThisMinute = new Set<string>()

  /** Milliseconds until the source may ask for this person; 0: now. */
  waitMs({ key }: Person, { peoplePerMinute }: LookupLimits, nowMs: number): number {
    if (nowMs < this.#bannedUntilMs) return this.#bannedUntilMs - nowMs
    if (peoplePerMinute === null) return 0
    this.#startMinute(nowMs)
    if (this.#askedThisMinute.has(key)) return 0
    if (this.#askedThisMinute.size >= peoplePerMinute) return MINUTE_MS - (nowMs % MINUTE_MS)
    this.#askedThisMinute.add(key)
    return 0
  }

  /** Notes what came of a look-up. Says why the source is stopped when this was one too many. */
  note(
    person: Person,
    missed: boolean,
    limits: LookupLimits,
    nowMs: number,
  ): BanReason | undefined {
    this.#add(person, missed)
    const reason = this.#trouble(limits)
    if (reason === undefined) return undefined
    this.#forget()
    this.#bannedUntilMs = nowMs + BAN_MS
    return reason
  }

  #add({ key, number }: Person, missed: boolean): void {
    const before = this.#people.get(key)
    const isNeighbour = before?.isNeighbour ?? this.#hasNeighbour(number)
    if (before !== undefined) this.#drop(key, before)
    this.#people.set(key, { missed, isNeighbour, number })
    if (number !== undefined) this.#numbers.add(number)
    if (missed) this.#misses += 1
    if (isNeighbour) this.#neighbours += 1
    const [oldest] = this.#people
    if (this.#people.size > WINDOW_PEOPLE && oldest !== undefined) this.#drop(...oldest)
  }

  #hasNeighbour(number: bigint | undefined): boolean {
    if (number === undefined) return false
    return this.#numbers.has(number - 1n) || this.#numbers.has(number + 1n)
  }

  #drop(key: string, { missed, isNeighbour, number }: Seen): void {
    this.#people.delete(key)
    if (number !== undefined) this.#numbers.delete(number)
    if (missed) this.#misses -= 1
    if (isNeighbour) this.#neighbours -= 1
  }

  /** Shares of the whole window: the first few calls of a source decide nothing. */
  #trouble({ missPercent }: LookupLimits): BanReason | undefined {
    if (this.#misses * 100 > missPercent * WINDOW_PEOPLE) return 'misses'
    return this.#neighbours * 100 > NEIGHBOUR_PERCENT * WINDOW_PEOPLE ? 'neighbours' : undefined
  }

  #forget(): void {
    this.#people.clear()
    this.#numbers.clear()
    this.#misses = 0
    this.#neighbours = 0
  }

  #startMinute(nowMs: number): void {
    const minute = Math.floor(nowMs / MINUTE_MS)
    if (minute === this.#minute) return
    this.#minute = minute
    this.#askedThisMinute.clear()
  }
}
