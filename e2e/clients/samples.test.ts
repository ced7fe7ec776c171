import { describe, expect, it } from 'vitest'
import {
  behaviour,
  charity,
  maskedTag,
  message,
  type Sample,
  statistics,
  tag,
} from '../testing/samples.ts'
import { eachSandbox } from '../testing/start-server.ts'
import { type CallOptions, call, type Layout, type Method } from '../testing/top-client.ts'

const methods: readonly Method[] = ['md5', 'hmac', 'hmac-sha256']
const layouts: readonly Layout[] = ['public in query', 'all in form', 'multipart']

/** Answers without `request_id`, in the three forms. */
interface Expected {
  readonly root: string
  readonly json: string
  readonly xml: string
  readonly simplified?: string
}

interface Case {
  readonly name: string
  readonly sample: (event: string) => Sample
  readonly expected: (event: string) => Expected
}

const cases: readonly Case[] = [
  {
    name: 'insurance',
    sample: () => behaviour,
    expected: () => ({
      root: 'alibaba_alihealth_insurance_inst_user_behavior_sync_response',
      json: '"result_status":"SUCCESS","data":true,"result_code":"SUCCESS","result_msg":"SUCCESS"',
      xml: '<result_status>SUCCESS</result_status><data>true</data><result_code>SUCCESS</result_code><result_msg>SUCCESS</result_msg>',
    }),
  },
  {
    name: 'charity',
    sample: (event) => charity(event),
    expected: (event) => ({
      root: 'alibaba_charity_useraction_sync_response',
      json: `"result":{"msg":"成功","code":200,"data":{"event_id":"${event}","charity_hours":"0.1"},"success":true}`,
      xml: `<result><msg>成功</msg><code>200</code><data><event_id>${event}</event_id><charity_hours>0.1</charity_hours></data><success>true</success></result>`,
    }),
  },
  {
    name: 'housing, with its session',
    sample: () => statistics,
    expected: () => ({
      root: 'tmall_alihouse_customer_clue_out_invest_total_data_back_flow_response',
      json: '"result":{"code":"success","msg":"成功","success":"true"}',
      xml: '<result><code>success</code><msg>成功</msg><success>true</success></result>',
    }),
  },
  {
    name: 'tag, with an account',
    sample: () => tag,
    expected: () => ({
      root: 'retail_user_tag_mobile_add_response',
      json: '"module":{"tag_success":true,"social_nick":"t*********3","use_type":"alipayId"},"result":true',
      xml: '<module><tag_success>true</tag_success><social_nick>t*********3</social_nick><use_type>alipayId</use_type></module><result>true</result>',
    }),
  },
]

/** Every way in which a call can travel, be signed and be answered. */
const ways: readonly Required<Pick<CallOptions, 'signMethod' | 'form' | 'layout'>>[] =
  methods.flatMap((signMethod) =>
    layouts.flatMap((layout) =>
      (['json', 'simplified', 'xml'] as const).map((form) => ({ signMethod, layout, form })),
    ),
  )

function wrapped({ root, json, xml }: Expected, form: CallOptions['form']): string {
  if (form === 'simplified') return `{${json},"request_id":"ID"}`
  if (form === 'json') return `{"${root}":{${json},"request_id":"ID"}}`
  return `<?xml version="1.0" encoding="utf-8" ?><${root}>${xml}<request_id>ID</request_id></${root}>`
}

function withoutId(body: string): string {
  return body
    .replace(/"request_id":"[0-9a-z]{13}"/, '"request_id":"ID"')
    .replace(/<request_id>[0-9a-z]{13}<\/request_id>/, '<request_id>ID</request_id>')
}

eachSandbox('the documented samples', (server) => {
  describe.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    it('answers as documented, in every form, signature and layout', async () => {
      for (const way of ways) {
        const body = await call(server().url, one.sample('UNI_9901'), way)
        expect(withoutId(body), JSON.stringify(way)).toBe(
          wrapped(one.expected('UNI_9901'), way.form),
        )
      }
    })
  })

  it('answers with fresh event ids alike', async () => {
    for (const [index, way] of ways.entries()) {
      const event = `FRESH_${index}`
      const charityCase = cases[1]
      const body = await call(server().url, charity(event), way)
      expect(withoutId(body)).toBe(wrapped(charityCase?.expected(event) as Expected, way.form))
    }
  })

  it('sends a chat message back with its type, content, id and stamp', async () => {
    const stamps: string[] = []
    for (const way of ways) {
      const body = await call(server().url, message, way)
      const found =
        way.form === 'xml'
          ? /<result1><success>true<\/success><msg_code>SUCCESS<\/msg_code><msg_info>成功<\/msg_info><model><content_type>1<\/content_type><content>\{&quot;text&quot;:&quot;abc&quot;\}<\/content><id>[0-9]+<\/id><time_stamp>([0-9]{13})<\/time_stamp><\/model><\/result1>/.exec(
              body,
            )
          : /"result1":\{"success":true,"msg_code":"SUCCESS","msg_info":"成功","model":\{"content_type":1,"content":"\{\\"text\\":\\"abc\\"\}","id":"[0-9]+","time_stamp":"([0-9]{13})"\}\}/.exec(
              body,
            )
      expect(found, `${JSON.stringify(way)} ${body}`).not.toBeNull()
      stamps.push(found?.[1] ?? '')
    }
    // The same signature within one second is the same request and has the same stamp.
    expect(new Set(stamps).size).toBeGreaterThan(1)
  })

  it('tells the masked tag sample what is wrong, inside error_infos', async () => {
    const body = await call(server().url, maskedTag)
    expect(body).toContain('"outer_error_code":"INVALID_PARAMETER"')
    expect(body).toContain('"error_code":"isv.invalid-parameter:"')
    expect(body).toContain('"result":false')
    expect(await call(server().url, maskedTag, { form: 'simplified' })).toContain(
      '"error_infos":[{',
    )
    expect(await call(server().url, maskedTag, { form: 'xml' })).toContain(
      '<error_infos><error_info><outer_error_code>INVALID_PARAMETER</outer_error_code>',
    )
  })

  it('answers "2.0" for 125 minutes on site', async () => {
    const action = {
      tb_user_id: 2201234567890,
      third_user_key: undefined,
      charity_type_sub_code: 'OFFLINE_SERVICE',
      charity_timestamp: '2022-09-05 09:00:00',
      ori_content: '{"durationMinutes":125,"place":"杭州市滨江区"}',
    }
    const body = await call(server().url, charity('VOL-20220905-000001', action))
    expect(body).toContain('"charity_hours":"2.0"')
  })
})
