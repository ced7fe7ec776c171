import { catalogue } from '@topgate/contracts'
import type { Outcome, WriteCall } from '@topgate/engine'
import { writeHandlers } from '@topgate/services'
import { expect, it } from 'vitest'
import { BatchMessages } from './batch-message.ts'

const messages = new BatchMessages(catalogue, writeHandlers)
const apps = [
  { key: '1', profile: 'strict', owns: { charity_channel: 'CH_A' }, biz_codes: [] },
  { key: '2', profile: 'lenient', owns: {}, biz_codes: ['B'] },
] as const

function call(id: bigint, method: string, request: object, app: WriteCall['app'] = apps[0]) {
  const times = { received_ms: 5, deadline_ms: 10 }
  return { id, method, app, user_tag: null, request, ...times, signature: 'ab', boundaries: '1.1 ' }
}

const charity = 'alibaba.charity.useraction.sync'
const action = {
  activity_id: 12345n,
  event_id: 'E',
  charity_timestamp: 1,
  ori_content: { text: '{"a":[1]}', value: new Map([['a', [1n]]]) },
}
const calls: readonly WriteCall[] = [
  call(9_007_199_254_740_993n, charity, { channel_user_action_dto: action }),
  call(2n, 'platform.internal', { free: ['form'] }),
  call(5n, 'tmall.alihouse.customer.clue.out.invest.total.data.back.flow', {
    prepared: new Uint8Array([1, 2]),
  }),
  call(3n, charity, { channel_user_action_dto: action }, apps[1]),
  { ...call(4n, 'taobao.retail.user.tag.mobile.add', { biz_code: 'B' }), user_tag: 'tag' },
]

it('carries calls of all APIs to the other thread unchanged', () => {
  const packed = structuredClone(messages.packCalls(calls))
  expect(messages.unpackCalls(packed)).toEqual(calls)
  expect(packed.apps).toHaveLength(2)
})

it('carries outcomes back, each in the shape of its API', () => {
  const result = { msg: '成功', code: 200n, success: true }
  const outcomes: Outcome[] = [
    { kind: 'answered', answer: { result }, effect: 'new' },
    { kind: 'answered', answer: { moved: 5 }, effect: 'none' },
    { kind: 'answered', answer: { result: { code: 'success' } }, effect: 'new' },
    { kind: 'failed', reason: 'defect' },
    { kind: 'refused', refusal: 'signature-collision', detail: {} },
  ]
  const packed = structuredClone(messages.packOutcomes(outcomes, calls))
  expect(messages.unpackOutcomes(packed, calls)).toEqual(outcomes)
})
