import { describe, expect, it } from 'vitest'
import { behaviour, type Sample } from '../testing/samples.ts'
import { eachSandbox, type TestServer } from '../testing/start-server.ts'
import { call } from '../testing/top-client.ts'
import { flowsOf, stepsIn } from './open-store.ts'

const SAMPLE_FLOW = 1800001886002007960n

/** `param0` as JSON text, so that a flow keeps its digits and members their order. */
function sent(param0: string): Sample {
  return { method: behaviour.method, params: { param0 } }
}

/** A step of that flow, later than every other of its kind. */
function step(flow_id: bigint, members: Readonly<Record<string, string>>): Sample {
  const given = {
    inst_product_id: 'CU95',
    behavior_type: 'START_UNDERWRITING',
    behavior_time: '2022-02-23 18:46:04',
    ...members,
  }
  return sent(`${JSON.stringify(given).slice(0, -1)},"flow_id":${flow_id}}`)
}

eachSandbox('the payload examples of the insurance API', (server) => {
  const send = (sample: Sample) => call(server().url, sample)

  /** Whether the call was answered with success, and by how many steps the store grew. */
  async function take(sample: Sample): Promise<{ body: string; grown: number }> {
    const before = await stepsIn(server())
    const body = await send(sample)
    return { body, grown: (await stepsIn(server())) - before }
  }

  const isSuccess = (body: string) => body.includes('"result_status":"SUCCESS","data":true')

  async function only(flow: bigint): Promise<Awaited<ReturnType<typeof flowsOf>>[number]> {
    const [report, ...others] = await flowsOf(server() satisfies TestServer, flow)
    if (report === undefined || others.length > 0) throw new Error('not one report')
    return report
  }

  describe('1 to 5, on the flow of the documented sample', () => {
    it('1: is accepted, and the flow shows its 19 digits', async () => {
      const { body, grown } = await take(behaviour)
      expect(isSuccess(body)).toBe(true)
      expect(grown).toBe(1)
      const report = await only(SAMPLE_FLOW)
      expect(String(report.flow_id)).toBe('1800001886002007960')
      expect(report).toMatchObject({
        insurer: 'INS_A',
        origin: 'ISSUED',
        status: 'STALLED',
        flags: [],
        products: [{ stage: { behavior_type: 'START_UNDERWRITING' }, funnel: [{ count: 1 }] }],
      })
    })

    it('3: is recorded once, also with its keys in another order', async () => {
      const { param0 = '' } = behaviour.params
      const moved = param0.replace(/^\{("advertise_org_url":".*?"),(.*)\}$/, '{$2,$1}')
      expect(moved).not.toBe(param0)
      const { body, grown } = await take(sent(moved))
      expect(isSuccess(body)).toBe(true)
      expect(grown).toBe(0)
    })

    it('4: takes an earlier time of a later stage, sorts by it and flags it', async () => {
      const paid = { behavior_type: 'PAY_SUCCESS', behavior_time: '2022-02-23 18:40:00' }
      expect(isSuccess((await take(step(SAMPLE_FLOW, paid))).body)).toBe(true)
      const report = await only(SAMPLE_FLOW)
      expect(report).toMatchObject({ status: 'PAID', flags: ['STAGE_TIME_INVERTED'] })
      expect(report.timeline.map(({ behavior_type }) => behavior_type)).toEqual([
        'PAY_SUCCESS',
        'START_UNDERWRITING',
      ])
    })

    it('5: joins a quoted flow to the same flow, and refuses one in exponent form', async () => {
      const click = { behavior_type: 'CLICK_INSURE', behavior_time: '2022-02-23 18:39:00' }
      const bare = step(SAMPLE_FLOW, click).params.param0 ?? ''
      const quoted = bare.replace(/"flow_id":(\d+)/, '"flow_id":"$1"')
      expect(quoted).toContain('"flow_id":"1800001886002007960"')
      expect(isSuccess((await take(sent(quoted))).body)).toBe(true)
      expect((await only(SAMPLE_FLOW)).timeline).toHaveLength(3)
      const exponent = bare.replace(/"flow_id":\d+/, '"flow_id":1.800001886002008e18')
      const { body, grown } = await take(sent(exponent))
      expect(body).toContain('{"error_response":{"code":41,')
      expect(grown).toBe(0)
    })
  })

  it('2: counts a step without a flow under its product only, once', async () => {
    const minimal = sent(
      '{"inst_product_id":"CU95","behavior_type":"PAY_SUCCESS","behavior_time":"2022-02-23 18:52:10"}',
    )
    const first = await take(minimal)
    expect(isSuccess(first.body)).toBe(true)
    expect(first.grown).toBe(1)
    expect((await take(minimal)).grown).toBe(0)
  })

  it('6: takes an unreplaced macro as absent, and cuts the phone out', async () => {
    const url = 'https://a.example/?clickid=__CLICKID__&adid=__AID__&phone=13800138000'
    expect(isSuccess(await send(step(106n, { advertise_org_url: url })))).toBe(true)
    const report = await only(106n)
    expect(report.timeline).toMatchObject([
      { flags: ['PII_CUT', 'UNREPLACED_MACRO', 'ORPHAN_FLOW'], ad: { click_tag: null } },
    ])
    expect(report.timeline[0]?.ad).not.toHaveProperty('adid')
  })

  it('7: refuses a name in lower case, and keeps an unknown one as unmapped', async () => {
    const lower = await take(step(107n, { behavior_type: 'start_underwriting' }))
    expect(lower.body).toContain('"code":50,"msg":"Remote service error"')
    expect(lower.body).toMatch(/"sub_msg":"非法参数[^"]*behavior_type/)
    expect(lower.grown).toBe(0)
    expect(isSuccess(await send(step(107n, { behavior_type: 'XJ_RENEW_STEP2' })))).toBe(true)
    expect(await only(107n)).toMatchObject({
      flags: ['ORPHAN_FLOW', 'UNMAPPED'],
      products: [{ funnel: [], unmapped: [{ behavior_type: 'XJ_RENEW_STEP2', count: 1 }] }],
    })
  })

  it('8: splits the slot at a full-width dash, and keeps the rest as it is', async () => {
    const slot = { channel_source_name: '优矩－抖音🔥2月大促' }
    expect(isSuccess(await send(step(108n, slot)))).toBe(true)
    const { timeline } = await only(108n)
    expect(timeline).toMatchObject([{ ad: { ...slot, agency: '优矩', medium: '抖音🔥2月大促' } }])
  })

  it('9: refuses a 29 February that never was', async () => {
    const { body, grown } = await take(step(109n, { behavior_time: '2022-02-29 10:00:00' }))
    expect(body).toContain('"sub_code":"isv.invalid-parameter"')
    expect(body).toMatch(/"sub_msg":"非法参数[^"]*behavior_time/)
    expect(grown).toBe(0)
  })

  it('10: refuses JSON that was cut', async () => {
    const { body, grown } = await take(sent('{"inst_product_id":"CU95",'))
    expect(body).toContain('{"error_response":{"code":41,')
    expect(grown).toBe(0)
  })
})
