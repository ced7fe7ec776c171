import type { Value } from './database.ts'

/** A row or key whose columns are only known at run time. */
export type AnyRow = Record<string, Value>

/** Each different key once. Keys with a null stay: they match no row. */
export function distinctKeys(
  keys: readonly Readonly<AnyRow>[],
  by: readonly string[],
): readonly Readonly<AnyRow>[] {
  if (keys.length < 2) return keys
  const seen = new Set<Value>()
  return keys.filter((key) => {
    const identity = identityOf(key, by)
    if (seen.has(identity)) return false
    seen.add(identity)
    return true
  })
}

function identityOf(key: Readonly<AnyRow>, by: readonly string[]): Value {
  const [first] = by
  if (by.length === 1 && first !== undefined) return comparable(key[first] ?? null)
  let identity = ''
  for (const column of by) {
    const part = String(comparable(key[column] ?? null))
    // The length in front keeps ('a', 'bc') and ('ab', 'c') apart.
    identity += `${part.length}:${part}`
  }
  return identity
}

function comparable(value: Value): Value {
  if (!(value instanceof Uint8Array)) return value
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('latin1')
}
