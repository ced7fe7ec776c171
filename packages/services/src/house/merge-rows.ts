import type { ReadRow, RowHead } from './stat-row.ts'

/** The day of a subject in one line of business: what a row replaces. */
export function rowKey({ business_type, subject, statistics_date }: RowHead): string {
  return `${business_type} ${subject.key} ${statistics_date}`
}

/**
 * At most one row for each key: of equal ones the last of the call wins. Rows that differ in their
 * own `id` are never merged; where the subject alone cannot tell them apart, the id joins its name.
 */
export function mergeRows(rows: readonly ReadRow[]): ReadRow[] {
  const merged = new Map<string, ReadRow>()
  for (const row of separated(rows)) {
    const key = rowKey(row)
    const isRepeated = merged.has(key)
    merged.set(key, isRepeated ? { ...row, flags: [...row.flags, 'DUPLICATE_ROW'] } : row)
  }
  return [...merged.values()]
}

function separated(rows: readonly ReadRow[]): ReadRow[] {
  const rowIds = new Map<string, string | undefined>()
  const ambiguous = new Set<string>()
  for (const row of rows) {
    const key = rowKey(row)
    const { row_id } = row.subject
    if (rowIds.has(key) && rowIds.get(key) !== row_id) ambiguous.add(key)
    rowIds.set(key, row_id)
  }
  return rows.map((row) => (ambiguous.has(rowKey(row)) ? namedByRow(row) : row))
}

function namedByRow(row: ReadRow): ReadRow {
  const { subject, flags } = row
  const key = `${subject.key}#${subject.row_id ?? ''}`
  return {
    ...row,
    subject: { ...subject, key, isFallback: true },
    flags: [...new Set([...flags, 'SUBJECT_FALLBACK' as const])],
  }
}
