import { defineApi } from '../api.ts'
import { optional, text } from '../kinds.ts'
import { tokenGuide, tokenResult } from './token-result.ts'

export const authTokenCreate = defineApi({
  method: 'taobao.top.auth.token.create',
  title: { zh: '获取Access Token', en: 'Get a session key for an authorisation code' },
  description: {
    zh: '用户授权后，用授权码 code 换取 SessionKey 与 refresh_token',
    en: 'After the user has authorised, gives a session key and a refresh token for the code',
  },
  category: { zh: '系统API', en: 'System' },
  access: 'app',
  effect: 'write',
  signatureMemory: 'process',
  request: {
    code: text('授权码，授权成功后附在回调地址上；60 秒内有效，只能用一次', {
      en: 'The authorisation code that came back to the redirect address; it counts once, for 60 s',
      example: 'sandboxauthorizationcode00000001',
      lengthMax: 128,
      privacy: 'I',
      needNote: {
        zh: '授权时带有 code_challenge 的 code 请到 /oauth/token 换取，那里可以传 code_verifier',
        en: 'A code that was asked for with code_challenge goes to /oauth/token with its code_verifier',
      },
    }),
    uuid: optional(
      text('TOP 客户端可能发送的标识，此处不使用', {
        en: 'An id that TOP clients may send; it is not used here',
        example: 'abc',
        lengthMax: 128,
      }),
    ),
  },
  response: { token_result: tokenResult },
  repeat: {
    zh: '不可重复：code 第二次出现时，由它得到的所有 SessionKey 作废',
    en: 'Never repeat it: a code that comes a second time ends every session key that came from it',
  },
  guide: tokenGuide('code'),
})
