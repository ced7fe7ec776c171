import { formatBeijing } from '@topgate/contracts'
import type { ConversationReport } from '@topgate/server'
import { inColumns } from './columns.ts'

type Message = ConversationReport['messages'][number]

/** A conversation for people: its state, its members, its messages without their words. */
export function describeChat(report: ConversationReport): string {
  const { corp, session_id, kind, state, closed_reason, members, messages, has_earlier } = report
  return [
    `Conversation ${session_id} of centre ${corp}`,
    ...inColumns([
      ['kind', kind],
      ['state', closed_reason === null ? state : `${state} (${closed_reason})`],
    ]),
    '',
    'Members',
    ...inColumns([
      ['role', 'id', 'name', 'status'],
      ...members.map(({ role, id, name, status }) => [role, id, name ?? '-', status]),
    ]),
    '',
    'Messages',
    ...inColumns([
      ['stamp', 'Beijing time', 'role', 'sender', 'type', 'state', 'id', 'flags'],
      ...messages.map(messageRow),
    ]),
    ...(has_earlier ? [`  older ones: --before ${messages[0]?.stamp}`] : []),
  ].join('\n')
}

function messageRow(message: Message): string[] {
  const { id, stamp, role, sender_id, content_type, state, recalls, flags } = message
  return [
    String(stamp),
    formatBeijing(stamp),
    role,
    sender_id,
    String(content_type),
    recalls === null ? state : `${state} of ${recalls}`,
    String(id),
    flags.length === 0 ? '-' : flags.join(', '),
  ]
}
