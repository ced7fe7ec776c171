import { write, writeSync } from 'node:fs'

/** Lines leave in blocks of about this size. */
const BLOCK_CHARS = 8 * 1024
/** What waits for a place that is full or slow; lines above it are left out and counted. */
export const WAITING_CHARS_MAX = 4 * 1024 * 1024

const nothing: Buffer = Buffer.alloc(0)

/**
 * Writes lines to an open file in blocks: who has a line never waits for it. A place that takes
 * nothing, such as a full disk, costs lines in the end, and never the process.
 */
export class LineWriter {
  readonly #file: number
  readonly #write: typeof write
  #waiting = ''
  /** What is on its way, or could not be written yet. */
  #block = nothing
  #isWriting = false
  /** The last try failed: only `flush` tries again, not every line. */
  #isStuck = false
  #dropped = 0

  constructor(file: number, writeBytes: typeof write = write) {
    this.#file = file
    this.#write = writeBytes
  }

  write(line: string): void {
    if (!this.#hasRoom(line.length)) {
      this.#dropped += 1
      return
    }
    this.#waiting += line
    if (this.#waiting.length >= BLOCK_CHARS && !this.#isStuck) this.flush()
  }

  /** Sends what waits. Called a few times a second by the owner. */
  flush(): void {
    if (this.#isWriting) return
    if (this.#block.length === 0) {
      this.#block = Buffer.from(this.#waiting)
      this.#waiting = ''
    }
    if (this.#block.length === 0) return
    this.#isWriting = true
    this.#write(this.#file, this.#block, 0, this.#block.length, null, (error, written) => {
      this.#isWriting = false
      this.#isStuck = error !== null
      if (error !== null) return
      this.#block = this.#block.subarray(written)
      if (this.#block.length > 0 || this.#waiting.length >= BLOCK_CHARS) this.flush()
    })
  }

  /** For a process that ends: what cannot be written now is lost. Never throws. */
  flushSync(): void {
    const begun = this.#isWriting ? nothing : this.#block
    let rest = Buffer.concat([begun, Buffer.from(this.#waiting)])
    this.#block = nothing
    this.#waiting = ''
    try {
      while (rest.length > 0) rest = rest.subarray(writeSync(this.#file, rest))
    } catch {
      // There is nowhere left to say so.
    }
  }

  /** Lines that were left out since the last time; 0 as long as there is no room for saying so. */
  takeDropped(): number {
    if (!this.#hasRoom(BLOCK_CHARS)) return 0
    const dropped = this.#dropped
    this.#dropped = 0
    return dropped
  }

  #hasRoom(chars: number): boolean {
    return this.#waiting.length + chars <= WAITING_CHARS_MAX
  }
}
