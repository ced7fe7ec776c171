import { type Guide, points, run, say, section } from './guide.ts'

export const firstCall: Guide = {
  name: 'first-call',
  title: { zh: '第一次调用', en: 'The first call' },
  lead: {
    zh: '一分钟内，从零到一次成功的签名调用。',
    en: 'From nothing to a successful signed call, within a minute.',
  },
  sections: [
    section(
      '用沙箱自带的应用',
      'With the app that a sandbox brings',
      say(
        '先在项目目录里运行 `npm start`，并保持运行。沙箱自带测试应用 `10000001`，它拥有全部权限包。',
        'Run `npm start` in the folder of the project and leave it running. A sandbox brings the test app `10000001`, which has every package.',
      ),
      run('npx topgate call alibaba.charity.useraction.sync --sample', '"charity_hours": "0.1"'),
      say('再看看这次调用变成了什么：', 'Then look at what became of it:'),
      run('npx topgate show calls', 'alibaba.charity.useraction.sync'),
    ),
    section(
      '用您自己的应用',
      'With an app of your own',
      run(
        'npx topgate app create --name demo --key 30000001 --secret demo-secret-of-30000001-in-a-sandbox',
        'App 30000001',
      ),
      run(
        'export TOP_APP_KEY=30000001 TOP_APP_SECRET=demo-secret-of-30000001-in-a-sandbox\nnpx topgate call alibaba.charity.useraction.sync --sample',
        '"success": true',
      ),
    ),
    section(
      '用您已有的 TOP SDK',
      'With the TOP SDK that you have',
      say(
        '只改网关地址，其余代码不变。各语言的完整示例见每个 API 页面的「请求示例」。',
        'Change the gateway URL and nothing else. The page of each API has samples in every language.',
      ),
      points(
        [
          '沙箱应用：AppKey `10000001`，AppSecret `sandbox00000000000000000000000001`',
          'The app of a sandbox: key `10000001`, secret `sandbox00000000000000000000000001`',
        ],
        [
          '天猫好房接口的 SessionKey：`6200sandbox0000000000000000000000000000000000000000000001`',
          'The session key for the housing API: `6200sandbox0000000000000000000000000000000000000000000001`',
        ],
        [
          'Java：`new DefaultTaobaoClient(url, appkey, secret)`',
          'Java: `new DefaultTaobaoClient(url, appkey, secret)`',
        ],
        ['PHP：`$c->gatewayUrl = $url`', 'PHP: `$c->gatewayUrl = $url`'],
        ['Node：`REST_URL`', 'Node: `REST_URL`'],
      ),
    ),
  ],
}
