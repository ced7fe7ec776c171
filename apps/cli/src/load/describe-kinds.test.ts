import { LineReader, loadKinds, rowLine } from '@topgate/server'
import { expect, it } from 'vitest'
import { describeKinds, templateOf } from './describe-kinds.ts'
import { readRows } from './read-rows.ts'

it.each(loadKinds)('has samples of $name that can be loaded, as CSV and as JSON', (kind) => {
  for (const format of ['csv', 'json'] as const) {
    const reader = new LineReader()
    for (const row of readRows(new TextEncoder().encode(templateOf(kind, format)), undefined)) {
      reader.push(rowLine(row.kind, row.line, row.texts))
    }
    expect(reader.loaded.problems).toEqual([])
    expect(reader.loaded.rows.get(kind)).toHaveLength(1)
  }
})

it('explains every kind and field', () => {
  const words = describeKinds()
  for (const { name, fields } of loadKinds) {
    expect(words).toContain(`${name}: `)
    for (const field of Object.keys(fields)) expect(words).toMatch(new RegExp(`\\[?${field}\\]? `))
  }
})
