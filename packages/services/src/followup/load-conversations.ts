import { choiceField, formField, nameField, optional } from '../load/fields.ts'
import { loadKind } from '../load/load-kind.ts'
import { personId } from './load-fields.ts'
import { noFollowup, seedFollowup } from './seed.ts'

export const loadConversations = loadKind({
  name: 'conversations',
  about: 'Conversations of a doctor or a group with a patient.',
  fields: {
    corp: nameField({ about: 'follow-up centre', example: 'CORP_MINE' }),
    session_id: formField(
      { about: 'session_id of the calls', example: '0123456789abcdef0123456789abcdef' },
      /^[0-9a-f]{32}$/,
      '32 digits 0-9 and a-f',
    ),
    kind: choiceField({ about: 'with one doctor or with a group', example: 'GROUP' }, [
      'SINGLE',
      'GROUP',
    ]),
    bterm_user_id: personId({ about: 'the doctor, or the group', example: '910001' }),
    cterm_user_id: personId({ about: 'the patient', example: '920001' }),
    state: optional(
      choiceField({ about: 'default OPEN', example: 'OPEN' }, ['OPEN', 'CLOSED', 'ARCHIVED']),
    ),
    closed_reason: optional(
      choiceField({ about: 'of one that is closed', example: '' }, [
        'dissolved',
        'transferred',
        'deceased',
        'opt-out',
      ]),
    ),
  },
  key: ({ corp, session_id }) => `${corp} ${session_id}`,
  check({ state = 'OPEN', closed_reason }) {
    if (closed_reason === undefined || state !== 'OPEN') return undefined
    return { field: 'closed_reason', words: 'belongs to a conversation that is not OPEN' }
  },
  write: (tx, vault, rows) =>
    seedFollowup(
      tx,
      vault,
      { ...noFollowup, conversations: rows.map((row) => ({ ...row, state: row.state ?? 'OPEN' })) },
      'replace',
    ),
})
