import { type Guide, points, run, say, section } from './guide.ts'

export const privacy: Guide = {
  name: 'privacy',
  title: { zh: '数据隐私', en: 'Data privacy' },
  lead: {
    zh: '平台如何保管个人数据，您这一侧要注意什么。',
    en: 'How personal data is kept here, and what to mind on your side.',
  },
  sections: [
    section(
      '平台做什么',
      'What the platform does',
      points(
        [
          '手机号、支付宝 ID、聊天内容等在写入数据库之前加密；按它们查找时用带密钥的摘要。',
          'Phone numbers, Alipay ids and chat contents are encrypted before they reach the database; look-ups go by keyed digests.',
        ],
        [
          '日志、错误信息与页面里都不出现未打码的个人数据、密钥与会话。',
          'Logs, error texts and pages never show personal data, secrets or sessions unmasked.',
        ],
        ['查询已存数据时默认打码：', 'What is stored is shown masked:'],
      ),
      run(
        'npx topgate call taobao.retail.user.tag.mobile.add --sample',
        '"social_nick": "t*********3"',
      ),
      run('npx topgate show tags 2088123412345678', 'BIZ_A'),
    ),
    section(
      '您做什么',
      'What you do',
      points(
        ['只发送 API 需要的字段。', 'Send only what the API needs.'],
        [
          'AppSecret 与 SessionKey 只放在服务端，不要写进日志与链接。',
          'Keep the app secret and session keys on your servers, out of logs and links.',
        ],
        [
          '生产环境用 HTTPS；个人数据放在 POST 的表单里，不要放在网址里。',
          'Use HTTPS in production; personal data goes into the form of a POST, never into an address.',
        ],
      ),
      say(
        'API工具在您的浏览器里签名：AppSecret 不会离开页面。',
        'The API tool signs in your browser: the secret never leaves the page.',
      ),
    ),
  ],
}
