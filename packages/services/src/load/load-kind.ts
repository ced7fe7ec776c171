import type { Transaction, Vault } from '@topgate/storage'
import type { Field, Fields, FieldValues } from './fields.ts'

/** What a problem is about; `field` is '' for the row as a whole. */
export interface RowProblem {
  readonly field: string
  readonly words: string
}

/** A kind of thing that an owner loads from a file; one file each, beside its domain. */
export interface LoadKindSpec<F extends Fields> {
  readonly name: string
  readonly about: string
  readonly fields: F
  /** What makes a row the same thing as another: twice in one file is a mistake. */
  key(row: FieldValues<F>): string
  /** A rule across fields. */
  check?(row: FieldValues<F>): RowProblem | undefined
  /** What a row needs that must be there before: undefined, or the problem. Reads, bounded. */
  needs?(
    tx: Transaction,
    rows: readonly FieldValues<F>[],
    file: FileRows,
  ): Promise<(row: FieldValues<F>) => RowProblem | undefined>
  /** Writes the rows; what is there already becomes as the rows say. */
  write(tx: Transaction, vault: Vault, rows: readonly FieldValues<F>[]): Promise<void>
}

/** The keys of the rows of another kind in the same file. */
export type FileRows = (kind: string) => ReadonlySet<string>

/** A kind whose own types are closed over, so that kinds stand in one table. */
export interface LoadKind extends Omit<LoadKindSpec<Fields>, 'key' | 'check' | 'needs' | 'write'> {
  read(texts: Readonly<Record<string, string>>): LoadedRow | readonly RowProblem[]
  needs(
    tx: Transaction,
    rows: readonly LoadedRow[],
    file: FileRows,
  ): Promise<(row: LoadedRow) => RowProblem | undefined>
  write(tx: Transaction, vault: Vault, rows: readonly LoadedRow[]): Promise<void>
}

export interface LoadedRow {
  readonly key: string
  /** Of the type that the kind itself understands. */
  readonly values: unknown
}

const SHOWN_CHARS_MAX = 40

export function loadKind<F extends Fields>(spec: LoadKindSpec<F>): LoadKind {
  const { name, about, fields } = spec
  // Rows come back to the very kind that read them.
  const own = (row: LoadedRow) => row.values as FieldValues<F>
  return {
    ...{ name, about, fields },
    read(texts) {
      const problems = unknownFields(texts, name, fields)
      const values: Record<string, unknown> = {}
      for (const [member, field] of Object.entries(fields)) {
        const text = texts[member] ?? ''
        const value = text === '' ? undefined : field.read(text)
        if (value === undefined && !(text === '' && field.isOptional)) {
          problems.push({ field: member, words: wordsOf(field, text) })
        }
        if (value !== undefined) values[member] = value
      }
      if (problems.length > 0) return problems
      const row = values as FieldValues<F>
      const problem = spec.check?.(row)
      return problem === undefined ? { key: spec.key(row), values: row } : [problem]
    },
    async needs(tx, rows, file) {
      const missing = await spec.needs?.(tx, rows.map(own), file)
      return (row) => missing?.(own(row))
    },
    write: (tx, vault, rows) => spec.write(tx, vault, rows.map(own)),
  }
}

function unknownFields(
  texts: Readonly<Record<string, string>>,
  kind: string,
  fields: Fields,
): RowProblem[] {
  return Object.keys(texts)
    .filter((name) => !Object.hasOwn(fields, name))
    .map((name) => ({
      field: name.slice(0, SHOWN_CHARS_MAX),
      words: `${kind} have no such field; there are ${Object.keys(fields).join(', ')}`,
    }))
}

function wordsOf({ expects, isPersonal }: Field<unknown>, text: string): string {
  if (text === '') return `is required: ${expects}`
  const shown = isPersonal ? '' : `, not "${text.slice(0, SHOWN_CHARS_MAX)}"`
  return `must be ${expects}${shown}`
}
