import { choiceField, countField, nameField } from '../load/fields.ts'
import { loadKind } from '../load/load-kind.ts'
import { seedHouse } from './seed.ts'

const SUBJECTS_MAX = 10_000_000

export const loadExpectations = loadKind({
  name: 'expectations',
  about: 'How many brokers, shops or cities a housing partner reports each day.',
  fields: {
    partner: nameField({ about: 'housing partner', example: 'HOUSE_MINE' }),
    type: choiceField({ about: '1 brokers, 2 shops, 3 cities', example: '2' }, ['1', '2', '3']),
    subjects: countField({ about: 'a day with fewer is PARTIAL', example: '200' }, 1, SUBJECTS_MAX),
  },
  key: ({ partner, type }) => `${partner} ${type}`,
  write: (tx, vault, rows) =>
    seedHouse(
      tx,
      vault,
      {
        partners: [],
        subjects: [],
        expectations: rows.map((row) => ({ ...row, type: BigInt(row.type) })),
      },
      'replace',
    ),
})
