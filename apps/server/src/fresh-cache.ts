/** A change in the store reaches every node within five seconds: this long plus one reading. */
const FRESH_MS = 2_000
/** When the store cannot be reached, what was known last goes on counting for this long. */
const STALE_MS_MAX = 10 * 60_000
/** A store that just failed is not asked again by every call. */
const RETRY_MS = 1_000
const ENTRIES_MAX = 20_000

interface Entry<T> {
  found: Promise<T | undefined>
  /** When `found` was read, and until when nobody needs to read it again. */
  readMs: number
  freshUntilMs: number
}

/**
 * Keeps what the store says about a key for a short time, also that it says nothing. Bounded:
 * when it is full the oldest half goes.
 */
export class FreshCache<T> {
  readonly #read: (key: string) => Promise<T | undefined>
  readonly #elapsedMs: () => number
  #entries = new Map<string, Entry<T>>()

  constructor(read: (key: string) => Promise<T | undefined>, elapsedMs: () => number) {
    this.#read = read
    this.#elapsedMs = elapsedMs
  }

  find(key: string): Promise<T | undefined> {
    const nowMs = this.#elapsedMs()
    const entry = this.#entries.get(key)
    if (entry !== undefined && nowMs < entry.freshUntilMs) return entry.found
    return entry === undefined ? this.#add(key, nowMs) : this.#refresh(key, entry, nowMs)
  }

  /** After a change that this process made: the next question reads. */
  clear(): void {
    this.#entries.clear()
  }

  #add(key: string, nowMs: number): Promise<T | undefined> {
    if (this.#entries.size >= ENTRIES_MAX) {
      this.#entries = new Map([...this.#entries].slice(ENTRIES_MAX / 2))
    }
    const found = this.#read(key)
    const entry = { found, readMs: nowMs, freshUntilMs: nowMs + FRESH_MS }
    this.#entries.set(key, entry)
    found.catch(() => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key)
    })
    return found
  }

  /** One reading for all who ask meanwhile; when it fails, the old value stands for a while. */
  #refresh(key: string, entry: Entry<T>, nowMs: number): Promise<T | undefined> {
    const before = entry.found
    const { readMs } = entry
    entry.freshUntilMs = nowMs + FRESH_MS
    entry.readMs = nowMs
    entry.found = this.#read(key).catch((error: unknown) => {
      entry.readMs = readMs
      entry.freshUntilMs = nowMs + RETRY_MS
      if (nowMs - readMs > STALE_MS_MAX) {
        this.#entries.delete(key)
        throw error
      }
      entry.found = before
      return before
    })
    return entry.found
  }
}
