import { type Draft, getParam, setParam } from '../draft.ts'
import { type Members, membersOf, objectOf } from '../json-members.ts'
import { textOf } from '../notation.ts'
import type { OpArguments } from '../op-arguments.ts'
import type { Edits } from './edit.ts'

/** Changes inside the JSON text of a parameter. */
export const jsonEdits: Edits = {
  'json.set_raw': (draft, op, fill) => {
    editObject(draft, op, (members) => members.set(op.member(), textOf(op, fill)))
  },

  'json.remove': (draft, op) => {
    editObject(draft, op, (members) => members.delete(op.member()))
  },

  'json.add_many': (draft, op) => {
    editObject(draft, op, (members) => addMany(members, op.number('count')))
  },

  'json.many_columns': (draft, op) => {
    editRow(draft, op, (row) => listOf([addMany(row, op.number('count'))]))
  },

  'json.rows': (draft, op) => {
    const [count, badAt] = [op.number('count'), op.number('bad_at')]
    editRow(draft, op, (row) => listOf(manyRows(row, count, badAt)))
  },

  // White space, so that nothing but the size is wrong.
  'json.pad_rows_to': (draft, op) => {
    const bytes = op.number('bytes')
    editRow(
      draft,
      op,
      (row) =>
        `${listOf([row])
          .slice(0, -1)
          .padEnd(bytes - 1)}]`,
    )
  },

  'json.older_update': (draft, op) => {
    editRow(draft, op, (row) =>
      listOf([row.set('updateTime', '"2022-03-31 21:23:11"').set('aliUv', '7')]),
    )
  },
}

/** Sets members of the one row of statistics, each to a JSON text. */
export function setInRow(draft: Draft, changes: Readonly<Record<string, string>>): void {
  changeRow(draft, 'req', (row) => {
    for (const [name, value] of Object.entries(changes)) row.set(name, value)
    return listOf([row])
  })
}

function editObject(draft: Draft, op: OpArguments, edit: (members: Members) => unknown): void {
  changeObject(draft, op.text('param'), edit)
}

function changeObject(draft: Draft, param: string, edit: (members: Members) => unknown): void {
  const members = membersOf(getParam(draft, param))
  edit(members)
  setParam(draft, param, objectOf(members))
}

/** Puts other text in place of `data`, which holds a list of one row. */
function editRow(draft: Draft, op: OpArguments, edit: (row: Members) => string): void {
  changeRow(draft, op.text('param'), edit)
}

function changeRow(draft: Draft, param: string, edit: (row: Members) => string): void {
  changeObject(draft, param, (members) => {
    const data = String(JSON.parse(members.get('data') ?? '""'))
    members.set('data', JSON.stringify(edit(membersOf(data.slice(1, -1)))))
  })
}

function listOf(rows: readonly Members[]): string {
  return `[${rows.map(objectOf).join(',')}]`
}

function addMany(members: Members, count: number): Members {
  for (let at = 0; at < count; at += 1) members.set(`added${at}`, '1')
  return members
}

/** Good rows, each of another day, and a bad one. */
function manyRows(row: Members, count: number, badAt: number): Members[] {
  return Array.from({ length: count }, (_, at) => {
    const day = new Date(Date.UTC(2019, 0, 1 + at)).toISOString().slice(0, 10)
    return new Map(row).set('statisticsDate', JSON.stringify(at === badAt ? '2022-04-31' : day))
  })
}
