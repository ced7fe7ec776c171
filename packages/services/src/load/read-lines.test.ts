import { expect, it } from 'vitest'
import { LineReader, rowLine } from './read-lines.ts'

function problemsOf(...lines: readonly string[]) {
  const reader = new LineReader()
  for (const line of lines) reader.push(line)
  return reader.loaded.problems
}

const product = { insurer: 'INS_A', inst_product_id: 'CU95', name: '百万医疗险' }

it('names line, field and what is expected, for every bad field of a row', () => {
  const bad = { inst_product_id: 'CU 95', name: 'x'.repeat(129), colour: 'red' }
  expect(problemsOf(rowLine('products', 2, product), rowLine('products', 3, bad))).toEqual([
    'line 3, colour: products have no such field; there are insurer, inst_product_id, name',
    'line 3, insurer: is required: 1 to 64 letters, digits and _ . -',
    'line 3, inst_product_id: must be 1 to 64 letters, digits, _ and -, not "CU 95"',
    `line 3, name: must be one line of 1 to 128 characters, not "${'x'.repeat(40)}"`,
  ])
})

it('never shows what names a person', () => {
  const user = { taobao_user_id: '22x', nick: 'a\nb', mobile: '12345678901' }
  const problems = problemsOf(rowLine('users', 7, user)).join('\n')
  expect(problems).toContain('line 7, mobile: must be the 11 digits of a mobile number')
  for (const value of ['22x', 'a\nb', '12345678901']) expect(problems).not.toContain(value)
})

it('refuses two rows that say the same thing, and names both', () => {
  expect(problemsOf(rowLine('products', 2, product), rowLine('products', 9, product))).toEqual([
    'line 9: says the same thing as line 2',
  ])
})

it.each([
  ['rules', { sub_code: 'A', type: 'T', formula: 'FIXED', quantity_path: 'n' }, 'quantity_path'],
  ['rules', { sub_code: 'A', type: 'T', formula: 'PER_QUANTITY' }, 'quantity_path'],
  [
    'activities',
    {
      ...{ activity_id: '1', channel: 'C', name: 'n', default_sub_code: 'A' },
      ...{ start: '2026-01-02 00:00:00', end: '2026-01-02 00:00:00' },
    },
    'end: must be after start',
  ],
  ['groups', { corp: 'C', group_id: '1', members: '1;2', left: '2' }, 'left: names a doctor'],
  ['tags', { biz_code: 'B', tag_code: 'HIV', name: '艾滋病' }, 'name: a tag about'],
] as const)('keeps the rules across the fields of %s', (kind, row, words) => {
  expect(problemsOf(rowLine(kind, 2, row)).join()).toContain(`line 2, ${words}`)
})

it.each(['', 'x', '{}', '["products"]', '["products",1,{"a":1}]', '["ships",1,{}]'])(
  'refuses a line that is no row: %s',
  (line) => {
    expect(problemsOf(line)).toHaveLength(1)
  },
)
