import { type Columns, type RowOf, type Table, upsertInto, type Write } from '@topgate/storage'

/**
 * What a seed does with a row that is there already: `keep` it, for fixtures at each start, or
 * `replace` it, for an owner who loads a change.
 */
export type Existing = 'keep' | 'replace'

/** The writes of one seeded table. Columns in `own` belong to the running service: never replaced. */
export function seedWrites<T extends Table>(
  table: T,
  key: readonly (keyof T['columns'] & string)[],
  own: readonly (keyof T['columns'] & string)[] = [],
): Readonly<Record<Existing, Write<RowOf<T>>>> {
  const fixed = new Set<string>([...key, ...own])
  const others = Object.keys(table.columns).filter((column) => !fixed.has(column))
  const replacing = Object.fromEntries(others.map((column) => [column, 'replace' as const]))
  return {
    keep: upsertInto<Columns, string>(table, key, {}) as Write<RowOf<T>>,
    replace: upsertInto<Columns, string>(table, key, replacing) as Write<RowOf<T>>,
  }
}
