import type { Columns, Lookup, Merge, Write } from './table.ts'

/** Pieces of SQL that both dialects share. */

export function quoted(name: string): string {
  return `"${name}"`
}

/** Column names in the order in which values are bound. */
export function keysOf(columns: Columns): readonly string[] {
  return Object.keys(columns)
}

/** What a lookup reads from `source`, where its table is named `t`. */
export function lookupSql({ table, sumOf }: Lookup, source: string): string {
  const nameOf = (column: string) => `t.${quoted(column)}`
  const columns = keysOf(table.columns)
  if (sumOf === undefined) return `SELECT ${columns.map(nameOf).join(', ')} FROM ${source}`
  const groups = columns.filter((column) => column !== sumOf).map(nameOf)
  const sum = `CAST(sum(${nameOf(sumOf)}) AS BIGINT) AS ${quoted(sumOf)}`
  return `SELECT ${groups.join(', ')}, ${sum} FROM ${source} GROUP BY ${groups.join(', ')}`
}

/** `source` is what gives the rows: VALUES on SQLite, a SELECT from unnest on PostgreSQL. */
export function insertSql({ table, onKey }: Write, source: string, verb = 'INSERT'): string {
  const columns = keysOf(table.columns).map(quoted).join(', ')
  const insert = `${verb} INTO ${quoted(table.name)} (${columns}) ${source}`
  if (onKey === undefined) return insert
  const changes = Object.entries(onKey.merge).map(([column, merge]) => {
    const name = quoted(column)
    return `${name} = ${merged(merge, `${quoted(table.name)}.${name}`, `excluded.${name}`)}`
  })
  const action = changes.length === 0 ? 'NOTHING' : `UPDATE SET ${changes.join(', ')}`
  return `${insert} ON CONFLICT (${onKey.key.map(quoted).join(', ')}) DO ${action}`
}

function merged(merge: Merge, kept: string, added: string): string {
  switch (merge) {
    case 'replace':
      return added
    case 'add':
      return `${kept} + ${added}`
    case 'max':
      return `CASE WHEN ${added} > ${kept} THEN ${added} ELSE ${kept} END`
    default:
      return merge satisfies never
  }
}
