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

  /** What `body` writes stands one step to the right, between `head` and `tail`, no gap above it. */
  block(head: string, body: () => void, tail = '}'): this {
    this.line(head)
    const first = this.#lines.length
    this.indented(body)
    if (this.#lines[first] === '') this.#lines.splice(first, 1)
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

/** Values, each of one or more lines, indented, with commas between, and `tail` behind the last. */
export function commaLines(
  head: string,
  tail: string,
  values: readonly (readonly string[])[],
): string[] {
  const last = values.length - 1
  const lines = values.flatMap((value, index) => ended(value, index === last ? tail : ','))
  return [head, ...lines.map((line) => `    ${line}`)]
}

/** The same lines with something behind the last. */
export function ended(lines: readonly string[], end: string): string[] {
  return lines.map((line, index) => (index === lines.length - 1 ? line + end : line))
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
const BREAKS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g

/** A text on one line: line breaks and control characters, also those of Unicode, become spaces. */
export function oneLine(text: string): string {
  return text.replace(BREAKS, ' ').trim()
}

const UNSEEN = /[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g

/**
 * A literal of the languages whose escapes are those of JSON. What turns the direction of writing or
 * cannot be seen is escaped: code has to be what it looks like.
 */
export function quoted(text: string): string {
  return JSON.stringify(text).replace(
    UNSEEN,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
