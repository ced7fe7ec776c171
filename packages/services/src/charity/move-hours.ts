import { hash } from 'node:crypto'
import { requestIdOf } from '@topgate/contracts'
import type { WriteCall } from '@topgate/engine'
import { contentHash } from './action-claim.ts'
import type { LedgerLine } from './ledger-store.ts'
import type { LineStatus, TotalRow } from './tables.ts'

export interface Move {
  readonly channel: string
  readonly keyTag: string
  readonly keyAccount: string
  readonly userAccount: string
  readonly third_user_key: string
  readonly tb_user_id: string
}

/** The start of the `event_id` of every line that moves hours of this key. */
export function moveEventPrefix(keyTag: string): string {
  return `MOVE ${keyTag} `
}

/** Two lines for each leaf: off the account of the key, onto the account of the user. */
export function moveLines(call: WriteCall, move: Move, leaves: readonly TotalRow[]): LedgerLine[] {
  return leaves
    .filter(({ minutes }) => minutes !== 0)
    .flatMap((leaf, index) => [
      lineOf(call, move, leaf, `${index} out`, move.keyAccount, -leaf.minutes, 'PENDING'),
      lineOf(call, move, leaf, `${index} in`, move.userAccount, leaf.minutes, 'AWARDED'),
    ])
}

function lineOf(
  call: WriteCall,
  { channel, keyTag, third_user_key, tb_user_id }: Move,
  { year, type, activity_id }: TotalRow,
  name: string,
  account: string,
  minutes: number,
  status: LineStatus,
): LedgerLine {
  // An id that a caller sends holds no space, so it can never take the place of one of these.
  const event_id = `${moveEventPrefix(keyTag)}${requestIdOf(call.id)} ${name}`
  const row = {
    id: moveLineId(event_id),
    channel,
    event_id,
    kind: 'MOVE',
    content_hash: contentHash(event_id),
    account,
    activity_id,
    sub_code: '',
    type,
    year,
    happened_ms: call.received_ms,
    received_ms: call.received_ms,
    app_key: call.app.key,
    minutes,
    status,
    cap: '',
    flags: '',
  }
  return { row, personal: { tb_user_id, third_user_key } }
}

/** One call makes many lines, and each needs an id of its own: negative, as no call's id is. */
function moveLineId(eventId: string): bigint {
  return -1n - hash('sha256', eventId, 'buffer').readBigUInt64BE() / 2n
}
