import { type LoadKind, loadKinds } from '@topgate/server'
import { inColumns } from '../show/columns.ts'

/** What every kind is and what its fields take. */
export function describeKinds(): string {
  return loadKinds.map(describeKind).join('\n\n')
}

function describeKind({ name, about, fields }: LoadKind): string {
  const rows = Object.entries(fields).map(([field, { about, expects, isOptional }]) => [
    isOptional ? `[${field}]` : field,
    `${about} (${expects})`,
  ])
  return [`${name}: ${about}`, ...inColumns(rows)].join('\n')
}

/** A file with one good row of the kind, to be filled in. */
export function templateOf({ name, fields }: LoadKind, format: 'csv' | 'json'): string {
  const examples = Object.entries(fields).map(([field, { example }]) => [field, example] as const)
  if (format === 'json') {
    const row = Object.fromEntries(examples.filter(([, example]) => example !== ''))
    return JSON.stringify({ [name]: [row] }, null, 2)
  }
  const cells = (texts: readonly string[]) => texts.map(cellOf).join(',')
  return [
    `#${name}`,
    cells(examples.map(([field]) => field)),
    cells(examples.map(([, example]) => example)),
  ].join('\n')
}

function cellOf(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
