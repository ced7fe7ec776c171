import { findConversations } from '@topgate/server'
import { UsageError } from '../exit-codes.ts'
import { describeChat } from './describe-chat.ts'
import { showable } from './show-kind.ts'

interface Options {
  readonly corp?: string
  readonly before?: string
}

export const showChat = showable({
  name: 'chat',
  summary: 'a follow-up conversation: who, when and what kind',
  description:
    'Shows the members of a conversation and its newest 200 messages with their stamps, types and ' +
    'flags. What was said stays hidden: it is read in the console, with a reason.',
  argument: { name: 'session', about: 'session_id of the conversation' },
  options: [
    { flags: '--corp <corp>', about: 'the follow-up centre; without it, all that have this id' },
    { flags: '--before <stamp>', about: 'only messages with a lower time_stamp' },
  ],
  examples: [
    'topgate show chat 78bfcced948a65d29c5c77f1cd3367a2',
    "topgate show chat 78bfcced948a65d29c5c77f1cd3367a2 --json | jq '.[].messages[].flags'",
    'topgate show chat 78bfcced948a65d29c5c77f1cd3367a2 --before 1763712000000',
  ],
  find: ({ db, vault }, session_id, { corp, before }: Options) =>
    findConversations(db, vault, { session_id, corp, before: readStamp(before) }),
  describe: (reports) => reports.map(describeChat).join('\n\n'),
  absence: (session, { corp }) =>
    `No conversation ${session}${corp === undefined ? '' : ` of the centre ${corp}`}. ` +
    'Check the id (32 lower-case hexadecimal digits) and the store (--data-dir or --database-url).',
})

function readStamp(before: string | undefined): number | undefined {
  if (before === undefined) return undefined
  if (/^[0-9]{1,15}$/.test(before)) return Number(before)
  throw new UsageError(`--before ${before}: must be a time_stamp in milliseconds`)
}
