import { followupSend, isGrammarForgiven, type ResponseOf } from '@topgate/contracts'
import { accept, type Decision, decline, implementWrite, refuse, replay } from '@topgate/engine'
import { deniedResult } from './denied-result.ts'
import { enterConversation } from './enter-conversation.ts'
import { forgivenIn } from './lenient.ts'
import { type NewMessage, saveMessages } from './message-store.ts'
import { nextStamp } from './next-stamp.ts'
import { corpKey } from './people.ts'
import {
  claimOf,
  type FirstAnswer,
  loadSendFacts,
  type MessageName,
  type NamedAnswer,
  namedKey,
  nameOf,
  type SendCall,
  type SendFacts,
  signatureKey,
} from './send-facts.ts'
import type { ConversationRow } from './tables.ts'

type Answer = ResponseOf<typeof followupSend>
type Said = Decision<Answer, NewMessage>

/** A doctor or patient says something in a conversation. */
export const sendFollowup = implementWrite(followupSend, {
  load: loadSendFacts,
  decide: decideMessage,
  save: saveMessages,
})

/** In the order of the refusals: content, token, conversation with its members, closed. */
export function decideMessage(facts: SendFacts, call: SendCall, nowMs: number): Said {
  const signed = facts.signed.get(signatureKey(call))
  if (signed !== undefined) return replaySigned(signed, call)
  const content = facts.contents.get(call.id)
  if (content === undefined) throw new Error('decided without its content')
  if (content.kind === 'rejected') return denied(content.code, content.advice)

  const entered = enterConversation(facts, claimOf(call), nowMs)
  if (typeof entered === 'string') return denied(entered)
  const { conversation, person_id } = entered
  const name = nameOf(content, call, facts.policies)
  const earlier = findNamed(facts, call, conversation, { sender_id: person_id, name, nowMs })
  if (earlier !== undefined) return replay(sent(earlier, earlier.content))
  if (conversation.state !== 'OPEN') return denied('SESSION_CLOSED')

  const { content_type, flags } = content
  const { rs_type } = call.request.request1
  const { text } = call.request.request1.content
  const message: NewMessage = {
    call,
    conversation,
    rs_type,
    sender_id: person_id,
    stamp: nextStamp(conversation, nowMs),
    content_type,
    content: text,
    name: name?.name,
    flags: isGrammarForgiven(call.forgiven) ? [...flags, 'GRAMMAR'] : flags,
    recalls: null,
  }
  const forgiven = call.app.profile === 'lenient' ? forgivenIn(facts, message) : undefined
  const answer = sent({ id: call.id, stamp: message.stamp, content_type }, text)
  remember(facts, call, message)
  return accept(answer, message, forgiven)
}

/** The same signature covers the same text; other boundaries in it mean other parameters. */
function replaySigned(first: FirstAnswer & { boundaries: string }, call: SendCall): Said {
  if (first.boundaries !== call.boundaries) return refuse('signature-collision')
  return replay(sent(first, call.request.request1.content.text))
}

function findNamed(
  facts: SendFacts,
  { request }: SendCall,
  conversation: ConversationRow,
  wanted: { sender_id: string; name: MessageName | undefined; nowMs: number },
): NamedAnswer | undefined {
  const { name, nowMs } = wanted
  if (name === undefined) return undefined
  return facts.named
    .get(namedKey(conversation, name.name))
    ?.find(
      ({ rs_type, sender_id, stamp }) =>
        rs_type === request.request1.rs_type &&
        sender_id === wanted.sender_id &&
        stamp > nowMs - name.forMs,
    )
}

/** What the next message of the same batch must see. */
function remember(facts: SendFacts, call: SendCall, message: NewMessage): void {
  const { conversation, sender_id, rs_type, stamp, content_type, name } = message
  const first = { id: call.id, stamp, content_type }
  const { corp, session_id } = conversation
  facts.conversations.set(corpKey(corp, session_id), { ...conversation, head_stamp: stamp })
  facts.signed.set(signatureKey(call), { ...first, boundaries: call.boundaries })
  if (name === undefined) return
  const key = namedKey(conversation, name)
  const { text } = call.request.request1.content
  const named = { ...first, rs_type, sender_id, content: text }
  facts.named.set(key, [...(facts.named.get(key) ?? []), named])
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

function denied(code: string, advice?: string): Said {
  return decline({ result1: deniedResult(followupSend, code, advice) })
}
