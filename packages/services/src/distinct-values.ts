import { type Database, type Table, text } from '@topgate/storage'

/**
 * The texts in a column that an index begins with. Jumps along the index from one value to the
 * next instead of reading every row.
 */
export async function distinctValues<T extends Table>(
  db: Database,
  { name }: T,
  column: keyof T['columns'] & string,
): Promise<string[]> {
  const rows = await db.all(
    `WITH RECURSIVE seen (value) AS (
      SELECT min(${column}) FROM ${name}
      UNION ALL
      SELECT (SELECT min(t.${column}) FROM ${name} t WHERE t.${column} > seen.value)
      FROM seen WHERE seen.value IS NOT NULL
    ) SELECT value FROM seen WHERE value IS NOT NULL`,
    [],
    { value: text },
  )
  return rows.map(({ value }) => value)
}
