import {
  type ApiContract,
  followupSend,
  userActionSync,
  userBehaviorSync,
} from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import { maskParameters } from './mask-parameters.ts'

function masked(values: Record<string, string>, api: ApiContract = userActionSync) {
  return Object.fromEntries(maskParameters(new Map(Object.entries(values)), api))
}

describe('what came in', () => {
  it('shows what is business and hides who is meant, with every space where it was', () => {
    const dto = '{ "event_id":"UNI_9901",  "tb_user_id" : 2088123412345678, "activity_id":12345 }'
    expect(masked({ channel_user_action_dto: dto })).toEqual({
      channel_user_action_dto:
        '{ "event_id":"UNI_9901",  "tb_user_id" : "208***5678", "activity_id":12345 }',
    })
  })

  it('never shows a signature or a session', () => {
    expect(masked({ sign: 'ABCD', session: '6200', v: '2.0' })).toEqual({
      sign: '***',
      session: '***',
      v: '2.0',
    })
  })

  it.each(['method', 'app_key', 'v', 'format', 'sign_method', 'partner_id', 'timestamp'])(
    'hides a secret that was sent as %s',
    (name) => {
      expect(masked({ [name]: 'abcdef0123456789abcdef0123456789' })).toEqual({ [name]: '***' })
    },
  )

  it('hides what the contract does not know, at every depth', () => {
    const dto = '{"event_id":"E","friend":{"phone":"13755500123","list":[1,"a"]}}'
    expect(masked({ who: '13755500123', channel_user_action_dto: dto })).toEqual({
      who: '***',
      channel_user_action_dto: '{"event_id":"E","friend":{"phone":"***","list":["***","***"]}}',
    })
  })

  it('hides health data, and a phone number or an address in business data', () => {
    const content = JSON.stringify({ text: '胸口疼' })
    const message = { session_id: '78bfcced948a65d29c5c77f1cd3367a2', content }
    expect(masked({ request1: JSON.stringify(message) }, followupSend)).toEqual({
      request1: '{"session_id":"***","content":"***"}',
    })
    const step = { advertise_org_url: 'https://a.b/?tel=13755500321', behavior_type: '13755500321' }
    expect(masked({ param0: JSON.stringify(step) }, userBehaviorSync)).toEqual({
      param0: '{"advertise_org_url":"***","behavior_type":"***"}',
    })
  })

  it('hides a text that should be JSON and is not, and cuts what is long', () => {
    expect(masked({ channel_user_action_dto: '{"event_id":' })).toEqual({
      channel_user_action_dto: '***',
    })
    const long = JSON.stringify({ channel_source_name: 'ab_'.repeat(60) })
    expect(masked({ param0: long }, userBehaviorSync)).toEqual({
      param0: `{"channel_source_name":"${'ab_'.repeat(21)}a…(+116)"}`,
    })
  })

  it.each([
    '1',
    '"1"',
    '[1,"a"]',
    '"{\\"event_id\\":\\"E\\"}"',
    'null',
    '""',
    '"\\"\\\\\\"1\\\\\\"\\""',
  ])('comes to an end with %s where an object belongs', (text) => {
    const shown = masked({ channel_user_action_dto: text }).channel_user_action_dto ?? ''
    expect(shown.length).toBeLessThanOrEqual(text.length + 24)
    const inside = JSON.stringify({ features_map: 13755500123, ori_content: text })
    expect(masked({ channel_user_action_dto: inside }).channel_user_action_dto).not.toContain(
      '13755500123',
    )
  })

  it('hides everything of an API that nobody knows', () => {
    const shown = maskParameters(
      new Map([
        ['a', 'b'],
        ['method', 'x.y'],
      ]),
      undefined,
    )
    expect(shown).toEqual([
      ['a', '***'],
      ['method', 'x.y'],
    ])
  })
})
