import { type Guide, points, run, say, section } from './guide.ts'

export const errors: Guide = {
  name: 'errors',
  title: { zh: '错误与重试', en: 'Errors and sending again' },
  lead: {
    zh: '看懂每一种失败，只在有用的时候重试。',
    en: 'Read every failure, and send again only where that helps.',
  },
  sections: [
    section(
      '两种失败',
      'Two kinds of failure',
      points(
        [
          '`error_response`：请求本身有问题（签名、权限、参数），或平台暂时出错。',
          '`error_response`: the call itself is wrong (signature, permission, parameters), or the platform failed.',
        ],
        [
          'API 自己的返回里 `success` 为 `false`：请求没有问题，但当前状态不允许（例如活动已结束）。',
          '`success` is `false` in the own answer of the API: the call is fine, but the state says no, such as an activity that has ended.',
        ],
      ),
      run(
        'npx topgate call alibaba.charity.useraction.sync --sample -p channel_user_action_dto.charity_timestamp=2030-01-01 || true',
        'channel_user_action_dto.charity_timestamp',
      ),
      run(
        'npx topgate call alibaba.charity.useraction.sync --sample -p channel_user_action_dto.activity_id=12347 || true',
        '410',
      ),
    ),
    section(
      '什么时候重试',
      'When to send again',
      points(
        [
          '`sub_code` 以 `isp.` 开头、超时、断线：稍后原样重试。相同的内容只生效一次。',
          'A `sub_code` that begins with `isp.`, a time-out, a broken connection: send the same again later. It takes effect once.',
        ],
        [
          '7、4、5（限流）：按 `sub_msg` 里的秒数等待。10（过载）：稍后原样重试。',
          '7, 4 and 5 (limits): wait for the seconds that `sub_msg` names. 10 (overload): send the same again later.',
        ],
        ['其余错误：先修改，再发送。', 'Everything else: change something first.'],
      ),
      say(
        '每个错误都带有响应头 `X-Topgate-Retry`，程序可以直接读取：',
        'Every error carries the header `X-Topgate-Retry`, which programs can read:',
      ),
      run(
        // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell that fills it in
        'curl -s -D - -o /dev/null "${TOP_URL:-http://127.0.0.1:8080}/router/rest" -d method=taobao.time.get',
        'X-Topgate-Retry: never',
      ),
      say(
        '在沙箱里可以预演一次平台故障：用宽松应用 `10000009` 发送以 `SANDBOX_ISP_` 开头的 `event_id`。',
        'In a sandbox a failure of the platform can be rehearsed: let the lenient app `10000009` send an `event_id` that begins with `SANDBOX_ISP_`.',
      ),
      run(
        'TOP_APP_KEY=10000009 TOP_APP_SECRET=sandbox00000000000000000000000009 \\\n  npx topgate call alibaba.charity.useraction.sync --sample -p channel_user_action_dto.event_id=SANDBOX_ISP_1 || true',
        'isp.remote-service-error',
      ),
    ),
    section(
      '为什么：一个 request_id 就够了',
      'Why: a request_id is enough',
      say(
        '每个应答都带有 `request_id`。它说明这次调用收到了什么（涉及个人的值已隐藏）、通过了哪些检查、在哪一步被拒绝、怎么办，并给出改好的同一个调用（curl 脚本，密钥从环境变量读取）：',
        'Every answer carries a `request_id`. It tells what came in (what names a person is hidden), which checks the call passed, which one refused it, what to do, and gives the same call repaired, as a curl script that takes the secret from the environment:',
      ),
      run(
        // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell that fills it in
        'id=$(curl -s "${TOP_URL:-http://127.0.0.1:8080}/router/rest" -d format=json -d method=taobao.time.get -d appKey=10000001 \\\n  | sed \'s/.*"request_id":"\\([^"]*\\)".*/\\1/\')\nnpx topgate why "$id"',
        'Missing app key',
      ),
      points(
        [
          '沙箱里打开 `/why/REQUEST_ID` 也能看到同样的内容，API工具的失败结果里有链接；签名错误（25）还会显示应当签名的文本。',
          'In a sandbox `/why/REQUEST_ID` shows the same, and the API tool links to it from a failure; for a wrong signature (25) it also shows the text that should be signed.',
        ],
        [
          '成功的写入：`request_id` 就是数据的编号，它会指出这次调用变成了哪一行。',
          'A write that succeeded: the `request_id` is the id of its row, and you are told which row that is.',
        ],
      ),
    ),
    section(
      '演练：检查但不保存',
      'Dry run: checked, not stored',
      say(
        '带上请求头 `X-Topgate-Dry-Run: 1`，平台完成全部检查和业务判断，但不保存任何数据；应答与真实调用相同，并带有同名响应头。限流照常计数；同一请求之后可以正式发送。',
        'With the header `X-Topgate-Dry-Run: 1` the platform makes every check and decides the call, and stores nothing; the answer is that of the real call, with the same header. It counts for limits; the very same request may follow in earnest.',
      ),
      run(
        'npx topgate call alibaba.charity.useraction.sync --sample --dry-run -p channel_user_action_dto.event_id=DRY_RUN_1\nnpx topgate show event DRY_RUN_1 || true',
        'No event DRY_RUN_1',
      ),
    ),
    section(
      '平台的全部错误码',
      'Every error code of the platform',
      say(
        '任何 API 都可能返回这些错误；某个 API 自己的错误码在它的页面上。',
        'Any API may answer with these; the codes of a single API are on its page.',
      ),
      { kind: 'platform-errors' },
    ),
  ],
}
