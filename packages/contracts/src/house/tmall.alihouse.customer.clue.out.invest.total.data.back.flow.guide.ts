import { type ApiGuide, bilingual, firstRelease, question } from '../api-guide.ts'

export const investDataBackFlowGuide: ApiGuide = {
  faq: [
    question(
      ['有一行数据不合规则，其余行会入库吗？', 'One row breaks a rule. Are the others stored?'],
      [
        '不会。一次调用要么全部入库，要么全部拒绝；错误信息指出第几行、哪个字段。',
        'No. A call is stored as a whole or not at all; the message names the row and the member.',
      ],
    ),
    question(
      [
        '同一天的数据可以更正吗？先后到达会互相覆盖吗？',
        'May a day be corrected, and does the last arrival win?',
      ],
      [
        '可以更正。同一类型、业务、主体、日期以 updateTime 较新的为准，与到达顺序无关；较旧的照样返回 success，但不生效。',
        'It may. For one kind, business, subject and day the newer updateTime wins, whatever arrives last; an older row answers success and changes nothing.',
      ],
    ),
    question(
      ['session 从哪里来？', 'Where does session come from?'],
      [
        '合作方的淘宝账号授权给应用后得到 SessionKey。沙箱里有现成的测试 SessionKey，见「如何获得此API」。',
        'The partner authorises the app with the Taobao account that is bound to it. A sandbox has a session key ready: see how to get this API.',
      ],
    ),
    question(
      ['data 为什么是文本而不是数组？', 'Why is data a text and not an array?'],
      [
        '页面把它定义为 String：请先把数组序列化成 JSON 文本，再放进 req。最多 5000 行、2MB（URL 编码前）。',
        'The page defines it as String: serialise the array first, then put that text into req. At most 5,000 rows and 2 MB before URL encoding.',
      ],
    ),
    question(
      ['如何判断成功？success 是布尔值吗？', 'How do I tell success? Is success a Boolean?'],
      [
        'success 是 String："true" 或 "false"；同时 code 为 success。',
        'success is a String, "true" or "false"; code is then success.',
      ],
    ),
  ],
  silent: [
    bilingual([
      '一行不合规则则整次拒绝；updateTime 较新者生效',
      'One bad row refuses the whole call; the newer updateTime wins',
    ]),
    bilingual([
      '文档没有列出的指标照样保存',
      'Measures that the page does not list are kept all the same',
    ]),
  ],
  changes: [firstRelease],
  sandboxAnswer: {
    body: '{"tmall_alihouse_customer_clue_out_invest_total_data_back_flow_response":{"result":{"code":"success","msg":"成功","success":"true"},"request_id":"15q04lulip32i"}}',
    why: {
      zh: '与示例一致，另有每次调用的 request_id。',
      en: 'As in the sample, with the request_id of the call.',
    },
  },
}
