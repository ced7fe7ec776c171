/** More keys wait for the read after it. */
const KEYS_PER_READ_MAX = 500
const ENTRIES_MAX = 50_000

interface Entry<Value> {
  readonly value: Value | undefined
  readonly readMs: number
}

interface Asked<Key, Value> {
  readonly key: Key
  resolve(value: Value | undefined): void
  reject(cause: unknown): void
}

export interface SharedReadsOptions<Key, Value> {
  /** What the store says about all of the keys, by their names; what it does not know is absent. */
  read(keys: readonly Key[]): Promise<ReadonlyMap<string, Value>>
  nameOf(key: Key): string
  /** How long an answer stands before the store is asked again. */
  readonly freshMs: number
  elapsedMs(): number
}

/**
 * Reads of single keys by anybody, as few reads of many keys: everyone who asks while one read is
 * under way shares the next one, and an answer stands for a moment. However many ask, the store
 * sees one bounded read at a time. Bounded: when it is full the older half goes.
 */
export class SharedReads<Key, Value> {
  readonly #options: SharedReadsOptions<Key, Value>
  #entries = new Map<string, Entry<Value>>()
  #asked = new Map<string, Asked<Key, Value>[]>()
  /** What is being read, and was not forgotten since. */
  #current = new Set<string>()
  #isReading = false

  constructor(options: SharedReadsOptions<Key, Value>) {
    this.#options = options
  }

  find(key: Key): Promise<Value | undefined> {
    const name = this.#options.nameOf(key)
    const entry = this.#entries.get(name)
    if (entry !== undefined && this.#isFresh(entry)) return Promise.resolve(entry.value)
    return new Promise((resolve, reject) => {
      const others = this.#asked.get(name)
      if (others === undefined) this.#asked.set(name, [{ key, resolve, reject }])
      else others.push({ key, resolve, reject })
      this.#readSoon()
    })
  }

  /** What is known about the key has changed: the next who asks is told what is stored then. */
  forget(key: Key): void {
    const name = this.#options.nameOf(key)
    this.#entries.delete(name)
    this.#current.delete(name)
  }

  #isFresh({ readMs }: Entry<Value>): boolean {
    return this.#options.elapsedMs() - readMs < this.#options.freshMs
  }

  /** After this turn of the event loop, so that the calls of one burst share the read. */
  #readSoon(): void {
    if (this.#isReading) return
    this.#isReading = true
    setImmediate(() => void this.#readAll())
  }

  async #readAll(): Promise<void> {
    while (this.#asked.size > 0) {
      const names = [...this.#asked.keys()].slice(0, KEYS_PER_READ_MAX)
      const waiting = names.map((name) => ({ name, askers: this.#asked.get(name) ?? [] }))
      // Whoever asks from now on wants what is committed until then: he waits for the next read.
      for (const name of names) this.#asked.delete(name)
      this.#current = new Set(names)
      const readMs = this.#options.elapsedMs()
      try {
        const keys = waiting.flatMap(({ askers }) => askers.slice(0, 1).map(({ key }) => key))
        const found = await this.#options.read(keys)
        for (const { name, askers } of waiting) {
          const value = found.get(name)
          if (this.#current.has(name)) this.#keep(name, { value, readMs })
          for (const { resolve } of askers) resolve(value)
        }
      } catch (cause) {
        for (const { reject } of waiting.flatMap(({ askers }) => askers)) reject(cause)
      }
    }
    this.#isReading = false
  }

  #keep(name: string, entry: Entry<Value>): void {
    if (this.#entries.size >= ENTRIES_MAX) {
      this.#entries = new Map([...this.#entries].slice(ENTRIES_MAX / 2))
    }
    // The newest stand last.
    this.#entries.delete(name)
    this.#entries.set(name, entry)
  }
}
