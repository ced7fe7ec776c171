import type { EventReport } from '@topgate/server'
import { expect, it } from 'vitest'
import { describeEvent } from './describe-event.ts'

const report: EventReport = {
  action: {
    request_id: '06xglnoc9r94w',
    channel: 'CH_A',
    event_id: 'UNI_9901',
    activity_id: 1800001886002007961n,
    sub_code: 'SUB_CODE',
    type: 'WELFARE',
    status: 'AWARDED',
    charity_hours: '0.1',
    cap: 'DAY',
    flags: ['LATE', 'TS_NOT_MS'],
    happened_ms: Date.UTC(2019, 7, 8, 4),
    received_ms: Date.UTC(2026, 0, 2, 3, 4, 5),
    app_key: '10000001',
    tb_user_id: '2201****7890',
    third_user_key: null,
  },
  ledger: [
    {
      event_id: 'UNI_9901',
      kind: 'ACTION',
      account: 'u:tag',
      activity_id: 1800001886002007961n,
      type: 'WELFARE',
      year: 2019,
      minutes: 6,
      received_ms: Date.UTC(2026, 0, 2, 3, 4, 5),
    },
  ],
  totals: [
    {
      account: 'u:tag',
      minutes: 18,
      leaves: [{ year: 2019, type: 'WELFARE', activity_id: 12345n, minutes: 18 }],
    },
  ],
}

it('describes action, ledger and totals in columns, numbers with all digits', () => {
  expect(describeEvent(report)).toBe(`Event UNI_9901 of channel CH_A
  status           AWARDED (cap DAY)
  hours            0.1
  activity         1800001886002007961
  sub code         SUB_CODE (WELFARE)
  user             2201****7890
  third-party key  -
  happened         2019-08-08 12:00:00 Beijing time
  received         2026-01-02 11:04:05 Beijing time
  app              10000001
  request id       06xglnoc9r94w
  flags            LATE, TS_NOT_MS

Ledger
  kind    account  activity             type     year  minutes  received
  ACTION  u:tag    1800001886002007961  WELFARE  2019  6        2026-01-02 11:04:05

Total of u:tag: 18 minutes
  2019  WELFARE  activity 12345  18 minutes`)
})
