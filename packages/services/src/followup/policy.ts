/** What the operator decides about chats, where the page leaves it open. */
export interface FollowupPolicy {
  /** The page marks `auth_token` optional. */
  readonly auth_token_required: boolean
  /** Pictures and audio may lie only here; the server itself never fetches them. */
  readonly media_hosts: readonly string[]
}

export const defaultFollowupPolicy: FollowupPolicy = {
  auth_token_required: false,
  media_hosts: ['media.example'],
}
