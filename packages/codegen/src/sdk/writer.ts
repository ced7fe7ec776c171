/** Text of code, line by line, with the indentation of nested blocks. */
export class CodeWriter {
  readonly #lines: string[] = []
  readonly #unit: string
  #indent = ''

  constructor(unit = '    ') {
    this.#unit = unit
  }

  line(text = ''): this {
    this.#lines.push(text === '' ? '' : this.#indent + text)
    return this
  }

  lines(texts: Iterable<string>): this {
    for (const text of texts) this.line(text)
    return this
  }

  /** What `body` writes stands one step to the right, between `head` and `tail`. */
  block(head: string, body: () => void, tail = '}'): this {
    this.line(head)
    this.indented(body)
    return this.line(tail)
  }

  indented(body: () => void): this {
    const before = this.#indent
    this.#indent += this.#unit
    body()
    this.#indent = before
    return this
  }

  /** The whole text; ends with a line break. */
  text(): string {
    return `${this.#lines.join('\n')}\n`
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
const BREAKS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g

/** A text on one line: line breaks and control characters, also those of Unicode, become spaces. */
export function oneLine(text: string): string {
  return text.replace(BREAKS, ' ').trim()
}
