import type { TagsReport } from '@topgate/server'
import { expect, it } from 'vitest'
import { describeTags } from './describe-tags.ts'

const identity = { is_primary: false, verified_ms: null }
const report: TagsReport = {
  user: {
    user_tag: 'keyedtag',
    taobao_user_id: '2201****7890',
    nick: 't*********3',
    status: 'ACTIVE',
    refused: false,
    identifiers: [
      { kind: 'alipay_user_id', ...identity },
      { kind: 'mobile', ...identity },
      { kind: 'mobile', ...identity },
    ],
  },
  marks: [
    {
      biz_code: 'BIZ_A',
      purpose: '会员',
      tag_code: 'VIP',
      tag_name: '金卡',
      status: 'ACTIVE',
      first_ms: Date.UTC(2026, 0, 1, 2),
      last_ms: Date.UTC(2026, 0, 2, 2),
      expire_ms: Date.UTC(2027, 0, 1, 2),
      removed_ms: null,
      count: 3,
    },
  ],
}

it('describes the user masked and his tags in columns', () => {
  expect(describeTags(report)).toBe(`User 2201****7890
  nick        t*********3
  status      ACTIVE
  wants tags  yes
  found by    alipay_user_id, mobile (2)
  stored as   keyedtag

Tags
  source  tag         status  times  first                last                 until                purpose
  BIZ_A   VIP (金卡)  ACTIVE  3      2026-01-01 10:00:00  2026-01-02 10:00:00  2027-01-01 10:00:00  会员`)
})

it('says so when there are none, and of whom a lenient app made up', () => {
  const user = { ...report.user, taobao_user_id: null, nick: null, refused: true, identifiers: [] }
  expect(describeTags({ user, marks: [] })).toBe(`User made up for a lenient app
  nick        -
  status      ACTIVE
  wants tags  no
  found by    -
  stored as   keyedtag

No tags`)
})
