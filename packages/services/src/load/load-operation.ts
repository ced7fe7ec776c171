import type { Transaction } from '@topgate/storage'
import { InputReader, OwnerRefusal, ownerOperation } from '../owner/index.ts'
import type { LoadKind, RowProblem } from './load-kind.ts'
import { LineReader, type LineRow, LOAD_ROWS_MAX, problemWords } from './read-lines.ts'

interface LoadInput {
  readonly rows: ReadonlyMap<LoadKind, readonly LineRow[]>
  readonly isDryRun: boolean
}

/** What rows miss in the store, by input: known before anything is written. */
type LoadFacts = ReadonlyMap<LoadInput, readonly string[]>

/** All rows of a file, or none. */
export const loadRows = ownerOperation<LoadInput, LoadFacts, LoadInput>('owner.load', {
  read(input) {
    const reader = new InputReader(input)
    const lines = reader.texts('lines')
    if (lines.length === 0) throw new OwnerRefusal('There is no row to load.')
    if (lines.length > LOAD_ROWS_MAX) {
      throw new OwnerRefusal(`At most ${LOAD_ROWS_MAX} rows are loaded at once: cut the file.`)
    }
    const read = new LineReader()
    for (const line of lines) read.push(line)
    const { rows, problems, problemCount } = read.loaded
    if (problemCount > 0) throw refusalOf(problems, problemCount)
    return { rows, isDryRun: reader.flag('dry_run') }
  },

  async load(tx, inputs) {
    await tx.lock(['owner load'])
    const facts = new Map<LoadInput, readonly string[]>()
    for (const input of inputs) facts.set(input, await missingOf(tx, input))
    return facts
  },

  decide(facts, input) {
    const problems = facts.get(input) ?? []
    if (problems.length > 0) throw refusalOf(problems, problems.length)
    const counts = [...input.rows].flatMap(([{ name }, rows]) =>
      rows.length === 0 ? [] : [[name, rows.length] as const],
    )
    return {
      object: `load ${counts.map(([name, count]) => `${count} ${name}`).join(', ')}`,
      result: { loaded: Object.fromEntries(counts), dry_run: input.isDryRun },
      change: input.isDryRun ? null : input,
    }
  },

  /** Kinds in the order of their table, so that two loads take their rows alike. */
  async save(tx, inputs, vault) {
    for (const { rows } of inputs) {
      for (const [kind, own] of rows) if (own.length > 0) await kind.write(tx, vault, own)
    }
  },
})

async function missingOf(tx: Transaction, { rows }: LoadInput): Promise<string[]> {
  const keys = new Map<string, ReadonlySet<string>>()
  const none: ReadonlySet<string> = new Set()
  for (const [{ name }, own] of rows) keys.set(name, new Set(own.map(({ key }) => key)))
  const problems: string[] = []
  for (const [kind, own] of rows) {
    if (own.length === 0) continue
    const problemOf = await kind.needs(tx, own, (name) => keys.get(name) ?? none)
    for (const row of own) {
      const problem: RowProblem | undefined = problemOf(row)
      if (problem !== undefined) problems.push(problemWords(row.line, problem))
    }
  }
  return problems
}

const SHOWN_MAX = 20

function refusalOf(problems: readonly string[], count: number): OwnerRefusal {
  const shown = problems.slice(0, SHOWN_MAX)
  const more = count - shown.length
  return new OwnerRefusal(
    ...shown,
    ...(more > 0 ? [`and ${more} more`] : []),
    `Nothing was loaded: ${count === 1 ? 'mend this' : 'mend these'} first.`,
  )
}
