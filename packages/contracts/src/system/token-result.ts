import { type ApiGuide, question } from '../api-guide.ts'
import { text } from '../kinds.ts'

/** The answer of the token step inside an answer of an API: JSON as one text. */
export const tokenResult = text('JSON 文本，字段与 /oauth/token 的返回相同', {
  en: 'JSON text with the members of the answer of /oauth/token',
  example:
    '{"access_token":"6200sandbox0000000000000000000000000000000000000000000001","token_type":"Bearer","expires_in":86400,"refresh_token":"6200sandbox0000000000000000000000000000000000000000000007","re_expires_in":2592000,"r1_expires_in":86400,"r2_expires_in":86400,"w1_expires_in":86400,"w2_expires_in":1800,"taobao_user_id":"2201234567890","taobao_user_nick":"%E6%B2%99%E7%AE%B1%E5%95%86%E5%AE%B6","scope":"alihouse"}',
  privacy: 'I',
})

/** An app of one's own whose users return to the sandbox itself, and a code for it. */
const CODE_COMMAND = `npx topgate app set 30001234 --redirect-uri http://127.0.0.1:8080/oauth/callback
CODE=$(curl -s -o /dev/null -w '%{redirect_url}' "\${TOP_URL:-http://127.0.0.1:8080}/oauth/authorize?response_type=code&client_id=30001234&redirect_uri=http://127.0.0.1:8080/oauth/callback&state=s1&sandbox_user=2201234567890" | sed 's/.*[?&]code=\\([^&]*\\).*/\\1/')`

const REFRESH_COMMAND = `${CODE_COMMAND}
REFRESH=$(curl -s "\${TOP_URL:-http://127.0.0.1:8080}/oauth/token" -d grant_type=authorization_code -d client_id=30001234 -d client_secret=my-secret-of-30001234-in-a-sandbox -d redirect_uri=http://127.0.0.1:8080/oauth/callback -d code=$CODE | sed 's/.*"refresh_token":"\\([^"]*\\)".*/\\1/')`

/** What is asked about an API that takes a code or a refresh token. */
export function tokenGuide(field: 'code' | 'refresh_token'): ApiGuide {
  const isCode = field === 'code'
  return {
    faq: [
      question(
        ['用它还是用 /oauth/token？', 'This API or /oauth/token?'],
        [
          '结果相同。这里由签名证明应用身份；/oauth/token 用 client_secret 证明，并支持 PKCE。',
          'The result is the same. Here the signature proves the app; /oauth/token takes the client_secret, and PKCE.',
        ],
      ),
      question(
        ['超时没收到结果，能重试吗？', 'There was no answer in time. May I send it again?'],
        [
          '不要。平台只保存令牌的哈希，无法再次给出；请用户重新授权。',
          'No. The platform keeps only hashes of tokens and cannot give them out again: ask the user to authorise again.',
        ],
      ),
    ],
    silent: [],
    changes: [{ day: '2026-11-27', about: { zh: '首次发布', en: 'First release' } }],
    freshValue: {
      field,
      variable: isCode ? 'CODE' : 'REFRESH',
      about: isCode
        ? {
            zh: '请一位测试用户授权，得到 code。',
            en: 'Let a test user authorise: a code comes back.',
          }
        : {
            zh: '请一位测试用户授权，用 code 换得 refresh_token。',
            en: 'Let a test user authorise, and exchange the code for a refresh token.',
          },
      command: isCode ? CODE_COMMAND : REFRESH_COMMAND,
    },
    sandboxAnswer: {
      body: `{"error_response":{"code":50,"msg":"Remote service error","sub_code":"isv.invalid-parameter","sub_msg":"非法参数：${field} 不存在，或不是发给此应用的；请用户重新授权","request_id":"15q04lulip32i"}}`,
      why: {
        zh: '示例里的值谁也没有得到过。真实的值只能用一次，见「如何获得此API」。',
        en: 'Nobody was given the value of the sample. A real one counts once: see how to get this API.',
      },
    },
  }
}
