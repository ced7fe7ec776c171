/** Collects lines that arrive in pieces, up to a bound. */
export class LineCollector {
  readonly #charsMax: number
  readonly lines: string[] = []
  #rest: string[] = []
  #chars = 0

  constructor(charsMax: number) {
    this.#charsMax = charsMax
  }

  /** False when more came than the bound allows. */
  push(piece: string): boolean {
    this.#chars += piece.length
    if (this.#chars > this.#charsMax) return false
    const parts = piece.split('\n')
    const last = parts.pop() ?? ''
    for (const part of parts) {
      this.lines.push(this.#rest.join('') + part)
      this.#rest = []
    }
    if (last !== '') this.#rest.push(last)
    return true
  }
}
