import type { Value } from './database.ts'

/** A row or key whose columns are only known at run time. */
export type AnyRow = Record<string, Value>

/** Values of one column, each leading to those of the next; the last one has nothing below. */
interface Level extends Map<Value, Level | undefined> {}

/** Each different key once. Keys with a null stay: they match no row. */
export function distinctKeys(
  keys: readonly Readonly<AnyRow>[],
  by: readonly string[],
): readonly Readonly<AnyRow>[] {
  if (keys.length < 2) return keys
  const seen: Level = new Map()
  return keys.filter((key) => isNew(key, by, seen))
}

/**
 * Column by column instead of by one text of all: text that is made only to be looked up costs more
 * than the look.
 */
function isNew(key: Readonly<AnyRow>, by: readonly string[], seen: Level): boolean {
  const last = by.length - 1
  let level = seen
  for (let at = 0; at < last; at += 1) {
    const value = comparable(key, by[at])
    let next = level.get(value)
    if (next === undefined) {
      next = new Map()
      level.set(value, next)
    }
    level = next
  }
  const before = level.size
  level.set(comparable(key, by[last]), undefined)
  return level.size > before
}

/** Bytes are compared by what they hold. */
function comparable(key: Readonly<AnyRow>, column: string | undefined): Value {
  const value = column === undefined ? null : (key[column] ?? null)
  if (!(value instanceof Uint8Array)) return value
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('latin1')
}
