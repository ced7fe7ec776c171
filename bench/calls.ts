import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { formatBeijing } from '@topgate/contracts'
import { sign } from '@topgate/protocol'
import { createDigests } from '@topgate/server'
import type { BenchApi } from './apis.ts'

const digests = createDigests()

/** The app of the sandbox that acts for charity channel CH_A. Its secret is published. */
export const APP_KEY = '10000001'
export const APP_SECRET = 'sandbox00000000000000000000000001'
export const CHANNEL = 'CH_A'
export const ACTIVITY_ID = 12345n
const USERS = 200_000
/** All user ids have the same number of digits, so that all bodies have the same length. */
const FIRST_USER_ID = 2_201_000_000_000

/** A charity action as it stands in a call. */
export interface Action {
  readonly eventId: string
  readonly userId: number
  readonly doneMs: number
}

/** Random ids in random order: the harder case for an index, and callers do choose such ids. */
export function randomAction(nowMs: number): Action {
  return {
    eventId: `EVENT_${randomBytes(12).toString('hex')}`,
    userId: FIRST_USER_ID + Math.floor(Math.random() * USERS),
    doneMs: nowMs - 60_000,
  }
}

/** What Topgate's engine gets of the same action, after the gateway has read and checked it. */
export function requestOf({ eventId, userId, doneMs }: Action) {
  return {
    channel_user_action_dto: {
      activity_id: ACTIVITY_ID,
      event_id: eventId,
      tb_user_id: BigInt(userId),
      timestamp_long: BigInt(doneMs),
      charity_type_sub_code: 'SUB_CODE',
      feeling: FEELING,
      charity_timestamp: Math.floor(doneMs / 1000) * 1000,
      ori_content: { text: '{"place":"HZ-17","minutes":25}', value: new Map() },
      version: '1',
    },
  }
}

export const FEELING = '公益感言'

/** A signed form body for a call that nobody has sent before. */
export function signedBody(
  { method, session, parameters }: BenchApi,
  nowMs: number,
  appKey = APP_KEY,
  secret = APP_SECRET,
): string {
  const all = new Map([
    ['method', method],
    ['app_key', appKey],
    ['timestamp', formatBeijing(nowMs)],
    ['v', '2.0'],
    ['format', 'json'],
    ['sign_method', 'hmac-sha256'],
    ...(session === undefined ? [] : ([['session', session]] as const)),
    ...Object.entries(parameters(nowMs)),
  ])
  all.set('sign', sign(all, secret, 'hmac-sha256', digests))
  let body = ''
  for (const [name, value] of all) body += `&${name}=${encodeURIComponent(value)}`
  return body.slice(1)
}

/** A file of bodies of one length, one after another without anything between. */
export interface BodyFile {
  readonly path: string
  readonly bodyBytes: number
  readonly count: number
  /** What every good answer to them holds. */
  readonly success: string
}

/** Made anew for each round: timestamps hold for ten minutes, and no id is ever sent twice. */
export function writeBodies(path: string, api: BenchApi, count: number): BodyFile {
  const nowMs = Date.now()
  const bodyBytes = signedBody(api, nowMs).length
  const bytes = Buffer.allocUnsafe(bodyBytes * count)
  for (let index = 0; index < count; index += 1) {
    const body = signedBody(api, nowMs)
    if (body.length !== bodyBytes) throw new Error('bodies differ in length')
    bytes.write(body, index * bodyBytes, 'latin1')
  }
  // Flushed: else the system writes it out while the first server of the round is measured.
  writeFileSync(path, bytes, { flush: true })
  return { path, bodyBytes, count, success: api.success }
}
