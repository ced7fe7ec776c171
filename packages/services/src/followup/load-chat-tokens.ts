import {
  choiceField,
  flagField,
  formField,
  momentField,
  nameField,
  optional,
} from '../load/fields.ts'
import { loadKind } from '../load/load-kind.ts'
import { personId } from './load-fields.ts'
import { noFollowup, seedFollowup } from './seed.ts'

export const loadChatTokens = loadKind({
  name: 'chat-tokens',
  about: 'auth_tokens of doctors, patients and guardians. They are stored as keyed tags only.',
  fields: {
    corp: nameField({ about: 'follow-up centre', example: 'CORP_MINE' }),
    token: formField(
      {
        about: 'auth_token of the calls',
        example: '00112233445566778899aabbccddeeff',
        isPersonal: true,
      },
      /^(?:[0-9A-Fa-f]{32}|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})$/,
      '32 hexadecimal digits or a UUID',
    ),
    subject: personId({ about: 'the doctor, patient or guardian', example: '900001' }),
    role: choiceField({ about: 'guardians have the role patient', example: 'doctor' }, [
      'doctor',
      'patient',
    ]),
    app_key: optional(
      nameField({ about: 'the only app that may use it; default all of the centre', example: '' }),
    ),
    expires: optional(momentField({ about: 'default never', example: '2027-01-31 08:00:00' })),
    revoked: optional(flagField({ about: 'true ends it at once', example: 'false' })),
  },
  key: ({ corp, token }) => `${corp} ${token}`,
  write: (tx, vault, rows) =>
    seedFollowup(
      tx,
      vault,
      {
        ...noFollowup,
        auth_tokens: rows.map(({ expires, ...row }) =>
          expires === undefined ? row : { ...row, expires_ms: expires },
        ),
      },
      'replace',
    ),
})
