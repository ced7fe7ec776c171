import { isJsonObject, type JsonValue } from '@topgate/contracts'
import { JsonProblem, readJson } from '@topgate/protocol'
import { LIST_SEPARATOR } from '@topgate/server'
import { FileProblem, type FileRow } from './file-problem.ts'
import { JsonCutter } from './json-cutter.ts'

const limits = { depthMax: 3, membersMax: 100, itemsMax: 1_000, numberCharsMax: 20 }

/**
 * The rows of a JSON file. It names its kinds itself, `{"products": [{…}, …], "tags": […]}`; with a
 * given kind it is an array of rows, or one row per line.
 */
export function* readJsonRows(text: string, given: string | undefined): Generator<FileRow> {
  const cutter = new JsonCutter(text)
  if (given === undefined) {
    yield* readByKind(cutter)
  } else if (cutter.take('[')) {
    yield* readArray(cutter, given)
  } else {
    while (!cutter.isAtEnd()) yield readRow(cutter, given)
  }
  if (!cutter.isAtEnd()) throw new FileProblem(cutter.line, 'something follows the end of the JSON')
}

function* readByKind(cutter: JsonCutter): Generator<FileRow> {
  if (!cutter.take('{')) {
    throw new FileProblem(cutter.line, 'say what the rows are with --kind, or as {"products": […]}')
  }
  if (cutter.take('}')) return
  do {
    const { line } = cutter
    const kind = readValue(cutter.value(), line)
    const isNamed = typeof kind === 'string' && cutter.take(':') && cutter.take('[')
    if (!isNamed) {
      const words = 'must name a kind and its rows, as {"products": […]}; or give --kind'
      throw new FileProblem(line, words)
    }
    yield* readArray(cutter, kind)
  } while (cutter.take(','))
  cutter.demand('}')
}

/** After the opening bracket. */
function* readArray(cutter: JsonCutter, kind: string): Generator<FileRow> {
  if (cutter.take(']')) return
  do yield readRow(cutter, kind)
  while (cutter.take(','))
  cutter.demand(']')
}

function readRow(cutter: JsonCutter, kind: string): FileRow {
  cutter.skipSpace()
  const { line } = cutter
  const row = readValue(cutter.value(), line)
  if (!isJsonObject(row)) throw new FileProblem(line, 'a row is an object: {"field": value, …}')
  const texts: Record<string, string> = {}
  for (const [name, value] of row) {
    const text = textOf(value)
    if (text === undefined) {
      throw new FileProblem(line, `${name} must be a text, a number, true, false or a list of them`)
    }
    texts[name] = text
  }
  return { kind, line, texts }
}

function readValue(text: string, line: number): JsonValue {
  try {
    return readJson(text, limits)
  } catch (error) {
    if (error instanceof JsonProblem) throw new FileProblem(line, `is no JSON: ${error.reason}`)
    throw error
  }
}

/** Every value as a cell of a table would hold it. */
function textOf(value: JsonValue): string | undefined {
  if (value === null) return ''
  if (Array.isArray(value)) {
    const items = value.map(textOf)
    const isFlat = items.every((item) => item !== undefined && !item.includes(LIST_SEPARATOR))
    return isFlat ? items.join(LIST_SEPARATOR) : undefined
  }
  if (typeof value === 'string') return value
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value)
  return 'decimal' in value && typeof value.decimal === 'string' ? value.decimal : undefined
}
