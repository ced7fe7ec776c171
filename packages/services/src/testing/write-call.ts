import type { ApiContract, RequestOf } from '@topgate/contracts'
import type { CallerApp, WriteCall } from '@topgate/engine'

/** The app of the sandbox that acts for every tenant with an A. */
export const appA: CallerApp = {
  key: '10000001',
  profile: 'strict',
  owns: {
    insurer: 'INS_A',
    charity_channel: 'CH_A',
    house_partner: 'HOUSE_A',
    followup_corp: 'CORP_A',
  },
  biz_codes: ['BIZ_A', 'STORE_HZ01', 'BIZ_CLOSED', 'BIZ_PHONES', 'BIZ_CONSENT'],
}

export const appB: CallerApp = {
  key: '10000002',
  profile: 'strict',
  owns: {
    insurer: 'INS_B',
    charity_channel: 'CH_B',
    house_partner: 'HOUSE_B',
    followup_corp: 'CORP_B',
  },
  biz_codes: ['BIZ_B'],
}

/** 2022-04-03 10:00:00 in Beijing. */
export const nowMs = Date.UTC(2022, 3, 3, 2)

let calls = 0

/** A checked call of the app A, each with an id and a signature of its own. */
export function writeCall<A extends ApiContract>(
  api: A,
  request: RequestOf<A>,
  other: Partial<WriteCall> = {},
): WriteCall<RequestOf<A>> {
  calls += 1
  return {
    id: 1_800_000_000_000_000_000n + BigInt(calls),
    method: api.method,
    app: appA,
    user_tag: null,
    received_ms: nowMs,
    deadline_ms: nowMs + api.deadlineMs,
    signature: calls.toString(16).padStart(64, '0'),
    boundaries: 'one',
    ...other,
    request,
  }
}
