import { type ApiGuide, bilingual, firstRelease, question } from '../api-guide.ts'

export const userBehaviorSyncGuide: ApiGuide = {
  faq: [
    question(
      ['param0 标为可选，可以不传吗？', 'param0 is marked optional. May I leave it out?'],
      [
        '不可以。页面标为可选，但没有它就没有内容可记录：返回 isv.invalid-parameter。',
        'No. The page marks it optional, yet without it there is nothing to record: the call is refused with isv.invalid-parameter.',
      ],
    ),
    question(
      ['同一个行为上报了两次会怎样？', 'What if the same step is reported twice?'],
      [
        '只记一次。流程、点击、产品、行为与时间（到秒）都相同即为同一行为，重复上报返回 SUCCESS。',
        'It counts once. Equal flow, click, product, step and second are the same step; the repeat answers SUCCESS.',
      ],
    ),
    question(
      [
        'flow_id 有 19 位，在 JavaScript 里变了怎么办？',
        'flow_id has 19 digits and JavaScript changes them. What now?',
      ],
      [
        '它超过 2^53。请始终当作文本或 BigInt 处理；JSON 里写成数字或带引号的数字都可以。',
        'It is beyond 2^53. Keep it as text or BigInt; in the JSON both a number and a quoted number are accepted.',
      ],
    ),
    question(
      [
        'behavior_type 的取值不在约定列表里，会被拒绝吗？',
        'Is a behavior_type that was not agreed upon refused?',
      ],
      [
        '不会。格式正确的名称都会入库；未登记的行为不参与漏斗统计。',
        'No. Every well-formed name is stored; one that is not registered takes no part in the funnel.',
      ],
    ),
    question(
      [
        'advertise_org_url 解析不了会怎样？',
        'What happens to an advertise_org_url that makes no sense?',
      ],
      [
        '照收并标记，不影响返回。请把广告宏替换成实际值后再传。',
        'It is kept and flagged, and the answer stays the same. Fill in the macros of the advertisement before sending.',
      ],
    ),
  ],
  silent: [
    bilingual([
      'param0 在页面上可选，缺少时返回 isv.invalid-parameter',
      'param0 is optional on the page; without it the call is refused with isv.invalid-parameter',
    ]),
    bilingual([
      '未登记的行为照样入库；未登记的产品返回 PRODUCT_NOT_FOUND',
      'A step that is not registered is stored; a product that is not registered answers PRODUCT_NOT_FOUND',
    ]),
    bilingual([
      '别家的 flow_id 与未知的 flow_id 一样处理，不泄露它属于谁',
      'A flow of another insurer is stored like an unknown one, so that nobody learns whose it is',
    ]),
    bilingual([
      'behavior_time 最多比当前晚 5 分钟，没有下限',
      'behavior_time may lie at most 5 minutes ahead; there is no lower limit',
    ]),
  ],
  changes: [firstRelease],
  sandboxAnswer: {
    body: '{"alibaba_alihealth_insurance_inst_user_behavior_sync_response":{"result_status":"SUCCESS","data":true,"result_code":"SUCCESS","result_msg":"SUCCESS","request_id":"15q04lulip32i"}}',
    why: {
      zh: '与示例一致，另有每次调用的 request_id。',
      en: 'As in the sample, with the request_id of the call.',
    },
  },
}
