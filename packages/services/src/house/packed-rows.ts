import { jsonText } from './json-text.ts'
import type { RowFlag } from './row-values.ts'
import type { ReadRow, RowHead } from './stat-row.ts'

/** A row on its way into the store: its measures are the JSON text that is stored. */
export interface StatRow extends RowHead {
  readonly measures: string
  readonly flags: readonly RowFlag[]
}

type PackedHead = Omit<StatRow, 'business_type' | 'measures'> & { readonly business_type: string }

/**
 * Two lines a row: what names it, and its measures. One text crosses between threads by a copy of
 * its memory, where the same rows as objects would be built anew on each side.
 */
export function packRows(rows: readonly ReadRow[]): string {
  return rows.map(packRow).join('\n')
}

export function unpackRows(packed: string): StatRow[] {
  if (packed === '') return []
  const lines = packed.split('\n')
  const rows: StatRow[] = []
  for (let at = 0; at < lines.length; at += 2) {
    const head: PackedHead = JSON.parse(lines[at] ?? '')
    rows.push({ ...head, business_type: BigInt(head.business_type), measures: lines[at + 1] ?? '' })
  }
  return rows
}

/** JSON text holds no line break of its own. */
function packRow({ members, business_type, ...row }: ReadRow): string {
  const head: PackedHead = { ...row, business_type: String(business_type) }
  return `${JSON.stringify(head)}\n${jsonText(members)}`
}
