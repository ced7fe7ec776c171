import type { Bilingual } from './kinds.ts'

/**
 * The checks of a call in their order, which is part of the protocol: whoever is refused by one has
 * passed all that stand before it. In words that finish the sentence "this was checked: …".
 */
export const callStages = {
  source: {
    zh: '来源地址没有太多失败的调用',
    en: 'the address has not failed too often',
  },
  read: {
    zh: '请求可以读取：HTTP 方法、表单、UTF-8、参数不重复',
    en: 'the request can be read: HTTP method, form, UTF-8, no parameter twice',
  },
  method: { zh: 'method 是这里的 API', en: 'method is an API of this platform' },
  format: { zh: 'format 与 simplify 有效', en: 'format and simplify are valid' },
  app: { zh: 'app_key 是已启用的应用', en: 'app_key is an enabled app' },
  time: {
    zh: 'timestamp 是当前北京时间，v 为 2.0',
    en: 'timestamp is the present Beijing time, v is 2.0',
  },
  signature: { zh: '签名与全部参数相符', en: 'the signature fits all parameters' },
  replay: {
    zh: '此签名没有用于另一组参数',
    en: 'this signature was not used with other parameters',
  },
  limits: { zh: '没有超过调用限制', en: 'the call is within its limits' },
  permission: {
    zh: '应用有权限包，地址在白名单内',
    en: 'the app has the permission package, and may call from this address',
  },
  session: { zh: 'session 有效，或不需要', en: 'the session is good, or none is needed' },
  'user-limits': {
    zh: '此用户没有超过调用限制',
    en: 'the user is within the limits of each user',
  },
  parameters: {
    zh: '业务参数齐全，类型和规则都对',
    en: 'the parameters of the API are all there, of the right types, within the rules',
  },
  run: { zh: 'API 执行了此调用', en: 'the API carried out the call' },
} as const satisfies Record<string, Bilingual>

export type StageName = keyof typeof callStages

export const stageNames = Object.keys(callStages) as readonly StageName[]
