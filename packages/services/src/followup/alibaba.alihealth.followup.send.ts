import { followupSend, type ResponseOf } from '@topgate/contracts'
import {
  accept,
  type Decision,
  decline,
  implementWrite,
  refuse,
  replay,
  type WriteHandler,
} from '@topgate/engine'
import { type NewMessage, saveMessages } from './message-store.ts'
import { defaultFollowupPolicy, type FollowupPolicy } from './policy.ts'
import {
  corpKey,
  type FirstAnswer,
  loadSendFacts,
  type NamedAnswer,
  namedKey,
  type SendCall,
  type SendFacts,
  signatureKey,
} from './send-facts.ts'
import { speakerIn, tokenProblem } from './speaker.ts'
import type { ConversationRow } from './tables.ts'

type Answer = ResponseOf<typeof followupSend>
type Said = Decision<Answer, NewMessage>

/** How long the caller's own id of a message stands for its first answer. */
const CLIENT_ID_MS = 24 * 60 * 60_000

/** A doctor or patient says something in a conversation. */
export function sendFollowup(policy: FollowupPolicy = defaultFollowupPolicy): WriteHandler {
  return implementWrite(followupSend, {
    load: (tx, calls, vault) => loadSendFacts(tx, calls, vault, policy.media_hosts),
    decide: (facts: SendFacts, call, nowMs) => decideMessage(policy, facts, call, nowMs),
    save: saveMessages,
  })
}

/** In the order of the refusals: content, token, conversation with its members, closed. */
export function decideMessage(
  policy: FollowupPolicy,
  facts: SendFacts,
  call: SendCall,
  nowMs: number,
): Said {
  const signed = facts.signed.get(signatureKey(call))
  if (signed !== undefined) return replaySigned(signed, call)
  const content = facts.contents.get(call.id)
  if (content === undefined) throw new Error('decided without its content')
  if (content.kind === 'rejected') return denied(content.code, content.advice)

  const { auth_token, request1 } = call.request
  if (auth_token === undefined && policy.auth_token_required) return denied('TOKEN_INVALID')
  const problem = auth_token === undefined ? undefined : tokenProblem(facts, call, nowMs)
  if (problem !== undefined) return denied(problem)

  const key = corpKey(call.app.owns.followup_corp, request1.session_id)
  const conversation = facts.conversations.get(key)
  // One answer for missing, foreign and other people's conversations: no id may be probed.
  if (conversation === undefined) return denied('SESSION_NOT_FOUND')
  const sender_id = speakerIn(facts, call, conversation)
  if (sender_id === undefined) return denied('SESSION_NOT_FOUND')

  const { content_type, client_msg_id } = content
  const earlier = findNamed(facts, call, conversation, { sender_id, client_msg_id, nowMs })
  if (earlier !== undefined) return replay(sent(earlier, earlier.content))
  if (conversation.state !== 'OPEN') return denied('SESSION_CLOSED')

  const stamp = Math.max(conversation.head_stamp + 1, nowMs)
  const message: NewMessage = { call, conversation, sender_id, stamp, content_type, client_msg_id }
  remember(facts, key, message)
  return accept(sent({ id: call.id, stamp, content_type }, request1.content.text), message)
}

/** The same signature covers the same text; other boundaries in it mean other parameters. */
function replaySigned(first: FirstAnswer & { boundaries: string }, call: SendCall): Said {
  if (first.boundaries !== call.boundaries) return refuse('signature-collision')
  return replay(sent(first, call.request.request1.content.text))
}

function findNamed(
  facts: SendFacts,
  { request }: SendCall,
  { corp, session_id }: ConversationRow,
  wanted: { sender_id: string; client_msg_id: string | undefined; nowMs: number },
): NamedAnswer | undefined {
  if (wanted.client_msg_id === undefined) return undefined
  return facts.named
    .get(namedKey(corp, session_id, wanted.client_msg_id))
    ?.find(
      ({ rs_type, sender_id, stamp }) =>
        rs_type === request.request1.rs_type &&
        sender_id === wanted.sender_id &&
        stamp > wanted.nowMs - CLIENT_ID_MS,
    )
}

/** What the next message of the same batch must see. */
function remember(facts: SendFacts, key: string, message: NewMessage): void {
  const { call, conversation, sender_id, stamp, content_type, client_msg_id } = message
  const first = { id: call.id, stamp, content_type }
  facts.conversations.set(key, { ...conversation, head_stamp: stamp })
  facts.signed.set(signatureKey(call), { ...first, boundaries: call.boundaries })
  if (client_msg_id === undefined) return
  const { rs_type, content, session_id } = call.request.request1
  const name = namedKey(conversation.corp, session_id, client_msg_id)
  const named = { ...first, rs_type, sender_id, content: content.text }
  facts.named.set(name, [...(facts.named.get(name) ?? []), named])
}

function sent({ id, stamp, content_type }: FirstAnswer, content: string): Answer {
  return {
    result1: {
      success: true,
      msg_code: 'SUCCESS',
      msg_info: '成功',
      model: { content_type, content, id: String(id), time_stamp: String(stamp) },
    },
  }
}

/** The words of the contract's error table, or advice that is more exact. */
function denied(code: string, advice?: string): Said {
  const error = followupSend.errors.find((known) => known.code === code)
  const msg_info = [error?.about.zh, advice ?? error?.remedy.zh].join('：')
  return decline({ result1: { success: false, msg_code: code, msg_info } })
}
