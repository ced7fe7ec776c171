import type { FlowReport } from '@topgate/server'
import { expect, it } from 'vitest'
import { describeFlow } from './describe-flow.ts'

const SECOND = 1000
const paidMs = Date.UTC(2022, 1, 23, 10, 52, 10)
const stage = { behavior_type: 'PAY_SUCCESS', ordinal: 90, name: '支付成功', name_en: 'Paid' }
const before = { behavior_type: 'START_PAY', ordinal: 80, name: '开始支付', name_en: 'Pays' }
const ad = { click_tag: 'tag', channel_source_name: 'a-b', agency: 'a', medium: 'b', adid: '17' }

function entry(behavior_type: string, behavior_ms: number, gap_ms: number | null) {
  return {
    request_id: '06xglnoc9r94w',
    behavior_type,
    stage: behavior_type === stage.behavior_type ? stage : null,
    inst_product_id: 'CU95',
    inst_goods_code: null,
    behavior_ms,
    gap_ms,
    received_ms: paidMs,
    app_key: '10000001',
    flags: gap_ms === null ? [] : ['UNMAPPED'],
    ad: null,
  }
}

const report: FlowReport = {
  flow_id: 1800001886002007960n,
  insurer: 'INS_A',
  origin: 'ISSUED',
  issued_product: 'CU95',
  issued_ms: paidMs - 60 * SECOND,
  source_page: 'home',
  status: 'PAID',
  rejections: 'withheld',
  flags: ['UNMAPPED'],
  products: [
    {
      inst_product_id: 'CU95',
      name: '医疗险',
      status: 'PAID',
      stage,
      funnel: [{ ...stage, first_ms: paidMs, last_ms: paidMs, count: 1 }],
      implied: [before],
      unmapped: [{ behavior_type: 'XJ', first_ms: paidMs, last_ms: paidMs, count: 2 }],
      flags: [],
      attribution: { paid_ms: paidMs, clicked_ms: paidMs, ad },
    },
  ],
  timeline: [entry('PAY_SUCCESS', paidMs, null), entry('XJ', paidMs + 93_784 * SECOND, 93_784_000)],
}

it('describes the flow, its products and its steps in columns', () => {
  expect(describeFlow(report)).toBe(`Flow 1800001886002007960 of insurer INS_A
  status      PAID
  origin      ISSUED for CU95 at 2022-02-23 18:51:10
  came from   home
  rejections  withheld (--rejections shows them)
  flags       UNMAPPED

Product CU95 医疗险: PAID
  stage  behaviour           first                last                 times
  90     PAY_SUCCESS (Paid)  2022-02-23 18:52:10  2022-02-23 18:52:10  1
  -      XJ (unmapped)       2022-02-23 18:52:10  2022-02-23 18:52:10  2
  implied    START_PAY
  earned by  agency a, medium b, ad 17, click tag
  clicked    2022-02-23 18:52:10
  flags      -

Steps by the time when they happened (Beijing)
  happened             after  behaviour    product  received             app       request id     flags
  2022-02-23 18:52:10  -      PAY_SUCCESS  CU95     2022-02-23 18:52:10  10000001  06xglnoc9r94w  -
  2022-02-24 20:55:14  1d 2h  XJ           CU95     2022-02-23 18:52:10  10000001  06xglnoc9r94w  UNMAPPED`)
})
