import { type JsonText, type JsonValue, type RequestOf, userTagMobileAdd } from '@topgate/contracts'
import type { WriteCall } from '@topgate/engine'
import type { RetailSeed } from '../retail/seed.ts'
import { nowMs, writeCall } from './write-call.ts'

const DAY_MS = 24 * 60 * 60_000

/** The sources, tags and users of the sandbox, and others for single rules. */
export const retailFixtures: RetailSeed = {
  sources: [
    { biz_code: 'BIZ_A', ttl_days: 395 },
    { biz_code: 'STORE_HZ01', ttl_days: 30, isv_user_id_is_phone: true },
    { biz_code: 'BIZ_CLOSED', ttl_days: 30, status: 'CLOSED' },
    { biz_code: 'BIZ_PHONES', ttl_days: 30, identifiers: ['mobile'] },
    { biz_code: 'BIZ_CONSENT', ttl_days: 30, consent_basis: 'call' },
  ],
  tags: [
    { biz_code: 'BIZ_A', tag_code: 'DEFAULT' },
    { biz_code: 'STORE_HZ01', tag_code: 'DEFAULT' },
    { biz_code: 'BIZ_B', tag_code: 'DEFAULT' },
    { biz_code: 'BIZ_CLOSED', tag_code: 'DEFAULT' },
    { biz_code: 'BIZ_PHONES', tag_code: 'DEFAULT' },
    { biz_code: 'BIZ_CONSENT', tag_code: 'DEFAULT' },
    { biz_code: 'BIZ_A', tag_code: 'WITHDRAWN', status: 'CLOSED' },
    { biz_code: 'BIZ_A', tag_code: 'NOW', start_ms: nowMs, end_ms: nowMs + 1 },
    { biz_code: 'BIZ_A', tag_code: 'LATER', start_ms: nowMs + 1 },
    { biz_code: 'BIZ_A', tag_code: 'OVER', end_ms: nowMs },
  ],
  users: [
    {
      taobao_user_id: '2201234567890',
      nick: 'tb_sandbox_3',
      alipay_user_id: '2088123412345678',
      mobile: { number: '13800138000' },
      isv_user_id: { BIZ_A: 'u-1001' },
      open_id: { '10000001': 'AAEsandboxopenid00000000000001' },
    },
    {
      taobao_user_id: '2201234567891',
      nick: '王',
      alipay_user_id: '2088123412345679',
      mobile: { number: '13800138001' },
      open_id: { '10000002': 'AAEsandboxopenid00000000000002' },
    },
    { taobao_user_id: '3', nick: 'frozen', alipay_user_id: '2088000000000003', status: 'FROZEN' },
    { taobao_user_id: '4', nick: 'refused', alipay_user_id: '2088000000000004', refused: true },
    { taobao_user_id: '5', nick: 'shared one', mobile: { number: '13800138005' } },
    { taobao_user_id: '6', nick: 'shared two', mobile: { number: '13800138005' } },
    { taobao_user_id: '7', nick: 'main', mobile: { number: '13800138007', is_primary: true } },
    { taobao_user_id: '8', nick: 'side', mobile: { number: '13800138007' } },
    {
      taobao_user_id: '9',
      nick: 'old phone',
      mobile: { number: '13800138009', verified_ms: nowMs - 180 * DAY_MS },
    },
    {
      taobao_user_id: '10',
      nick: 'new phone',
      mobile: { number: '13800138010', verified_ms: nowMs - 180 * DAY_MS + 1 },
    },
  ],
}

type Request = RequestOf<typeof userTagMobileAdd>

/** `ext_param` with these members; numbers arrive as the reader gives them. */
export function extParam(members: Readonly<Record<string, JsonValue>>): JsonText {
  const text = JSON.stringify(members, (_name, value) =>
    typeof value === 'bigint' ? Number(value) : value,
  )
  return { text, value: new Map(Object.entries(members)) }
}

/** A call of BIZ_A with these fields and nothing else. */
export function tagCall(fields: Request, other: Partial<WriteCall> = {}): WriteCall<Request> {
  return writeCall(userTagMobileAdd, { biz_code: 'BIZ_A', ...fields }, other)
}

/** The good call of the corpus of bad inputs. */
export function sampleTag(other: Partial<WriteCall> = {}): WriteCall<Request> {
  return tagCall(
    { isv_user_id: 'u-1001', alipay_user_id: '2088123412345678', ext_param: extParam({}) },
    other,
  )
}
