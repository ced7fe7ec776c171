import type { WriteCall } from '@topgate/engine'
import type { Sealer, Transaction, Vault } from '@topgate/storage'
import { contentContext, contentSealer, newContentKey } from './content-key.ts'
import { clientMsgTag } from './send-facts.ts'
import {
  beginConversations,
  type ConversationRow,
  insertMessages,
  type MessageRow,
  raiseHeads,
} from './tables.ts'

/** A message, or the recall of one, that is stored now. */
export interface NewMessage {
  readonly call: WriteCall
  readonly conversation: ConversationRow
  readonly rs_type: string
  readonly sender_id: string
  readonly stamp: number
  readonly content_type: number
  /** Undefined for a recall, which says nothing. */
  readonly content: string | undefined
  readonly name: string | undefined
  readonly flags: readonly string[]
  readonly recalls: bigint | null
}

/**
 * Writes the messages of one batch and the new head of each conversation. The first message of a
 * conversation brings the key of its contents; the lock of the conversation makes that happen once.
 */
export async function saveMessages(
  tx: Transaction,
  messages: readonly NewMessage[],
  vault: Vault,
): Promise<void> {
  const rows: MessageRow[] = []
  const begun: ConversationRow[] = []
  const heads: ConversationRow[] = []
  for (const said of byConversation(messages)) {
    const [{ conversation }] = said
    const content_key = conversation.content_key ?? newContentKey(vault, conversation)
    const sealer = contentSealer(vault, conversation, content_key)
    for (const message of said) rows.push(messageRow(message, sealer, vault))
    // Stamps only rise, so the last message of a conversation has the highest.
    const head = { ...conversation, head_stamp: said.at(-1)?.stamp ?? 0, content_key }
    if (conversation.content_key === null) begun.push(head)
    else heads.push(head)
  }
  await tx.write(insertMessages, rows)
  await tx.write(beginConversations, begun)
  await tx.write(raiseHeads, heads)
}

type Said = [NewMessage, ...NewMessage[]]

function byConversation(messages: readonly NewMessage[]): Iterable<Said> {
  const groups = new Map<string, Said>()
  for (const message of messages) {
    const { corp, session_id } = message.conversation
    const key = `${corp} ${session_id}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [message])
    else group.push(message)
  }
  return groups.values()
}

const noContent = new Uint8Array(0)

function messageRow(message: NewMessage, sealer: Sealer, vault: Vault): MessageRow {
  const { call, conversation, rs_type, sender_id, stamp, content_type, content, name } = message
  const { corp, session_id } = conversation
  return {
    id: call.id,
    corp,
    session_id,
    stamp,
    app_key: call.app.key,
    rs_type,
    sender_id,
    content_type,
    content: content === undefined ? noContent : sealer.seal(contentContext(conversation), content),
    client_msg_tag: name === undefined ? null : clientMsgTag(vault, conversation, name),
    flags: message.flags.join(','),
    recalls: message.recalls,
    signature: call.signature,
    boundaries: call.boundaries,
    received_ms: call.received_ms,
  }
}
