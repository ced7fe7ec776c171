import type { CorpRow } from './tables.ts'

/** What the operator decides about the chats of a centre, where the page leaves it open. */
export interface FollowupPolicy {
  /** The page marks `auth_token` optional. */
  readonly auth_token_required: boolean
  /** Pictures and audio may lie only here; the server itself never fetches them. */
  readonly media_hosts: readonly string[]
  /**
   * Equal content of one sender within this time is one message. Off (0) by default: to say yes
   * twice is fine.
   */
  readonly repeat_text_ms: number
  /** Content without a member that we know is kept as type 0. */
  readonly unknown_content: boolean
}

export const defaultFollowupPolicy: FollowupPolicy = {
  auth_token_required: false,
  media_hosts: ['media.example'],
  repeat_text_ms: 0,
  unknown_content: false,
}

export function policyOf(row: CorpRow): FollowupPolicy {
  return {
    auth_token_required: row.auth_token_required !== 0,
    media_hosts: row.media_hosts.split(' ').filter((host) => host !== ''),
    repeat_text_ms: row.repeat_text_ms,
    unknown_content: row.unknown_content !== 0,
  }
}
