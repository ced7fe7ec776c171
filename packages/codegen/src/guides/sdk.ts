import { type Guide, points, run, say, section } from './guide.ts'

const client = `const { TopClient } = require('./sdks/typescript')
const client = new TopClient({
  url: (process.env.TOP_URL ?? 'http://127.0.0.1:8080') + '/router/rest',
  appKey: '10000001',
  secret: 'sandbox00000000000000000000000001',
})`

export const sdk: Guide = {
  name: 'sdk',
  title: { zh: '使用 SDK', en: 'With an SDK' },
  lead: {
    zh: '七种语言的 SDK：拿到它、完成一次调用、正确处理失败。',
    en: 'SDKs in seven languages: get one, make a call, deal rightly with failures.',
  },
  sections: [
    section(
      '拿到 SDK',
      'Get it',
      say(
        '在 SDK 页面下载，或用命令行生成。两者逐字节相同，目录可直接构建，README 里有该语言的完整说明。',
        'Download it on the page of SDKs, or write it from the command line. Both are the same bytes; the folder is ready to be built, and its README tells all about the language.',
      ),
      run('npx topgate sdk java --out "$(mktemp -d)"', 'sha256'),
      run(
        'npx topgate sdk python --out "$(mktemp -d)" --api alibaba.charity.useraction.sync',
        '1 API',
      ),
    ),
    section(
      '一次调用',
      'A call',
      say(
        '以 JavaScript 为例；其他语言的写法见每个 API 页面的「请求示例」与各 SDK 的 README。',
        'In JavaScript; for the other languages see the request samples of each API and the README of each SDK.',
      ),
      run(
        `node -e "
${client}
client.execute('alibaba.charity.useraction.sync', {
  channel_user_action_dto: {
    activity_id: 12345,
    event_id: 'GUIDE_SDK_1',
    tb_user_id: 12345,
    charity_timestamp: '2019-08-08 12:00:00',
  },
}).then((answer) => console.log(answer.success, answer.data.result?.data?.charity_hours))
"`,
        'true 0.1',
      ),
    ),
    section(
      '结果只有这几种',
      'There are only these outcomes',
      points(
        [
          '成功：`answer.success` 为 `true`，不管该 API 用哪种格式回答。',
          'Success: `answer.success` is `true`, whatever shape the API says it in.',
        ],
        [
          'API 说不：`success` 为 `false`，`answer.decline` 里有 `code`、`remedy`（怎么办）、`retry`（重试是否有用）。',
          'The API says no: `success` is `false`, and `answer.decline` has `code`, `remedy` and `retry` (whether sending again can help).',
        ],
        [
          '平台拒绝：`TopRefusal`，含 `code`、`subCode`、`requestId`、`remedy`、`retry`。',
          'The platform refuses: `TopRefusal` with `code`, `subCode`, `requestId`, `remedy`, `retry`.',
        ],
        [
          '没有得到回答：`TopTransportError`（连不上、超时、断线）；返回的不是平台的内容：`TopNonsense`。`mayHaveRun` 说明请求是否可能已经执行。',
          'No answer: `TopTransportError` (no connection, time-out, broken); what came is no answer of the platform: `TopNonsense`. `mayHaveRun` tells whether the call may have run.',
        ],
      ),
      run(
        `node -e "
${client}
client.execute('alibaba.charity.useraction.sync', {
  channel_user_action_dto: {
    activity_id: 404,
    event_id: 'GUIDE_SDK_2',
    tb_user_id: 12345,
    charity_timestamp: '2019-08-08 12:00:00',
  },
}).then((answer) => console.log(answer.success, answer.decline))
"`,
        "code: '404'",
      ),
    ),
    section(
      '什么时候会自动重试',
      'When a call is sent again by itself',
      points(
        [
          '平台说可以（`X-Topgate-Retry: same-request` 或 `after=N`），或请求还没有发出：重试，最多 3 次，原样重发。',
          'When the platform says so (`X-Topgate-Retry: same-request` or `after=N`), or nothing was sent yet: up to 3 times, with the very same bytes.',
        ],
        [
          '超时、断线、502：结果未知。平台能识别重复的 API 会重发；导入的 API 不会，请先查询再决定。',
          'After a time-out, a broken connection, a 502 nobody knows what became of it. APIs that recognise a repeat are called again; imported ones are not: look first, then decide.',
        ],
        [
          '其余的错误要先修改，不会重发。',
          'Everything else needs a change first, and is not sent again.',
        ],
      ),
      say(
        '自己再重试时，用同一个业务键（如 `event_id`），效果仍只有一次。',
        'Whoever tries again later keeps the business key, such as `event_id`: it takes effect once all the same.',
      ),
    ),
  ],
}
