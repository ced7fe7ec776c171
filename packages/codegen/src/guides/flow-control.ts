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
          '每个应用可以有每秒与每天（北京时间）的次数限制，由平台设置。',
          'An app may have limits per second and per Beijing day, set by the platform owner.',
        ],
        [
          '只有签名正确的调用才计数：别人冒用您的 AppKey 用不掉您的额度。',
          'Only calls with a right signature count: nobody can use up your limits with your key alone.',
        ],
        [
          '超出时返回 7，sub_msg 里写明还要等多少秒；请求没有执行。',
          'Beyond them the answer is 7, and sub_msg names the seconds to wait; nothing was carried out.',
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
