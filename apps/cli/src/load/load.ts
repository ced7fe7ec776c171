import { LineReader, LOAD_ROWS_MAX, loadKinds, rowLine } from '@topgate/server'
import { type Command, Option } from 'commander'
import { UsageError } from '../exit-codes.ts'
import { ownerCommand } from '../owner/owner-command.ts'
import type { Terminal } from '../terminal.ts'
import { describeKinds, templateOf } from './describe-kinds.ts'
import { FileProblem } from './file-problem.ts'
import { readRows } from './read-rows.ts'

interface LoadOptions {
  readonly kind?: string
  readonly dryRun?: true
  readonly template?: string
  readonly format: 'csv' | 'json'
}

const kindNames = loadKinds.map(({ name }) => name)
const PROGRESS_ROWS = 10_000

const about = `Loads data of your own from a file: all of its rows, or none. What is there already becomes as the
file says; loading it again changes nothing.

CSV: a first line such as #products says the kind (or --kind does), the next line names the fields.
JSON: {"products": [{…}, …], "tags": [{…}, …]}; or with --kind an array of rows, or a row per line.
UTF-8. Times are Beijing time. Lists in a cell have ; between. An empty cell is an absent value.`

const examples = [
  'topgate load --template products > products.csv',
  'topgate load products.csv --dry-run',
  'topgate load shop.json',
  'topgate load patients.csv --kind patients',
  'mysql … | topgate load - --kind users',
]

/** `topgate load FILE`. */
export function addLoadCommand(
  program: Command,
  terminal: Terminal,
  done: (code: number) => void,
): void {
  const command = program
    .command('load')
    .summary('load products, activities, tags, doctors … from a file')
    .description(about)
    .argument('[file]', 'CSV or JSON; - is the standard input')
    .addOption(new Option('--kind <kind>', 'what the rows are').choices(kindNames))
    .option('--dry-run', 'check everything, change nothing')
    .addOption(new Option('--template <kind>', 'print a sample file instead').choices(kindNames))
    .addOption(
      new Option('--format <format>', 'of the template').choices(['csv', 'json']).default('csv'),
    )
    .addHelpText(
      'after',
      () => `\nKinds and their fields, [optional] ones in brackets:\n\n${describeKinds()}`,
    )
  ownerCommand(command, examples, terminal, done, ([file]) => {
    const { kind, dryRun, template, format }: LoadOptions = command.opts()
    const sample = loadKinds.find(({ name }) => name === template)
    if (sample !== undefined) return { print: templateOf(sample, format) }
    if (file === undefined) throw new UsageError('Name a file; --help shows what can be in it.')
    const lines = readLines(file, kind, terminal)
    return {
      operation: 'owner.load',
      input: { dry_run: dryRun === true },
      lines,
      describe: (result) => describeLoad(result as Loaded),
    }
  })
}

interface Loaded {
  readonly loaded: Readonly<Record<string, number>>
  readonly dry_run: boolean
}

function describeLoad({ loaded, dry_run }: Loaded): string {
  const counts = Object.entries(loaded).map(([kind, count]) => `${count} ${kind}`)
  return `${dry_run ? 'All good, nothing was changed' : 'Loaded'}: ${counts.join(', ')}`
}

/** Every row is checked here before anybody is asked to write; all bad ones are told at once. */
function readLines(file: string, kind: string | undefined, terminal: Terminal): string[] {
  const reader = new LineReader()
  const lines: string[] = []
  for (const row of rowsOf(file, kind, terminal)) {
    if (lines.length >= LOAD_ROWS_MAX) {
      throw new UsageError(`${file}: more than ${LOAD_ROWS_MAX} rows. Cut the file. ${nothing}`)
    }
    const line = rowLine(row.kind, row.line, row.texts)
    reader.push(line)
    lines.push(line)
    if (lines.length % PROGRESS_ROWS === 0) terminal.err(`${lines.length} rows checked …`)
  }
  const { problems, problemCount } = reader.loaded
  if (problemCount > 0) {
    const more =
      problemCount > problems.length ? [`and ${problemCount - problems.length} more`] : []
    throw new UsageError([`${file}:`, ...problems, ...more, nothing].join('\n'))
  }
  if (lines.length === 0) throw new UsageError(`${file}: there is no row in it.`)
  if (lines.length >= PROGRESS_ROWS) terminal.err(`${lines.length} rows are good; writing …`)
  return lines
}

const nothing = 'Nothing was loaded.'

/** Rows one by one; what cannot be read is told with the name of the file. */
function* rowsOf(file: string, kind: string | undefined, terminal: Terminal) {
  try {
    yield* readRows(readFile(file, terminal), kind)
  } catch (error) {
    if (error instanceof FileProblem) throw new UsageError(`${file}:\n${error.message}\n${nothing}`)
    throw error
  }
}

function readFile(file: string, terminal: Terminal): Uint8Array {
  try {
    return terminal.readBytes(file)
  } catch (error) {
    throw new UsageError(`Cannot read ${file}: ${error instanceof Error ? error.message : error}`)
  }
}
