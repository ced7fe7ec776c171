import { FileProblem } from './file-problem.ts'

/** A string, or a run without quotes, brackets and marks. */
const tokenForm = /"(?:[^"\\\n]|\\.)*"|[[\]{},:]|[^\s"[\]{},:]+/y
const CLOSING: ReadonlySet<string> = new Set([']', '}'])
const OPENING: ReadonlySet<string> = new Set(['[', '{'])

/** Cuts a long JSON text into its values, and knows the line of each; it does not read them. */
export class JsonCutter {
  readonly #text: string
  #at = 0
  #line = 1

  constructor(text: string) {
    this.#text = text
  }

  /** Of the next token, after `skipSpace`. */
  get line(): number {
    return this.#line
  }

  isAtEnd(): boolean {
    this.skipSpace()
    return this.#at >= this.#text.length
  }

  /** Takes this mark if it comes next. */
  take(mark: string): boolean {
    this.skipSpace()
    if (this.#text[this.#at] !== mark) return false
    this.#at += 1
    return true
  }

  demand(mark: string): void {
    if (!this.take(mark)) throw new FileProblem(this.#line, `expected ${mark} here`)
  }

  /** The text of the next value: a scalar, or all between a bracket and its fellow. */
  value(): string {
    this.skipSpace()
    const start = this.#at
    let depth = 0
    do {
      const token = this.#token()
      if (OPENING.has(token)) depth += 1
      if (CLOSING.has(token)) depth -= 1
      this.skipSpace()
    } while (depth > 0)
    return this.#text.slice(start, this.#at)
  }

  skipSpace(): void {
    for (;;) {
      const character = this.#text[this.#at]
      if (character === '\n') this.#line += 1
      else if (character !== ' ' && character !== '\t' && character !== '\r') return
      this.#at += 1
    }
  }

  #token(): string {
    tokenForm.lastIndex = this.#at
    const [token] = tokenForm.exec(this.#text) ?? []
    if (token === undefined) throw new FileProblem(this.#line, 'the JSON breaks off here')
    this.#at += token.length
    return token
  }
}
