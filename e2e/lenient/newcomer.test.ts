import { expect, it } from 'vitest'
import { eachOwnerStore, type OwnerStore } from '../testing/owner-store.ts'
import { behaviour, charity, message, type Sample, statistics } from '../testing/samples.ts'
import { callWhole } from '../testing/top-client.ts'

/** An app and a session of his own; everything in his calls has ids that nobody set up. */
async function newcomer({ json, server }: OwnerStore) {
  const app = await json<{ app_key: string; secret: string }>('app', 'create')
  const { session } = await json<{ session: string }>('session', 'create', '--app', app.app_key)
  const { url } = await server()
  const send = (sample: Sample, more: Record<string, string> = {}) =>
    callWhole(
      url,
      { ...sample, params: { ...sample.params, ...more } },
      { key: app.app_key, secret: app.secret },
    )
  return { ...app, session, send }
}

const ownCalls = (session: string): readonly (readonly [Sample, string, string])[] => [
  [
    {
      method: behaviour.method,
      params: {
        param0:
          '{"inst_product_id":"MY_PRODUCT","behavior_type":"START_PAY","behavior_time":"2024-05-06 07:08:09","flow_id":9000000000000000001}',
      },
    },
    '"result_status":"SUCCESS"',
    'created-on-first-use:inst_product_id, created-on-first-use:flow_id',
  ],
  [
    charity('MINE_1', {
      activity_id: 987_654,
      charity_type_sub_code: 'MY_CODE',
      tb_user_id: 555,
      third_user_key: undefined,
    }),
    '"charity_hours":"0.1"',
    'created-on-first-use:activity_id',
  ],
  [{ ...statistics, session }, '"success":"true"', 'created-on-first-use:'],
  [
    {
      method: 'taobao.retail.user.tag.mobile.add',
      params: { biz_code: 'MY_BIZ', alipay_user_id: '2088999988887777', ext_param: '{}' },
    },
    '"tag_success":true',
    'synthetic-account',
  ],
  [
    {
      method: message.method,
      params: {
        request1: JSON.stringify({
          session_id: 'f'.repeat(32),
          bterm_user_id: '1001',
          cterm_user_id: '1002',
          rs_type: '2',
          content: '{"text":"你好"}',
          user_id: '1001',
        }),
      },
    },
    '"msg_code":"SUCCESS"',
    'created-on-first-use:session_id',
  ],
]

eachOwnerStore('a newcomer', (store) => {
  it('calls all five APIs with ids of his own, and is told what was forgiven', async () => {
    const { session, send } = await newcomer(store())
    for (const [sample, success, notice] of ownCalls(session)) {
      const answer = await send(sample)
      expect(answer.body).toContain(success)
      expect(answer.notice).toContain(notice)
    }
  })

  it('meets the answers of production when he rehearses it', async () => {
    const { run } = store()
    const { app_key, session, send } = await newcomer(store())
    expect((await run(['app', 'set', app_key, '--profile', 'strict'])).exitCode).toBe(0)
    const answers = []
    for (const [sample] of ownCalls(session)) answers.push(await send(sample))
    expect(answers.map(({ notice }) => notice)).toEqual([null, null, null, null, null])
    const [step, action, report, tag, chat] = answers.map(({ body }) => body)
    expect(step).toContain('PRODUCT_NOT_FOUND')
    expect(action).toContain('"code":40')
    expect(report).toContain('NO_PERMISSION')
    expect(tag).toContain('BIZ_CODE_NOT_AUTHORIZED')
    expect(chat).toContain('"success":false')
  })

  it('may rehearse what goes wrong: a person not found, one who refused, our own failure', async () => {
    const { send } = await newcomer(store())
    const tagOf = (alipay_user_id: string) =>
      send({
        method: 'taobao.retail.user.tag.mobile.add',
        params: { biz_code: 'MY_BIZ', alipay_user_id, ext_param: '{}' },
      })
    expect((await tagOf('2088999988880000')).body).toContain('NOT_FIND_TAOBAO_ACCOUNT')
    expect((await tagOf('2088999988880001')).body).toContain('USER_REFUSED')
    const { body, notice } = await send(charity('SANDBOX_ISP_1'))
    expect(body).toContain('isp.')
    expect(notice).toContain('simulated-failure')
  })

  it('may send a field that the API does not have, and a session that it does not need', async () => {
    const { session, send } = await newcomer(store())
    const sample = { ...charity('MINE_2', { activity_id: 5, third_user_key: undefined }), session }
    const { body, notice } = await send({ ...sample, session: 'useless' }, { my_own: '1' })
    expect(body).toContain('"success":true')
    expect(notice).toContain('undeclared-parameter:my_own')
    expect(notice).toContain('session-ignored')
  })
})
