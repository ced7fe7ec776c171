import type { CharitySeed } from '../charity/index.ts'
import { starterRules } from '../charity/index.ts'

/** 2019-01-01 00:00:00 and 2019-12-31 23:59:59 in Beijing. */
const START_MS = Date.UTC(2018, 11, 31, 16)
const END_OF_2019_MS = Date.UTC(2019, 11, 31, 15, 59, 59)

function activity(activity_id: bigint, channel: string, name: string) {
  return { activity_id, channel, name, start_ms: START_MS, default_sub_code: 'SUB_CODE' }
}

export const sandboxCharity: CharitySeed = {
  channels: [
    { channel: 'CH_A', name: '样例渠道 A' },
    { channel: 'CH_B', name: '样例渠道 B' },
    { channel: 'CH_L', name: '宽松渠道' },
  ],
  rules: starterRules,
  activities: [
    activity(12345n, 'CH_A', '样例活动'),
    { ...activity(12346n, 'CH_A', '需报名活动'), need_registration: true, quota: 0 },
    { ...activity(12347n, 'CH_A', '已结束活动'), end_ms: END_OF_2019_MS },
    activity(22345n, 'CH_B', '另一渠道的活动'),
  ],
  users: [
    { tb_user_id: 12345n, bindings: [{ channel: 'CH_A', third_user_key: '123' }] },
    { tb_user_id: 2201234567890n },
    {
      tb_user_id: 2201234567891n,
      bindings: [{ channel: 'CH_A', third_user_key: 'key_of_someone_else' }],
    },
  ],
}
