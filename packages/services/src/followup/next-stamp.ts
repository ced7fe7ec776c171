import type { ConversationRow } from './tables.ts'

/**
 * The stamp of the next message of a conversation: strictly above the last one, whatever the clock
 * does, since readers know how far they are by nothing else.
 *
 * Whoever gives a stamp holds the lock of the conversation from before it read the head until its
 * COMMIT has returned (on SQLite there is one writer). So the next stamp is only given when the
 * last one is visible to everybody, and a reader that sees a stamp sees every lower one of the
 * conversation: reading committed rows by stamp skips nothing, although rows of different
 * conversations become visible out of order.
 */
export function nextStamp({ head_stamp }: ConversationRow, nowMs: number): number {
  return Math.max(head_stamp + 1, nowMs)
}
