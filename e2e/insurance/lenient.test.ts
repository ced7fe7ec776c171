import { expect, it } from 'vitest'
import { behaviour } from '../testing/samples.ts'
import { eachSandbox } from '../testing/start-server.ts'
import { call } from '../testing/top-client.ts'
import { flowsOf } from './open-store.ts'

const lenient = { key: '10000009', secret: 'sandbox00000000000000000000000009' }

eachSandbox('a lenient insurer', (server) => {
  it('reports with a product, a flow and a name of its own, and nothing was set up', async () => {
    const param0 =
      '{"inst_product_id":"我的产品","behavior_type":"my step","behavior_time":"2022-02-23 18:46:04","flow_id":77}'
    const sample = { method: behaviour.method, params: { param0 } }
    expect(await call(server().url, sample, lenient)).toContain('"result_status":"SUCCESS"')
    expect(await call(server().url, sample)).toContain('"sub_code":"isv.invalid-parameter"')
    expect(await flowsOf(server(), 77n)).toMatchObject([
      {
        insurer: 'INS_L',
        origin: 'FIRST_USE',
        flags: ['GRAMMAR', 'UNKNOWN_PRODUCT', 'FIRST_USE_FLOW', 'UNMAPPED'],
        products: [{ inst_product_id: '我的产品', unmapped: [{ behavior_type: 'my step' }] }],
      },
    ])
  })
})
