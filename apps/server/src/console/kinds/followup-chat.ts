import type { Bilingual } from '@topgate/contracts'
import { type ConversationReport, findConversations } from '@topgate/services'
import { both, type Mark, type Report, type Section, type Value } from '@topgate/web'
import { addressOf } from './address.ts'
import { readableContent } from './chat-content.ts'
import type { ConsoleStore, Kind } from './kind.ts'

type Message = ConversationReport['messages'][number]
type Member = ConversationReport['members'][number]

const name = both('随访会话', 'Follow-up chat')

/** A conversation between doctor and patient: who and when, and with a reason what was said. */
export const followupChatKind: Kind = {
  folder: 'chats',
  name,
  form: both('会话的 session_id，32 位十六进制', 'The session_id, 32 hexadecimal digits'),
  example: '78bfcced948a65d29c5c77f1cd3367a2',

  async find({ db, vault }, typed) {
    const found = isSessionId(typed)
      ? await findConversations(db, vault, { session_id: typed })
      : []
    return found.length === 0 ? [] : [{ ref: typed, label: typed }]
  },

  report: (store, ref) => reportOf(store, ref),

  sealed: {
    about: both(
      '聊天内容属于医疗健康信息，是敏感个人信息，已隐藏。',
      'What was said is health information and sensitive: it is hidden.',
    ),
    reveal: (store, ref, reason) => reportOf(store, ref, { reason }),
  },
}

async function reportOf(
  { db, vault }: ConsoleStore,
  ref: string,
  opened?: { readonly reason: string },
): Promise<Report | undefined> {
  const { session_id, before } = readRef(ref)
  if (!isSessionId(session_id)) return undefined
  const found = await findConversations(db, vault, { session_id, before }, opened)
  if (found.length === 0) return undefined
  return {
    kind: name,
    id: session_id,
    badges: found.map(({ state }) => stateMark(state)),
    sections: found.flatMap((conversation) => sectionsOf(conversation, opened !== undefined)),
  }
}

function isSessionId(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text)
}

/** `ID` is the newest part of a conversation, `ID@STAMP` what was before that stamp. */
function readRef(ref: string): { readonly session_id: string; readonly before?: number } {
  const [, session_id = ref, before] = /^([0-9a-f]{32})@(\d{13,16})$/.exec(ref) ?? []
  return before === undefined ? { session_id } : { session_id, before: Number(before) }
}

function stateMark(state: string): Mark {
  return state === 'OPEN'
    ? { text: both('进行中', 'Open'), tone: 'good' }
    : { text: both(`已关闭 ${state}`, `Closed ${state}`), tone: 'plain' }
}

const kinds: Readonly<Record<string, Bilingual>> = {
  SINGLE: both('单聊', 'Single'),
  GROUP: both('群聊', 'Group'),
}

const roles: Readonly<Record<Member['role'], Bilingual>> = {
  group: both('医生组', 'Doctor group'),
  doctor: both('医生', 'Doctor'),
  patient: both('患者', 'Patient'),
  guardian: both('监护人', 'Guardian'),
}

const contentTypes: Readonly<Record<number, Bilingual>> = {
  0: both('未知', 'Unknown'),
  1: both('文字', 'Text'),
  2: both('图片', 'Picture'),
  3: both('语音', 'Voice'),
  31: both('医生小结', 'Summary'),
}

function sectionsOf(conversation: ConversationReport, isOpened: boolean): Section[] {
  const { corp, session_id, head_stamp, closed_reason, members, messages } = conversation
  const [oldest] = messages
  const earlier: [Bilingual, Value][] =
    conversation.has_earlier && oldest !== undefined
      ? [
          [
            both('更早的消息', 'Earlier messages'),
            { text: '…', href: addressOf('chats', `${session_id}@${oldest.stamp}`) },
          ],
        ]
      : []
  return [
    {
      kind: 'facts',
      title: both(`随访中心 ${corp}`, `Centre ${corp}`),
      facts: [
        [both('种类', 'Kind'), kinds[conversation.kind] ?? conversation.kind],
        [both('状态', 'State'), { mark: stateMark(conversation.state) }],
        [both('关闭原因', 'Closed because'), closed_reason],
        [both('最新消息', 'Newest message'), head_stamp === 0 ? null : { moment: head_stamp }],
        ...earlier,
      ],
    },
    {
      kind: 'rows',
      title: both('消息', 'Messages'),
      about: both('最早的在最上面，至多 200 条。', 'The oldest on top, at most 200.'),
      columns: [
        both('时间', 'Time'),
        both('说话人', 'Speaker'),
        both('类型', 'Type'),
        both('内容', 'Content'),
        both('状态', 'State'),
        both('标记', 'Flags'),
        both('消息 ID', 'Message id'),
      ],
      rows: messages.map((message) => messageRow(message, isOpened)),
    },
    {
      kind: 'rows',
      title: both('成员', 'Members'),
      columns: [
        both('角色', 'Role'),
        both('姓名', 'Name'),
        both('ID', 'ID'),
        both('状态', 'Status'),
      ],
      rows: members.map(({ role, name, id, status }) => [
        roles[role],
        name,
        { code: id },
        status === 'active' ? both('在群', 'Active') : both('已离开', 'Left'),
      ]),
    },
  ]
}

function messageRow(message: Message, isOpened: boolean): Value[] {
  return [
    { moment: message.stamp },
    [roles[message.role], { code: message.sender_id }],
    contentTypes[message.content_type] ?? String(message.content_type),
    contentOf(message, isOpened),
    stateOf(message),
    message.flags.map((code) => ({ code })),
    { code: message.id.toString() },
  ]
}

function contentOf({ content, recalls }: Message, isOpened: boolean): Value {
  if (content !== null) return { lines: readableContent(content) }
  return isOpened || recalls !== null ? null : both('已隐藏', 'Hidden')
}

function stateOf({ state, recalls }: Message): Value {
  switch (state) {
    case 'SENT':
      return both('已发送', 'Sent')
    case 'RECALLED':
      return { mark: { text: both('已撤回', 'Recalled'), tone: 'caution' } }
    case 'RECALL':
      return both(`撤回 ${recalls}`, `Recalls ${recalls}`)
    default:
      return state satisfies never
  }
}
