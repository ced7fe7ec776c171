import {
  choiceField,
  flagField,
  formField,
  lineField,
  nameField,
  optional,
} from '../load/fields.ts'
import { loadKind } from '../load/load-kind.ts'
import { seedHouse } from './seed.ts'

const idForm = /^[^\s/]{1,64}$/
const idExpects = '1 to 64 characters without spaces and /'

export const loadSubjects = loadKind({
  name: 'subjects',
  about: 'Brokers, shops and cities of housing partners, by the ids that their rows name.',
  fields: {
    partner: nameField({ about: 'housing partner', example: 'HOUSE_MINE' }),
    type: choiceField({ about: '1 broker, 2 shop, 3 city', example: '2' }, ['1', '2', '3']),
    id: formField({ about: 'id in the rows', example: '3' }, idForm, idExpects),
    store_id: optional(formField({ about: 'shop of a broker', example: '' }, idForm, idExpects)),
    name: optional(lineField({ about: 'for people', example: '滨江店' }, 128)),
    exclusive: optional(flagField({ about: 'true: nobody else may report it', example: 'false' })),
  },
  key: ({ partner, type, id }) => `${partner} ${type} ${id}`,
  write: (tx, vault, rows) =>
    seedHouse(
      tx,
      vault,
      { partners: [], subjects: rows.map((row) => ({ ...row, type: BigInt(row.type) })) },
      'replace',
    ),
})
