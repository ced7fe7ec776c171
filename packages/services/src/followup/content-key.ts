import type { Sealer, Vault } from '@topgate/storage'

/** Whose content it is. */
export interface ConversationId {
  readonly corp: string
  readonly session_id: string
}

/** What a sealed content is bound to: it cannot be moved into another conversation. */
export function contentContext({ corp, session_id }: ConversationId): string {
  return `followup_message.content:${corp}:${session_id}`
}

/** What the sealed key of a conversation is bound to. */
export function keyContext({ corp, session_id }: ConversationId): string {
  return `followup_conversation.content_key:${corp}:${session_id}`
}

export function newContentKey(vault: Vault, id: ConversationId): Uint8Array {
  return vault.newKey(keyContext(id))
}

/** What seals and opens the contents of one conversation; without a key nothing was sealed yet. */
export function contentSealer(
  vault: Vault,
  id: ConversationId,
  contentKey: Uint8Array | null,
): Sealer {
  return contentKey === null ? vault : vault.withKey(keyContext(id), contentKey)
}
