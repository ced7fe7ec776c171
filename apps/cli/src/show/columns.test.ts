import { expect, it } from 'vitest'
import { inColumns } from './columns.ts'

it('begins every column at the same cell, counting Chinese characters twice', () => {
  expect(
    inColumns([
      ['name', 'of'],
      ['样例', 'a'],
      ['b', ''],
    ]),
  ).toEqual(['  name  of', '  样例  a', '  b'])
})
