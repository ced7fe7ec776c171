import { FileProblem, type FileRow } from './file-problem.ts'

interface CsvRecord {
  readonly line: number
  readonly cells: readonly string[]
}

const KIND_MARK = '#'

/**
 * The rows of a CSV file by RFC 4180: commas, quotes doubled inside quotes, lines that end with LF
 * or CRLF. A first line such as `#products` says the kind; the next one names the fields. Empty
 * lines are skipped.
 */
export function* readCsvRows(text: string, given: string | undefined): Generator<FileRow> {
  const records = readCsv(text)
  let head = records.next().value
  let kind = given
  if (head !== undefined && isKindMark(head)) {
    kind = kindOf(head, given)
    head = records.next().value
  }
  if (kind === undefined) {
    throw new FileProblem(
      1,
      'say what the rows are with --kind, or in a first line such as #products',
    )
  }
  if (head === undefined) throw new FileProblem(1, 'the names of the fields are missing')
  const names = readNames(head)
  for (const { line, cells } of records) {
    if (cells.length !== names.length) {
      const words = `has ${cells.length} cells, but there are ${names.length} fields`
      throw new FileProblem(line, words)
    }
    yield {
      kind,
      line,
      texts: Object.fromEntries(names.map((name, at) => [name, cells[at] ?? ''])),
    }
  }
}

function isKindMark({ cells: [first = '', ...others] }: CsvRecord): boolean {
  return first.startsWith(KIND_MARK) && others.every((cell) => cell === '')
}

function kindOf({ line, cells }: CsvRecord, given: string | undefined): string {
  const marked = (cells[0] ?? '').slice(KIND_MARK.length).trim()
  if (given === undefined || given === marked) return marked
  throw new FileProblem(line, `says that the rows are ${marked}, but --kind says ${given}`)
}

function readNames({ line, cells }: CsvRecord): string[] {
  const names = cells.map((cell) => cell.trim())
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new FileProblem(line, `names the field "${twice}" twice`)
  return names
}

/** One cell and what ends it; `y` takes it where the last one ended. */
const cellForm = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y

function* readCsv(text: string): Generator<CsvRecord, undefined> {
  let line = 1
  let at = 0
  while (at < text.length) {
    const cells: string[] = []
    const firstLine = line
    let end: string
    do {
      cellForm.lastIndex = at
      const found = cellForm.exec(text)
      if (found === null) throw new FileProblem(line, 'has a quote that does not fit')
      const [whole, quoted, plain = '', mark = ''] = found
      cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
      at += whole.length
      line += whole.split('\n').length - 1
      end = mark
    } while (end === ',')
    if (cells.length > 1 || cells[0] !== '') yield { line: firstLine, cells }
  }
}
