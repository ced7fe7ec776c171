import type { LoadedRow, LoadKind, RowProblem } from './load-kind.ts'
import { loadKinds } from './load-kinds.ts'

/** Rows of a file, by kind in the order of the table of kinds, each with its line. */
export interface LoadedLines {
  readonly rows: ReadonlyMap<LoadKind, readonly LineRow[]>
  /** The first ones, in words. */
  readonly problems: readonly string[]
  readonly problemCount: number
}

export interface LineRow extends LoadedRow {
  readonly line: number
}

/** Of one load. It is one transaction, and while it is written other writes wait. */
export const LOAD_ROWS_MAX = 50_000
const PROBLEMS_SHOWN_MAX = 20
const LINE_CHARS_MAX = 64 * 1024

/** Reads rows one by one, so that a long file can be read in steps. */
export class LineReader {
  readonly #rows = new Map<LoadKind, LineRow[]>(loadKinds.map((kind) => [kind, []]))
  readonly #seen = new Map<string, number>()
  readonly #problems: string[] = []
  #problemCount = 0

  /** `kind`, line of the file and texts by field, as JSON: what `rowLine` writes. */
  push(text: string): void {
    const parsed = parseLine(text)
    if (parsed === undefined) this.#note(0, [{ field: '', words: 'this row cannot be read' }])
    else this.#note(parsed.line, this.#take(parsed))
  }

  #take({ kind: name, line, texts }: ParsedLine): readonly RowProblem[] {
    const kind = loadKinds.find((known) => known.name === name)
    if (kind === undefined) {
      return [{ field: '', words: `there is no kind "${name}"; ${kindNames()}` }]
    }
    const row = kind.read(texts)
    if (!('key' in row)) return row
    const identity = `${name} ${row.key}`
    const before = this.#seen.get(identity)
    if (before !== undefined) {
      return [{ field: '', words: `says the same thing as line ${before}` }]
    }
    this.#seen.set(identity, line)
    this.#rows.get(kind)?.push({ ...row, line })
    return []
  }

  get loaded(): LoadedLines {
    return { rows: this.#rows, problems: this.#problems, problemCount: this.#problemCount }
  }

  #note(line: number, problems: readonly RowProblem[]): void {
    this.#problemCount += problems.length
    const room = PROBLEMS_SHOWN_MAX - this.#problems.length
    for (const problem of problems.slice(0, room)) this.#problems.push(problemWords(line, problem))
  }
}

export function problemWords(line: number, { field, words }: RowProblem): string {
  return field === '' ? `line ${line}: ${words}` : `line ${line}, ${field}: ${words}`
}

/** A row on its way to who writes it. */
export function rowLine(
  kind: string,
  line: number,
  texts: Readonly<Record<string, string>>,
): string {
  return JSON.stringify([kind, line, texts])
}

interface ParsedLine {
  readonly kind: string
  readonly line: number
  readonly texts: Readonly<Record<string, string>>
}

function parseLine(text: string): ParsedLine | undefined {
  if (text.length > LINE_CHARS_MAX) return undefined
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return undefined
  }
  if (!Array.isArray(parsed)) return undefined
  const [kind, line, texts] = parsed as readonly unknown[]
  if (typeof kind !== 'string' || typeof line !== 'number') return undefined
  if (typeof texts !== 'object' || texts === null) return undefined
  if (!Object.values(texts).every((value) => typeof value === 'string')) return undefined
  return { kind, line, texts: texts as Readonly<Record<string, string>> }
}

function kindNames(): string {
  return `there are ${loadKinds.map(({ name }) => name).join(', ')}`
}
