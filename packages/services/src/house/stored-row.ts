/** A value of a stored row: numbers as their exact text, other JSON as the text that it is. */
export interface StoredValue {
  readonly kind: 'number' | 'text' | 'null' | 'other'
  readonly text: string
}

/** With the source text of numbers, which the types of TypeScript do not know yet. */
const parse = JSON.parse as (
  text: string,
  revive: (name: string, value: unknown, context: { readonly source?: string }) => unknown,
) => Readonly<Record<string, unknown>>

class NumberText {
  readonly source: string

  constructor(source: string) {
    this.source = source
  }

  toJSON(): string {
    return this.source
  }
}

/** The columns of a row as they were stored, in the spelling in which they came. */
export function readStoredRow(measures: string): [name: string, value: StoredValue][] {
  const row = parse(measures, (_name, value, { source = '' }) =>
    typeof value === 'number' ? new NumberText(source) : value,
  )
  return Object.entries(row).map(([name, value]) => [name, storedValue(value)])
}

function storedValue(value: unknown): StoredValue {
  if (value instanceof NumberText) return { kind: 'number', text: value.source }
  if (typeof value === 'string') return { kind: 'text', text: value }
  if (value === null) return { kind: 'null', text: 'null' }
  return { kind: 'other', text: JSON.stringify(value) }
}
