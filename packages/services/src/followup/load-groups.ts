import { listField, nameField, optional } from '../load/fields.ts'
import { loadKind } from '../load/load-kind.ts'
import { personId } from './load-fields.ts'
import { noFollowup, seedFollowup } from './seed.ts'

export const loadGroups = loadKind({
  name: 'groups',
  about: 'Groups of doctors who speak with patients together.',
  fields: {
    corp: nameField({ about: 'follow-up centre', example: 'CORP_MINE' }),
    group_id: personId({ about: 'id of the group', example: '910001' }),
    members: listField(personId({ about: 'doctors who may speak', example: '900001;900002' })),
    left: optional(listField(personId({ about: 'doctors who may not any more', example: '' }))),
  },
  key: ({ corp, group_id }) => `${corp} ${group_id}`,
  check({ members, left = [] }) {
    if (!left.some((doctor) => members.includes(doctor))) return undefined
    return { field: 'left', words: 'names a doctor who is also among the members' }
  },
  write: (tx, vault, groups) => seedFollowup(tx, vault, { ...noFollowup, groups }, 'replace'),
})
