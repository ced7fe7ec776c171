const BEIJING_MS = 8 * 3_600_000

/**
 * The time of a run: it stands still until a case moves it, so that boundaries are exact. It begins
 * at the real time, which the writer of the server goes by.
 */
export class Clock {
  #nowMs = Math.floor(Date.now() / 1000) * 1000
  /** How far the clock of the server is off. */
  serverOffsetMs = 0

  nowMs(): number {
    return this.#nowMs
  }

  serverMs(): number {
    return this.#nowMs + this.serverOffsetMs
  }

  advance(seconds: number): void {
    this.#nowMs += seconds * 1000
  }
}

/** `yyyy-MM-dd HH:mm:ss` in Beijing. */
export function beijing(ms: number): string {
  return new Date(ms + BEIJING_MS).toISOString().slice(0, 19).replace('T', ' ')
}
