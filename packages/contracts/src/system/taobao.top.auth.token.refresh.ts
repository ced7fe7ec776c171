import { defineApi } from '../api.ts'
import { text } from '../kinds.ts'
import { tokenGuide, tokenResult } from './token-result.ts'

export const authTokenRefresh = defineApi({
  method: 'taobao.top.auth.token.refresh',
  title: { zh: '刷新Access Token', en: 'Get a new session key for a refresh token' },
  description: {
    zh: '用 refresh_token 换取新的 SessionKey 与新的 refresh_token',
    en: 'Gives a new session key and a new refresh token for a refresh token',
  },
  category: { zh: '系统API', en: 'System' },
  access: 'app',
  effect: 'write',
  signatureMemory: 'process',
  request: {
    refresh_token: text('与上一个 SessionKey 一同得到的 refresh_token，只能用一次', {
      en: 'The refresh token that came with the last session key; it counts once',
      example: '6200sandbox0000000000000000000000000000000000000000000007',
      lengthMax: 128,
      privacy: 'I',
    }),
  },
  response: { token_result: tokenResult },
  repeat: {
    zh: '不可重复：refresh_token 第二次出现时，同一授权下的所有 SessionKey 作废',
    en: 'Never repeat it: a refresh token that comes a second time ends every session key of the authorisation',
  },
  guide: tokenGuide('refresh_token'),
})
