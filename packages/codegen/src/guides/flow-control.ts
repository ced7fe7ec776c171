import { type Guide, points, run, say, section } from './guide.ts'

export const flowControl: Guide = {
  name: 'flow-control',
  title: { zh: '流量控制', en: 'Flow control' },
  lead: {
    zh: '限制如何计算，超出后怎么办。',
    en: 'How limits count, and what to do beyond them.',
  },
  sections: [
    section(
      '规则',
      'The rules',
      points(
        [
          '应用、应用的单个 API、某个 API 的全部应用、每个用户，都可以有每秒、每分钟、每天（北京时间）的次数限制，由平台设置；应用还可以限制同时进行的请求数。',
          'An app, one API of an app, an API over all apps, and each user may have limits per second, minute and Beijing day, set by the platform owner; and an app one of calls under way at a time.',
        ],
        [
          '只有签名正确的调用才计数：别人冒用您的 AppKey 用不掉您的额度。',
          'Only calls with a right signature count: nobody can use up your limits with your key alone.',
        ],
        [
          '超出时返回 7（用户的限制是 4 或 5），`sub_msg` 里写明还要等多少秒；请求没有执行。',
          'Beyond them the answer is 7 (4 or 5 for limits of a user), and `sub_msg` names the seconds to wait; nothing was carried out.',
        ],
        [
          '一秒从每次调用算起，不是钟表上的秒：任何连续一秒内都不超过限制。',
          'A second begins with every call and is none of the clock: no second that begins anywhere holds more than the limit.',
        ],
        [
          '平台过载时返回 10 和 `isp.` 开头的 `sub_code`：请求没有执行，等待 1、2、4、8 秒（加随机抖动）后原样重试，最多 5 次。',
          'An overloaded platform answers 10 with a `sub_code` that begins with `isp.`: nothing was carried out. Send the same again after 1, 2, 4, 8 seconds with jitter, five times at most.',
        ],
      ),
    ),
    section(
      '看一次超限',
      'See one',
      run(
        'npx topgate app create --name demo --key 30000003 --secret demo-secret-of-30000003-in-a-sandbox --per-day 1',
        'App 30000003',
      ),
      run(
        'export TOP_APP_KEY=30000003 TOP_APP_SECRET=demo-secret-of-30000003-in-a-sandbox\nnpx topgate call taobao.time.get',
        'time_get_response',
      ),
      run('npx topgate call taobao.time.get || true', 'App Call Limited'),
      say(
        '程序里请按秒数等待，再加一点随机抖动；不要立刻循环重试。',
        'A program waits for those seconds and a little jitter more; it never loops at once.',
      ),
    ),
  ],
}
