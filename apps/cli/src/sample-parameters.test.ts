import { catalogue } from '@topgate/contracts'
import { compileBinder } from '@topgate/protocol'
import { describe, expect, it } from 'vitest'
import { findParameterTroubles } from './check-parameters.ts'
import { sampleParameters } from './sample-parameters.ts'

const nowMs = Date.UTC(2026, 0, 2, 3, 4, 5)

function sampleOf(method: string, atMs = nowMs): Record<string, string> {
  const api = catalogue.find((one) => one.method === method)
  return api === undefined ? {} : Object.fromEntries(sampleParameters(api, atMs))
}

describe('a sample', () => {
  it.each(catalogue.map((api) => [api.method, api] as const))(
    'of %s is what the gateway accepts',
    (_method, api) => {
      const parameters = sampleParameters(api, nowMs)
      expect(findParameterTroubles(api, parameters)).toEqual([])
      expect(() => compileBinder(api)(parameters, nowMs)).not.toThrow()
    },
  )

  it('has the examples of the page, numbers with all digits', () => {
    const { param0 } = sampleOf('alibaba.alihealth.insurance.inst.user.behavior.sync')
    expect(param0).toContain('"flow_id":1800001886002007960')
    expect(param0).toContain('"channel_source_name":"优矩-抖音"')
  })

  it('of a charity action is a new event each time', () => {
    const { channel_user_action_dto: first } = sampleOf('alibaba.charity.useraction.sync')
    const { channel_user_action_dto: second } = sampleOf(
      'alibaba.charity.useraction.sync',
      nowMs + 1,
    )
    expect(first).toContain(`"event_id":"UNI_${nowMs}"`)
    expect(second).not.toBe(first)
  })

  it('of a tag has the values of the sandbox where the page masks its own', () => {
    expect(sampleOf('taobao.retail.user.tag.mobile.add')).toEqual({
      biz_code: 'BIZ_A',
      alipay_user_id: '2088123412345678',
      ext_param: '{}',
    })
  })
})
