import { lineField, nameField } from '../load/fields.ts'
import { loadKind } from '../load/load-kind.ts'
import { personId } from './load-fields.ts'
import { noFollowup, seedFollowup } from './seed.ts'

export const loadDoctors = loadKind({
  name: 'doctors',
  about: 'Doctors of follow-up centres.',
  fields: {
    corp: nameField({ about: 'follow-up centre as its apps name it', example: 'CORP_MINE' }),
    doctor_id: personId({ about: 'id of the doctor', example: '900001' }),
    name: lineField({ about: 'for patients', example: '王医生' }, 64),
  },
  key: ({ corp, doctor_id }) => `${corp} ${doctor_id}`,
  write: (tx, vault, doctors) => seedFollowup(tx, vault, { ...noFollowup, doctors }, 'replace'),
})
