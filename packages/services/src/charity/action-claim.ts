import assert from 'node:assert/strict'
import { hash } from 'node:crypto'
import type { RequestOf, userActionSync } from '@topgate/contracts'
import type { WriteCall } from '@topgate/engine'
import type { Vault } from '@topgate/storage'

export type ActionRequest = RequestOf<typeof userActionSync>
export type UserAction = ActionRequest['channel_user_action_dto']
export type ActionCall = WriteCall<ActionRequest>

/** The part of the vault that finds people again without knowing them. */
export type Tagger = Pick<Vault, 'tag'>

/** Half of a SHA-256: two contents of one event do not meet by chance. */
const CONTENT_HASH_BYTES = 16

/** What a call says about itself, before anything is looked up. Ids of people are keyed tags. */
export interface ActionClaim {
  readonly channel: string
  readonly eventKey: string
  readonly contentHash: Uint8Array
  /** The account of `tb_user_id`. */
  readonly userAccount: string | null
  /** The tag of `third_user_key` within the channel. */
  readonly keyTag: string | null
  /** Where the hours go as long as no binding says otherwise. */
  readonly ownAccount: string
}

/** Null when the app acts for no channel. */
export function claimOf(call: ActionCall, vault: Tagger): ActionClaim | null {
  const channel = call.app.owns.charity_channel
  if (channel === undefined) return null
  const action = call.request.channel_user_action_dto
  const key = filled(action.third_user_key)
  const userAccount =
    action.tb_user_id === undefined ? null : userAccountOf(vault, action.tb_user_id)
  const keyTag = key === null ? null : keyTagOf(vault, channel, key)
  return {
    channel,
    eventKey: eventKeyOf(channel, action.event_id),
    contentHash: contentHash(canonicalContent(action, userAccount, keyTag)),
    userAccount,
    keyTag,
    ownAccount: userAccount ?? keyAccountOf(keyTag),
  }
}

/** An `event_id` has no space, so the two parts cannot be mistaken. */
export function eventKeyOf(channel: string, eventId: string): string {
  return `${channel} ${eventId}`
}

export function userAccountOf(vault: Tagger, userId: bigint): string {
  return `u:${vault.tag('taobao_user', userId.toString())}`
}

/** Channels are named without spaces, which `seedCharity` sees to. */
export function keyTagOf(vault: Tagger, channel: string, key: string): string {
  return vault.tag('third_user', `${channel} ${key}`)
}

/** The account that holds the hours of a key while nobody has bound it. */
export function keyAccountOf(keyTag: string | null): string {
  assert(keyTag !== null, 'the contract demands one of the two user ids')
  return `k:${keyTag}`
}

export function isKeyAccount(account: string): boolean {
  return account.startsWith('k:')
}

export function contentHash(canonical: string): Uint8Array {
  return Buffer.from(hash('sha256', canonical, 'latin1').slice(0, CONTENT_HASH_BYTES), 'latin1')
}

/** A member sent empty has exactly the effect of an absent one. */
export function filled(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text
}

/**
 * Every business field but `feeling`, in a form that no other content has. The users appear as
 * keyed tags, so that nobody can find an id by trying which one gives the stored hash.
 */
function canonicalContent(
  action: UserAction,
  userAccount: string | null,
  keyTag: string | null,
): string {
  return JSON.stringify([
    action.activity_id.toString(),
    userAccount,
    keyTag,
    action.charity_timestamp,
    action.timestamp_long?.toString() ?? null,
    filled(action.charity_type_sub_code),
    action.fore_reg_activity ?? false,
    filled(action.features_map?.text) ?? '{}',
    filled(action.ori_content?.text),
    filled(action.version),
  ])
}
