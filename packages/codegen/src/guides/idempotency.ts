import { type Guide, points, run, say, section } from './guide.ts'

export const idempotency: Guide = {
  name: 'idempotency',
  title: { zh: '幂等', en: 'Idempotency' },
  lead: {
    zh: '重发为什么是安全的，每个 API 以什么识别重复。',
    en: 'Why sending again is safe, and how each API knows a repeat.',
  },
  sections: [
    section(
      '同样的内容，只生效一次',
      'The same content takes effect once',
      run(
        'npx topgate call alibaba.charity.useraction.sync --sample -p channel_user_action_dto.event_id=GUIDE_1',
        '"event_id": "GUIDE_1"',
      ),
      say('原样再发一次，得到首次的结果：', 'The same again gets the first answer:'),
      run(
        'npx topgate call alibaba.charity.useraction.sync --sample -p channel_user_action_dto.event_id=GUIDE_1',
        '"charity_hours": "0.1"',
      ),
      say(
        '同一个 `event_id` 换了内容，则不执行：',
        'The same `event_id` with other content is declined:',
      ),
      run(
        'npx topgate call alibaba.charity.useraction.sync --sample \\\n  -p channel_user_action_dto.event_id=GUIDE_1 -p channel_user_action_dto.tb_user_id=2201234567890 || true',
        '409',
      ),
      run('npx topgate show event GUIDE_1', 'GUIDE_1'),
    ),
    section(
      '各 API 的业务键',
      'What each API goes by',
      points(
        ['公益：渠道内的 `event_id`。', 'Charity: `event_id` within the channel.'],
        [
          '保险：流程、点击、产品、行为与时间（到秒）。',
          'Insurance: flow, click, product, step and second.',
        ],
        [
          '好房：类型、业务、主体、日期；`updateTime` 较新者生效。',
          'Housing: kind, business, subject and day; the newer `updateTime` wins.',
        ],
        ['打标：标签、用户、来源。', 'Tags: tag, user and source.'],
        [
          '随访：同一签名 21 分钟内返回首次结果。',
          'Chat: the same signature gets the first answer for 21 minutes.',
        ],
      ),
    ),
  ],
}
