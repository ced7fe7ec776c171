import { type ApiGuide, bilingual, firstRelease, question } from '../api-guide.ts'

export const userTagMobileAddGuide: ApiGuide = {
  faq: [
    question(
      ['直接发送页面示例，为什么被拒绝？', 'Why is the sample of the page refused as it stands?'],
      [
        '示例里的标识打了星号。在沙箱里请把 biz_code 换成 BIZ_A，alipay_user_id 换成 2088123412345678，其余标识留空。',
        'Its identifiers are masked with asterisks. In a sandbox send biz_code BIZ_A and alipay_user_id 2088123412345678, and leave the other identifiers out.',
      ],
    ),
    question(
      ['手机号放在哪个字段？', 'Which field takes the phone number?'],
      [
        '放在 ext_param 里：{"mobile":"13800138000"}。',
        'It goes into ext_param: {"mobile":"13800138000"}.',
      ],
    ),
    question(
      ['同时传了几个标识会怎样？', 'What if I send several identifiers?'],
      [
        '它们必须指向同一个人；指向不同的人时返回 IDENTITY_CONFLICT，谁也不打标。',
        'They must belong to one person. If they lead to different people, the answer is IDENTITY_CONFLICT and nobody is tagged.',
      ],
    ),
    question(
      [
        '「未查询到淘宝账号」说明这个人没有账号吗？',
        'Does "no account was found" mean that the person has none?',
      ],
      [
        '不一定。账号不存在、openid 属于别的应用，都是同样的返回，避免被用来探测。请核对标识，不要频繁重试。',
        'Not necessarily. A missing account and an open id of another app look alike, so that the API cannot be used for probing. Check the identifier and do not repeat often.',
      ],
    ),
    question(
      ['重复打标会报错吗？', 'Is a repeated tag an error?'],
      [
        '不会。同一标签、用户、来源只有一个标记，重复调用返回成功。',
        'No. There is one mark per tag, user and source; a repeat succeeds.',
      ],
    ),
  ],
  silent: [
    bilingual([
      '多个标识指向不同的人时不打标',
      'Identifiers that lead to different people tag nobody',
    ]),
    bilingual([
      '账号不存在与别的应用的 openid 返回相同',
      'A missing account and the open id of another app look alike',
    ]),
    bilingual([
      '参数错误在 error_infos 里返回，与页面示例一致',
      'A bad parameter is told inside error_infos, as the sample of the page does',
    ]),
  ],
  changes: [firstRelease],
  sandboxValues: { biz_code: 'BIZ_A', alipay_user_id: '2088123412345678' },
  sandboxAnswer: {
    body: '{"retail_user_tag_mobile_add_response":{"error_infos":{"error_info":[{"outer_error_code":"INVALID_PARAMETER","error_message":"输入参数错误:bizCode","error_code":"isv.invalid-parameter:","sub_error_code":""}]},"module":{"tag_success":false},"result":false,"request_id":"15q04lulip32i"}}',
    why: {
      zh: '页面示例的标识打了星号，真实调用会被拒绝；示例为了列出全部字段，同时给出了错误与成功的内容。',
      en: 'The identifiers of the sample are masked, so a real call is refused; the sample shows errors and success together only to list every field.',
    },
  },
}
