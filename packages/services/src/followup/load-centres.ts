import { countField, flagField, formField, listField, nameField, optional } from '../load/fields.ts'
import { loadKind } from '../load/load-kind.ts'
import { noFollowup, seedFollowup } from './seed.ts'

const DAY_MS = 24 * 60 * 60_000

export const loadCentres = loadKind({
  name: 'centres',
  about: 'What the chats of a follow-up centre allow; a centre that is not here has the defaults.',
  fields: {
    corp: nameField({ about: 'follow-up centre as its apps name it', example: 'CORP_MINE' }),
    auth_token_required: optional(
      flagField({
        about: 'nobody speaks or reads without a token; default false',
        example: 'true',
      }),
    ),
    media_hosts: optional(
      listField(
        formField(
          { about: 'hosts of pictures and audio', example: 'media.example;cdn.example' },
          /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?(:[0-9]{1,5})?$/,
          'a host name such as media.example, in lower case',
        ),
      ),
    ),
    repeat_text_ms: optional(
      countField(
        {
          about: 'equal content of one sender within this time is one message; 0 off',
          example: '0',
        },
        0,
        DAY_MS,
      ),
    ),
    unknown_content: optional(
      flagField({
        about: 'content of an unknown form is kept as type 0; default false',
        example: '',
      }),
    ),
  },
  key: ({ corp }) => corp,
  write: (tx, vault, corps) => seedFollowup(tx, vault, { ...noFollowup, corps }, 'replace'),
})
