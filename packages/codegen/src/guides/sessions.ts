import { type Guide, points, run, say, section } from './guide.ts'

const method = 'tmall.alihouse.customer.clue.out.invest.total.data.back.flow'
const gate = `\${TOP_URL:-http://127.0.0.1:8080}`
const redirect = 'http://127.0.0.1:8080/oauth/callback'
const asApp = '-d client_id=10000001 -d client_secret=sandbox00000000000000000000000001'

/** A member of a JSON answer, without a tool that may be absent. */
function member(name: string): string {
  return `sed 's/.*"${name}":"\\([^"]*\\)".*/\\1/'`
}

export const sessions: Guide = {
  name: 'sessions',
  title: { zh: '用户授权与 SessionKey', en: 'User authorisation and session keys' },
  lead: {
    zh: '哪些 API 需要 session，如何请用户授权得到它，怎样刷新，失效后怎么办。',
    en: 'Which APIs need a session key, how a user grants one, how to refresh it, and what to do when it ends.',
  },
  sections: [
    section(
      '什么时候需要',
      'When it is needed',
      say(
        'API 页面上标有「需用户授权」的才需要。其余 API 不需要传 session。',
        'Only where the page of the API says so. All others do without.',
      ),
      say(
        '沙箱自带一个测试会话，示例会自动使用：',
        'A sandbox brings a test session, which samples use by themselves:',
      ),
      run(`npx topgate call ${method} --sample`, '"success": "true"'),
    ),
    section(
      '第一步：请用户授权',
      'Step 1: ask the user',
      say(
        '让用户的浏览器打开授权页面。用户同意后，浏览器带着 `code` 回到您登记的 `redirect_uri`。在沙箱里，`sandbox_user` 代替用户作答（加上 `sandbox_answer=refuse` 就是拒绝），因此自动化测试不需要浏览器：',
        'Send the browser of the user to the authorise page. When he agrees, it comes back to the `redirect_uri` that you have registered, with a code. In a sandbox `sandbox_user` answers in place of a person (and `sandbox_answer=refuse` refuses), so that tests need no browser:',
      ),
      run(
        `CODE=$(curl -s -o /dev/null -w '%{redirect_url}' "${gate}/oauth/authorize?response_type=code&client_id=10000001&redirect_uri=${redirect}&state=xyz123&sandbox_user=2201234567890" | sed 's/.*[?&]code=\\([^&]*\\).*/\\1/')\necho "code of $(printf %s "$CODE" | wc -c) characters"`,
        'code of 43 characters',
      ),
      points(
        [
          '`redirect_uri` 必须与登记的逐字相同（`topgate app set KEY --redirect-uri` 登记，可以多个）；不同就停在错误页，绝不跳转。',
          '`redirect_uri` is compared with the registered ones character by character (`topgate app set KEY --redirect-uri` registers, several if you like). Another one ends on a page and is never followed.',
        ],
        [
          '`state` 必填：每次生成不可猜测的值，回来时核对，防止别人把自己的授权塞给您的用户。',
          '`state` is required: make one that nobody can guess each time and compare it on return, so that nobody plants an authorisation of his own on your users.',
        ],
        [
          '`scope` 选填，是权限包名，逗号分隔；不填则为应用拥有的、需要用户授权的全部权限包。',
          '`scope` is optional: names of permission packages with commas between; without it, every package of the app that works in the name of users.',
        ],
        [
          'PKCE 选填：`code_challenge` 与 `code_challenge_method=S256`。',
          'PKCE is optional: `code_challenge` with `code_challenge_method=S256`.',
        ],
        [
          '用户拒绝时，回来的是 `error=access_denied` 与 `state`。',
          'A user who refuses comes back with `error=access_denied` and the `state`.',
        ],
        [
          '`/authorize` 与 `/token` 是同样的页面：原来写着 TOP 授权域名的程序只需要换域名。',
          '`/authorize` and `/token` are the same: a program written for the OAuth host of TOP changes only the host.',
        ],
      ),
    ),
    section(
      '第二步：换取 SessionKey',
      'Step 2: exchange the code',
      say(
        '由您的服务器 POST 到 `/oauth/token`，参数放在正文里。`code` 只能用一次，60 秒内有效：',
        'Your server posts to `/oauth/token`, with the parameters in the body. A code counts once, for 60 seconds:',
      ),
      run(
        `TOKENS=$(curl -s "${gate}/oauth/token" -d grant_type=authorization_code ${asApp} \\\n  -d redirect_uri=${redirect} -d "code=$CODE")\nprintf '%s\\n' "$TOKENS" | sed 's/"6200[^"]*"/"…"/g'`,
        '"expires_in":86400',
      ),
      say('用 `access_token` 作为 `session` 调用：', 'Call with the `access_token` as `session`:'),
      run(
        `SESSION=$(printf '%s' "$TOKENS" | ${member('access_token')})\nnpx topgate call ${method} --sample --session "$SESSION"`,
        '"success": "true"',
      ),
      say(
        '不方便访问 `/oauth/token` 时，API `taobao.top.auth.token.create` 与 `taobao.top.auth.token.refresh` 的结果相同。错误为 HTTP 400 与 JSON：`error` 与 `error_description`。',
        'Where `/oauth/token` is out of reach, the APIs `taobao.top.auth.token.create` and `taobao.top.auth.token.refresh` do the same. Errors are HTTP 400 with JSON: `error` and `error_description`.',
      ),
    ),
    section(
      '第三步：刷新',
      'Step 3: refresh',
      say(
        'SessionKey 有效 24 小时，`refresh_token` 有效 30 天。每次刷新都得到新的一对，旧的 `refresh_token` 随即作废：',
        'A session key lives for 24 hours, a refresh token for 30 days. Each refresh gives a new pair, and the old refresh token has had its turn:',
      ),
      run(
        `REFRESH=$(printf '%s' "$TOKENS" | ${member('refresh_token')})\ncurl -s "${gate}/oauth/token" -d grant_type=refresh_token ${asApp} -d "refresh_token=$REFRESH" | sed 's/"6200[^"]*"/"…"/g'`,
        '"token_type":"Bearer"',
      ),
      say(
        '同一个 `code` 或 `refresh_token` 第二次出现，说明它可能已经泄露：该次授权得到的所有令牌立即作废，用户需要重新授权。所以请只由一处负责刷新，并先保存新的一对再使用。',
        'A code or refresh token that comes a second time may have been stolen: every token of that authorisation ends at once, and the user has to authorise again. So let one place refresh, and save the new pair before you use it.',
      ),
      run(
        `curl -s "${gate}/oauth/token" -d grant_type=refresh_token ${asApp} -d "refresh_token=$REFRESH"`,
        'invalid_grant',
      ),
      say(
        'r1、w1 与 SessionKey 同时到期；r2、w2 是风险较高的接口的短授权（24 小时与 30 分钟），刷新不能延长，到期返回 53。',
        'The security classes r1 and w1 end with the session key; r2 and w2 stand for riskier APIs and end 24 hours and 30 minutes after the authorisation, however often you refresh: then the answer is 53.',
      ),
    ),
    section(
      '不经用户，由平台签发',
      'Issued by the platform, without a user',
      say(
        '平台可以直接为应用签发，用于迁移或内部系统；也可以查看和取消授权：',
        'The platform can issue one for an app, for a migration or a system of its own; and list and end what was authorised:',
      ),
      run(
        'npx topgate app create --name demo --key 30000002 --secret demo-secret-of-30000002-in-a-sandbox\nSESSION=$(npx topgate session create --app 30000002 --json | sed \'s/.*"session":"\\([^"]*\\)".*/\\1/\')\nTOP_APP_KEY=30000002 TOP_APP_SECRET=demo-secret-of-30000002-in-a-sandbox \\\n  npx topgate call ' +
          `${method} --sample --session "$SESSION"`,
        '"success": "true"',
      ),
      run('npx topgate session list --app 30000002', 'owner'),
      run('npx topgate session revoke --app 30000002', 'Revoked: 1'),
    ),
    section(
      '失效与错误',
      'When it ends',
      points(
        ['26：没有传 `session`。', '26: no `session` was sent.'],
        [
          '27 `session-expired`：已过期，请刷新或重新授权。',
          '27 `session-expired`: refresh it or authorise again.',
        ],
        [
          '27 `session-not-exist`：不存在或已被取消，请用户重新授权。',
          '27 `session-not-exist`: unknown or revoked; ask the user again.',
        ],
        [
          '27 `sessionkey-not-generated-by-server`：它是另一个应用的。',
          '27 `sessionkey-not-generated-by-server`: it belongs to another app.',
        ],
        [
          '12：用户的授权不含此 API 的权限包，请带上 `scope` 重新授权。',
          '12: the user has not allowed the package of this API; ask again with that scope.',
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
