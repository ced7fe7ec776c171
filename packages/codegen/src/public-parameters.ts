import type { ApiContract, Bilingual } from '@topgate/contracts'

/** One row of 公共参数. */
export interface PublicParameter {
  readonly name: string
  readonly type: string
  readonly isRequired: boolean
  readonly about: Bilingual
}

/** What every call carries beside its business parameters; `session` as this API needs it. */
export function publicParameterRows(api: ApiContract): PublicParameter[] {
  return [
    row('method', true, 'API 名称', 'Name of the API'),
    row('app_key', true, '应用的 AppKey', 'Key of the app'),
    row(
      'session',
      api.access === 'session',
      api.access === 'session'
        ? '用户授权后得到的 SessionKey，此 API 必须传'
        : '用户授权后得到的 SessionKey，此 API 不需要',
      api.access === 'session'
        ? 'Session key from the authorisation of a user; this API needs it'
        : 'Session key from the authorisation of a user; this API does without',
    ),
    row(
      'timestamp',
      true,
      '北京时间 yyyy-MM-dd HH:mm:ss，与服务器相差不超过 10 分钟；也接受 13 位毫秒数',
      'Beijing time, yyyy-MM-dd HH:mm:ss, at most 10 minutes off; or 13 digits: milliseconds since 1970',
    ),
    row('v', true, '协议版本，固定为 2.0', 'Version of the protocol, always 2.0'),
    row(
      'sign_method',
      true,
      '签名算法：md5、hmac、hmac-sha256（推荐）',
      'How it is signed: md5, hmac or hmac-sha256 (recommended)',
    ),
    row('sign', true, '签名，十六进制', 'The signature in hexadecimal'),
    row(
      'format',
      false,
      '返回格式：xml（默认）或 json',
      'Format of the answer: xml (default) or json',
    ),
    row(
      'simplify',
      false,
      '是否返回精简 JSON：true 或 false（默认），仅在 format=json 时有效',
      'Whether the JSON is simplified: true or false (default); only with format=json',
    ),
    row('partner_id', false, '调用方或 SDK 的标识', 'Name of the caller or its SDK'),
  ]
}

function row(name: string, isRequired: boolean, zh: string, en: string): PublicParameter {
  const type = name === 'simplify' ? 'Boolean' : 'String'
  return { name, type, isRequired, about: { zh, en } }
}
