import { type Guide, points, run, say, section } from './guide.ts'

const method = 'tmall.alihouse.customer.clue.out.invest.total.data.back.flow'

export const sessions: Guide = {
  name: 'sessions',
  title: { zh: '用户授权与 SessionKey', en: 'User authorisation and session keys' },
  lead: {
    zh: '哪些 API 需要 session，如何取得，失效后怎么办。',
    en: 'Which APIs need a session key, how to get one, and what to do when it ends.',
  },
  sections: [
    section(
      '什么时候需要',
      'When it is needed',
      say(
        'API 页面上标有「需用户授权」的才需要。其余 API 不需要传 session。',
        'Only where the page of the API says so. All others do without.',
      ),
    ),
    section(
      '在沙箱里取得',
      'Getting one in a sandbox',
      say(
        '沙箱自带一个测试会话，示例会自动使用：',
        'A sandbox brings a test session, which samples use by themselves:',
      ),
      run(`npx topgate call ${method} --sample`, '"success": "true"'),
      say('为您自己的应用签发一个：', 'Issue one for an app of your own:'),
      run(
        'npx topgate app create --name demo --key 30000002 --secret demo-secret-of-30000002-in-a-sandbox\nSESSION=$(npx topgate session create --app 30000002 --json | sed \'s/.*"session":"\\([^"]*\\)".*/\\1/\')\nTOP_APP_KEY=30000002 TOP_APP_SECRET=demo-secret-of-30000002-in-a-sandbox \\\n  npx topgate call ' +
          `${method} --sample --session "$SESSION"`,
        '"success": "true"',
      ),
    ),
    section(
      '失效与错误',
      'When it ends',
      points(
        ['26：没有传 session。', '26: no session was sent.'],
        [
          '27 session-expired：已过期，请刷新或重新授权。',
          '27 session-expired: refresh it or authorise again.',
        ],
        [
          '27 sessionkey-not-generated-by-server：它是另一个应用的。',
          '27 sessionkey-not-generated-by-server: it belongs to another app.',
        ],
      ),
      run(
        `npx topgate call ${method} --sample --session 6200sandbox0000000000000000000000000000000000000000000003 || true`,
        'session-expired',
      ),
      say(
        'SessionKey 等同于用户的授权，请像密码一样保管：不要写进日志、链接或前端代码。',
        'A session key is the authorisation of a person. Keep it like a password: never in logs, links or code of a web page.',
      ),
    ),
  ],
}
