import { followupRecall, type RequestOf, type ResponseOf } from '@topgate/contracts'
import {
  accept,
  type Decision,
  decline,
  implementWrite,
  refuse,
  replay,
  type WriteCall,
} from '@topgate/engine'
import type { Transaction, Vault } from '@topgate/storage'
import { deniedResult } from './denied-result.ts'
import { type Entered, enterConversation } from './enter-conversation.ts'
import { type NewMessage, saveMessages } from './message-store.ts'
import { nextStamp } from './next-stamp.ts'
import {
  type Claim,
  callerOf,
  conversationLock,
  corpKey,
  loadPeople,
  type People,
} from './people.ts'
import { loadSigned, type SignedAnswer, signatureKey } from './send-facts.ts'
import { RECALLED_TYPE } from './shown-content.ts'
import { type MessageRow, messagesById, recallsOfMessages } from './tables.ts'

type RecallCall = WriteCall<RequestOf<typeof followupRecall>>
type Answer = ResponseOf<typeof followupRecall>
type Decided = Decision<Answer, NewMessage>

/** How long after its stamp a message can be taken back. */
const RECALL_MS_MAX = 2 * 60_000
const INT64_MAX = 2n ** 63n - 1n

export interface RecallFacts extends People {
  readonly signed: Map<string, SignedAnswer>
  /** What the calls name, by id, of whatever conversation. */
  readonly records: ReadonlyMap<bigint, MessageRow>
  /** Ids of messages that were recalled. */
  readonly recalled: Set<bigint>
}

/** A doctor or patient takes a message of his own back. The message stays stored, for the audit. */
export const recallFollowup = implementWrite(followupRecall, {
  load: loadRecallFacts,
  decide: decideRecall,
  save: saveMessages,
})

async function loadRecallFacts(
  tx: Transaction,
  calls: readonly RecallCall[],
  vault: Vault,
): Promise<RecallFacts> {
  const claims = calls.map(claimOf)
  await tx.lock(claims.map(conversationLock))
  const ids = calls.map(recordIdOf).filter((id) => id <= INT64_MAX)
  const [people, signed, records] = await Promise.all([
    loadPeople(tx, claims, vault),
    loadSigned(tx, calls),
    tx.read(
      messagesById,
      ids.map((id) => ({ id })),
    ),
  ])
  const recalls = await tx.read(
    recallsOfMessages,
    records.map(({ corp, session_id, id }) => ({ corp, session_id, recalls: id })),
  )
  return {
    ...people,
    signed,
    records: new Map(records.map((row) => [row.id, row])),
    recalled: new Set(recalls.flatMap((row) => row.recalls ?? [])),
  }
}

/** In the order of the refusals: token, conversation with its members, message, closed, too late. */
export function decideRecall(facts: RecallFacts, call: RecallCall, nowMs: number): Decided {
  const signed = facts.signed.get(signatureKey(call))
  if (signed !== undefined) {
    return signed.boundaries === call.boundaries ? replay(done) : refuse('signature-collision')
  }
  const entered = enterConversation(facts, claimOf(call), nowMs)
  if (typeof entered === 'string') return denied(entered)
  const record = ownRecord(facts, call, entered)
  if (record === undefined) return denied('RECORD_NOT_FOUND')
  if (facts.recalled.has(record.id)) return replay(done)
  const { conversation, person_id } = entered
  if (conversation.state !== 'OPEN') return denied('SESSION_CLOSED')
  if (nowMs > record.stamp + RECALL_MS_MAX) return denied('RECALL_TIMEOUT')

  const stamp = nextStamp(conversation, nowMs)
  const key = corpKey(conversation.corp, conversation.session_id)
  facts.conversations.set(key, { ...conversation, head_stamp: stamp })
  facts.recalled.add(record.id)
  facts.signed.set(signatureKey(call), {
    id: call.id,
    stamp,
    content_type: RECALLED_TYPE,
    boundaries: call.boundaries,
  })
  return accept(done, {
    call,
    conversation,
    rs_type: call.request.request1.rs_type,
    sender_id: person_id,
    stamp,
    content_type: RECALLED_TYPE,
    content: undefined,
    name: undefined,
    flags: [],
    recalls: record.id,
  })
}

/** Somebody else's message looks like none; a recall cannot be recalled. */
function ownRecord(
  { records }: RecallFacts,
  call: RecallCall,
  { conversation, person_id }: Entered,
): MessageRow | undefined {
  const record = records.get(recordIdOf(call))
  const isOwn =
    record?.corp === conversation.corp &&
    record.session_id === conversation.session_id &&
    record.rs_type === call.request.request1.rs_type &&
    record.sender_id === person_id &&
    record.recalls === null
  return isOwn ? record : undefined
}

function claimOf({ app, request }: RecallCall): Claim {
  const { session_id, rs_type, bterm_user_id, sufferer_id, doctor_id } = request.request1
  return {
    ...callerOf(app),
    session_id,
    rs_type,
    bterm_user_id,
    cterm_user_id: sufferer_id,
    user_id: doctor_id,
    auth_token: request.auth_token,
  }
}

function recordIdOf({ request }: RecallCall): bigint {
  return BigInt(request.request1.record_id)
}

const done: Answer = {
  result1: { model: true, msg_code: 'SUCCESS', msg_info: '成功', success: true },
}

function denied(code: string): Decided {
  return decline({ result1: { ...deniedResult(followupRecall, code), model: false } })
}
