import { lineField, nameField, optional } from '../load/fields.ts'
import { loadKind } from '../load/load-kind.ts'
import { personId } from './load-fields.ts'
import { noFollowup, seedFollowup } from './seed.ts'

export const loadPatients = loadKind({
  name: 'patients',
  about: 'Patients of follow-up centres. Their names are stored encrypted.',
  fields: {
    corp: nameField({ about: 'follow-up centre', example: 'CORP_MINE' }),
    patient_id: personId({ about: 'id of the patient', example: '920001' }),
    name: lineField({ about: 'for doctors', example: '李女士', isPersonal: true }, 64),
    guardian_id: optional(personId({ about: 'who may speak for the patient', example: '' })),
  },
  key: ({ corp, patient_id }) => `${corp} ${patient_id}`,
  write: (tx, vault, patients) => seedFollowup(tx, vault, { ...noFollowup, patients }, 'replace'),
})
