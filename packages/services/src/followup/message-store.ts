import type { Transaction, Vault } from '@topgate/storage'
import { clientMsgTag, contentContext, type SendCall } from './send-facts.ts'
import { type ConversationRow, insertMessages, type MessageRow, raiseHeads } from './tables.ts'

/** A message that is stored now. */
export interface NewMessage {
  readonly call: SendCall
  readonly conversation: ConversationRow
  readonly sender_id: string
  readonly stamp: number
  readonly content_type: number
  readonly client_msg_id: string | undefined
}

/** Writes the messages of one batch and the new head of each conversation. */
export async function saveMessages(
  tx: Transaction,
  messages: readonly NewMessage[],
  vault: Vault,
): Promise<void> {
  await tx.write(
    insertMessages,
    messages.map((message) => messageRow(message, vault)),
  )
  await tx.write(raiseHeads, newHeads(messages))
}

function messageRow(message: NewMessage, vault: Vault): MessageRow {
  const { call, conversation, sender_id, stamp, content_type, client_msg_id } = message
  const { corp, session_id } = conversation
  const { rs_type, content } = call.request.request1
  return {
    id: call.id,
    corp,
    session_id,
    stamp,
    app_key: call.app.key,
    rs_type,
    sender_id,
    content_type,
    content: vault.seal(contentContext(corp, session_id), content.text),
    client_msg_tag:
      client_msg_id === undefined ? null : clientMsgTag(vault, corp, session_id, client_msg_id),
    signature: call.signature,
    boundaries: call.boundaries,
    received_ms: call.received_ms,
  }
}

/** Stamps only rise, so the last message of a conversation has the highest. */
function newHeads(messages: readonly NewMessage[]): ConversationRow[] {
  const heads = new Map<string, ConversationRow>()
  for (const { conversation, stamp } of messages) {
    const key = `${conversation.corp} ${conversation.session_id}`
    heads.set(key, { ...conversation, head_stamp: stamp })
  }
  return [...heads.values()]
}
