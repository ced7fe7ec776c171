import { findTags } from '@topgate/server'
import { describeTags } from './describe-tags.ts'
import { showable } from './show-kind.ts'

export const showTags = showable({
  name: 'tags',
  summary: 'the tags of one user',
  description:
    'Shows the tags that business sources put on a user: source, tag, since when, how often and ' +
    'until when, and by what kinds of identifiers the user can be found. Several users when they ' +
    'share the phone number.',
  argument: {
    name: 'user',
    about: 'Taobao user id, phone number or Alipay id; looked up by keyed hash and never printed',
  },
  examples: [
    'topgate show tags 2088123412345678',
    'topgate show tags 13800138000',
    "topgate show tags 2201234567890 --json | jq '.[].marks[].status'",
  ],
  find: ({ db, vault }, user) => findTags(db, vault, user, Date.now()),
  describe: (reports) => reports.map(describeTags).join('\n\n'),
  absence: () =>
    'No such user and no tag. Give a Taobao user id (up to 19 digits), a mainland mobile number ' +
    '(11 digits) or an Alipay id (16 digits beginning with 2088).',
})
