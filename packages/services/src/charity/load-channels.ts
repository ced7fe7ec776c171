import {
  choiceField,
  flagField,
  lineField,
  listField,
  nameField,
  optional,
} from '../load/fields.ts'
import { loadKind } from '../load/load-kind.ts'
import { writeCharityTerms } from './seed.ts'

export const loadChannels = loadKind({
  name: 'channels',
  about: 'Charity channels that need more than the defaults; `activities` makes the others.',
  fields: {
    channel: nameField({ about: 'as its apps name it', example: 'CH_MINE' }),
    name: optional(lineField({ about: 'for people', example: '我的渠道' }, 128)),
    status: optional(
      choiceField({ about: 'default ACTIVE', example: 'ACTIVE' }, ['ACTIVE', 'CLOSED']),
    ),
    known_users_only: optional(
      flagField({ about: 'true: no user that is unknown here', example: 'false' }),
    ),
    types: optional(
      listField(
        nameField({
          about: 'the types of action that it may report; default all',
          example: 'WALK_DONATION;PUBLIC_DONATION',
        }),
      ),
    ),
  },
  key: ({ channel }) => channel,
  write: (tx, _vault, channels) => writeCharityTerms(tx, { channels }, 'replace'),
})
