import type { Value } from './database.ts'
import type { AnyRow } from './distinct-keys.ts'
import type { ColumnKind } from './table.ts'

/**
 * One column of `rows` as the text of a PostgreSQL array. Numbers go as their digits: 64 bits
 * never pass through a double, and what is no integer is refused by the database.
 */
export function arrayLiteral(
  rows: readonly Readonly<AnyRow>[],
  column: string,
  kind: ColumnKind,
): string {
  let literal = '{'
  for (const row of rows) {
    if (literal.length > 1) literal += ','
    literal += element(row[column] ?? null, kind)
  }
  return `${literal}}`
}

function element(value: Value, kind: ColumnKind): string {
  if (value === null) return 'NULL'
  if (value instanceof Uint8Array) return bytesElement(value)
  return kind === 'text' ? textElement(String(value)) : String(value)
}

const special = /["\\]/
const specials = /["\\]/g

function textElement(text: string): string {
  return special.test(text) ? `"${text.replace(specials, '\\$&')}"` : `"${text}"`
}

function bytesElement(bytes: Uint8Array): string {
  const { buffer, byteOffset, byteLength } = bytes
  return `"\\\\x${Buffer.from(buffer, byteOffset, byteLength).toString('hex')}"`
}
