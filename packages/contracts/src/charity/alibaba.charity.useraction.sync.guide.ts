import { type ApiGuide, bilingual, firstRelease, question } from '../api-guide.ts'

export const userActionSyncGuide: ApiGuide = {
  faq: [
    question(
      ['超时了，不知道是否成功，可以重发吗？', 'The call timed out. May I send it again?'],
      [
        '可以，而且应该用同一个 event_id 原样重发：已经记录的返回首次结果，没有记录的照常记录，公益时不会重复发放。',
        'Yes: send it again unchanged, with the same event_id. What was recorded gets its first answer, what was not is recorded now; hours are never given twice.',
      ],
    ),
    question(
      ['同一 event_id 换了内容会怎样？', 'What if an event_id comes again with other content?'],
      [
        '返回 409，不改变已有记录。feeling 不参与比较，修改感言不算新内容。',
        'It is declined with 409 and changes nothing. feeling is outside the comparison.',
      ],
    ),
    question(
      ['charity_hours 是怎么算出来的？', 'How are charity_hours computed?'],
      [
        '按 charity_type_sub_code 的规则以整数分钟计算（数量取自 ori_content），再向下取到 0.1 小时。触及上限时可能为 0.0。',
        'In whole minutes by the rule of charity_type_sub_code, with quantities from ori_content, then rounded down to a tenth of an hour. At a cap they may be 0.0.',
      ],
    ),
    question(
      [
        '只有 third_user_key，没有淘宝 ID，可以上报吗？',
        'I only know third_user_key and no Taobao id. May I report?',
      ],
      [
        '可以。未绑定的用户先记在 third_user_key 名下，绑定后转到淘宝账号。',
        'Yes. The hours of an unbound user wait under third_user_key and move to the account once it is bound.',
      ],
    ),
    question(
      [
        'timestamp_long 与 charity_timestamp 不一致，以哪个为准？',
        'timestamp_long and charity_timestamp differ. Which one counts?',
      ],
      [
        'charity_timestamp（北京时间）。timestamp_long 只作参考。',
        'charity_timestamp, in Beijing time. timestamp_long is only kept beside it.',
      ],
    ),
  ],
  silent: [
    bilingual([
      '公益时以分钟计，向下取到 0.1 小时；上限按到达顺序累计',
      'Hours are counted in minutes and rounded down to 0.1; caps count in order of arrival',
    ]),
    bilingual([
      'feeling 不参与「内容是否相同」的比较',
      'feeling is outside the comparison of contents',
    ]),
    bilingual([
      '未绑定的 third_user_key 的公益时等待绑定',
      'Hours of an unbound third_user_key wait for its binding',
    ]),
    bilingual([
      '别的渠道的活动与不存在的活动都返回 404',
      'An activity of another channel answers 404, exactly as one that does not exist',
    ]),
  ],
  changes: [firstRelease],
  sandboxAnswer: {
    body: '{"alibaba_charity_useraction_sync_response":{"result":{"msg":"成功","code":200,"data":{"event_id":"UNI_9901","charity_hours":"0.1"},"success":true},"request_id":"15q04lulip32i"}}',
    why: {
      zh: '示例里的 event_id 是占位文字；真实返回回显请求里的 event_id，并带 request_id。',
      en: 'The event_id of the sample is a placeholder; a real answer repeats the event_id of the request and has a request_id.',
    },
  },
}
