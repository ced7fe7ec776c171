import { type Guide, points, run, say, section } from './guide.ts'

const batchProgram = `import { createHash } from 'node:crypto'

const secret = 'helloworld'
const query = {
  app_key: '12345678',
  timestamp: '2024-01-01 00:00:00',
  format: 'json',
  v: '2.0',
  sign_method: 'md5',
  session: 'test',
  partner_id: 'top-sdk-java-test',
}
// Two calls without parameters of their own share their method.
const body = ['#PUBLIC#method=taobao.time.get', 'N', 'N'].join('\\r\\n-S-\\r\\n')

// The sorted parameters of the query, and behind them the body as it is.
const text = Object.entries(query)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, value]) => name + value)
  .join('') + body
console.log(createHash('md5').update(secret + text + secret).digest('hex').toUpperCase())
`

/* biome-ignore-start lint/suspicious/noTemplateCurlyInString: it is the shell that fills it in */
const batchCommand = [
  'T=$(date +%s)000',
  "B=$(printf 'method=taobao.time.get\\r\\n-S-\\r\\nmethod=taobao.appip.get')",
  'S=$(printf %s "app_key10000001formatjsonsign_methodhmac-sha256timestamp${T}v2.0$B" |',
  "  openssl dgst -sha256 -hmac sandbox00000000000000000000000001 | sed 's/.*= *//')",
  'curl -s "${TOP_URL:-http://127.0.0.1:8080}/router/batch?app_key=10000001&format=json&sign_method=hmac-sha256&timestamp=$T&v=2.0&sign=$S" \\',
  '  -H \'Content-Type: text/plain;charset=UTF-8\' --data-binary "$B"',
].join('\n')
const jsonCommand = [
  'T=$(date +%s)000 M=alibaba.charity.useraction.sync',
  'B=\'{"channel_user_action_dto":{"activity_id":12345,"event_id":"JSON_1","tb_user_id":12345,"charity_timestamp":"2019-08-08 12:00:00"}}\'',
  'S=$(printf %s "app_key10000001formatjsonmethod${M}sign_methodhmac-sha256timestamp${T}v2.0$B" |',
  "  openssl dgst -sha256 -hmac sandbox00000000000000000000000001 | sed 's/.*= *//')",
  'curl -s "${TOP_URL:-http://127.0.0.1:8080}/router/rest?app_key=10000001&format=json&method=$M&sign_method=hmac-sha256&timestamp=$T&v=2.0&sign=$S" \\',
  '  -H \'Content-Type: application/json;charset=utf-8\' --data-binary "$B"',
].join('\n')
/* biome-ignore-end lint/suspicious/noTemplateCurlyInString: it is the shell that fills it in */

export const transports: Guide = {
  name: 'transports',
  title: { zh: '批量、JSON 请求体与压缩', en: 'Batches, JSON bodies and compression' },
  lead: {
    zh: '一次请求多个调用、用 JSON 发送参数、接收压缩的响应。',
    en: 'Several calls in one request, parameters as JSON, and compressed answers.',
  },
  sections: [
    section(
      '参数放在哪里',
      'Where parameters travel',
      points(
        [
          'POST（推荐）或 GET。参数可放在查询串、表单（`application/x-www-form-urlencoded`）或 `multipart/form-data`，每个名称只能出现一次。',
          'POST (recommended) or GET. Parameters go into the query, a form (`application/x-www-form-urlencoded`) or `multipart/form-data`; each name once.',
        ],
        [
          'GET 会把 session 留在地址与日志里，请用 POST。',
          'A GET leaves the session in addresses and logs: use POST.',
        ],
      ),
    ),
    section(
      '批量调用',
      'Several calls in one request',
      points(
        [
          'POST `/router/batch`，`Content-Type` 为 `text/plain`。公共参数（没有 `method`）在查询串里。',
          'POST `/router/batch` with `Content-Type` `text/plain`. The public parameters, without `method`, are in the query.',
        ],
        [
          '请求体：每个调用一段 URL 编码的参数，以换行 `-S-` 换行（CRLF）相隔；没有参数的写 `N`。第一段可以是 `#PUBLIC#` 加共用的参数。',
          'The body: the urlencoded parameters of each call, separated by CR LF `-S-` CR LF; a call without any is `N`. The first may be `#PUBLIC#` and what all share.',
        ],
        [
          '每个调用可有自己的 `method`、`session`、`target_app_key`；`app_key`、`sign`、`timestamp` 等只在查询串里。',
          'A call may have its own `method`, `session` and `target_app_key`; `app_key`, `sign`, `timestamp` and so on stand in the query alone.',
        ],
        [
          '最多 20 个，按顺序逐个执行，各自计数、各自成败，总共 10 秒。响应按顺序用同样的分隔符相连；整批有误时只有一个错误响应。',
          'At most 20, run one after the other; each counts and fails alone; 10 seconds in all. Answers come in order with the same separator; a fault of the whole batch is one error answer.',
        ],
        [
          '其他分隔符写在请求头 `top-api-separator`：1 到 16 个 `!$%()*@^|~` 与反引号，例如 `%!` 或 `@@`。',
          'Another separator goes into the header `top-api-separator`: 1 to 16 of `!$%()*@^|~` and the backtick, such as `%!` or `@@`.',
        ],
      ),
      say(
        '签名：排序后的查询参数之后，直接接上请求体原文。',
        'The signature: the sorted parameters of the query, and behind them the body as it is.',
      ),
      { kind: 'program', code: batchProgram, prints: 'E0EFF37404359CE958A6356FBE90AA51' },
      run(batchCommand, '{"appip_get_response"'),
    ),
    section(
      'JSON 请求体',
      'A JSON body',
      say(
        '`Content-Type` 为 `application/json`：请求体是一个对象，成员是业务参数，结构体可以直接写成对象。公共参数在查询串里，签名方法与批量相同。请求体最多 256 Ki 个字符，更大的请用表单。',
        'With `Content-Type` `application/json` the body is one object whose members are the business parameters; structs may be objects. Public parameters are in the query, and the signature is made as for a batch. At most 256 Ki characters; send more as a form.',
      ),
      run(jsonCommand, '"success":true'),
    ),
    section(
      '压缩',
      'Compression',
      say(
        '请求头 `Accept-Encoding` 含 `gzip` 时，1 KiB 以上的响应会压缩。请求体不能压缩（415）。',
        'When `Accept-Encoding` names `gzip`, answers of 1 KiB and more are compressed. Bodies of requests are not compressed (415).',
      ),
    ),
  ],
}
