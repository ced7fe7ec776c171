import { declined, defineApi } from '../api.ts'
import { flag, json, list, optional, struct, text } from '../kinds.ts'
import { userTagMobileAddGuide } from './taobao.retail.user.tag.mobile.add.guide.ts'

export const userTagMobileAdd = defineApi({
  method: 'taobao.retail.user.tag.mobile.add',
  apiId: 59638,
  title: {
    zh: '根据手机号或者支付宝id进行用户打标-外部来源用户标记同步接口',
    en: 'Mark a user found by phone or Alipay id',
  },
  description: {
    zh: '根据手机号或者支付宝id进行用户打标-外部来源用户标记同步接口',
    en: 'Mark a user found by phone or Alipay id, for external sources',
  },
  category: { zh: '零售打标', en: 'Retail tags' },
  access: 'app',
  package: 'retail-tag',
  effect: 'write',
  signatureMemory: 'durable',
  invalidAs: 'answer',
  request: {
    biz_code: optional(
      text('业务来源方', {
        en: 'Business source',
        example: '**',
        lengthMax: 64,
        pattern: '[A-Za-z0-9_-]{2,64}',
        patternIsOurs: true,
        needNote: {
          zh: '须登记到应用；应用只有一个时可不传',
          en: 'Registered to the app; may be left out when the app has exactly one',
        },
      }),
    ),
    isv_user_id: optional(
      text('识别外部用户唯一用户ID', {
        en: 'Unique id of the user at the caller',
        example: '*123**45*',
        lengthMax: 128,
        pattern: '[^\\u0000-\\u001f\\u007f-\\u009f]*',
        privacy: 'I',
        needNote: { zh: '1–128 字符，不含控制字符', en: '1 to 128, no control characters' },
      }),
    ),
    open_id: optional(
      text('openid', {
        en: 'Open id, valid for the app it was issued to',
        example: '*123**45*',
        lengthMax: 128,
        privacy: 'I',
      }),
    ),
    alipay_user_id: optional(
      text('支付宝ID', {
        en: 'Alipay id',
        example: '*1234**5678*',
        pattern: '2088[0-9]{12}',
        privacy: 'I',
        needNote: { zh: '2088 开头的 16 位数字', en: '16 digits beginning with 2088' },
      }),
    ),
    ext_param: optional(
      json('扩展信息', {
        en: 'Extension',
        example: '{}',
        shape: 'object',
        bytesMax: 4096,
        privacy: 'I',
        needNote: {
          zh: 'JSON 对象文本，≤4KB；约定的成员：mobile、mobileMd5、mobileSha256、tagCode、expireTime、eventTime、consentId，其他成员原样保存',
          en: 'Text of a JSON object up to 4 KB; agreed members: mobile, mobileMd5, mobileSha256, tagCode, expireTime, eventTime, consentId; others are kept',
        },
      }),
    ),
  },
  response: {
    error_infos: optional(
      list(
        '错误',
        {
          en: 'Errors',
          example:
            '{"outerErrorCode": "INVALID_PARAMETER", "errorMessage": "输入参数错误:aliPayUserId", "errorCode": "isv.invalid-parameter:", "subErrorCode": "", "class": "com.alibaba.arp.common.error.ErrorInfo"}',
        },
        struct(
          'ErrorInfo',
          '错误',
          { en: 'Error' },
          {
            outer_error_code: text('外部错误码', {
              restored: true,
              en: 'Outer code',
              example: 'SERVICE_ERROR:NOT_FIND_TAOBAO_ACCOUNT:NOT_FIND_TAOBAO_ACCOUNT',
            }),
            error_message: text('错误信息', {
              restored: true,
              en: 'Message',
              example: '未查询到淘宝账号:_*****_*****',
            }),
            error_code: text('错误码', {
              restored: true,
              en: 'Code',
              example: 'isp.system-service-error::NOT_FIND_TAOBAO_ACCOUNT:NOT_FIND_TAOBAO_ACCOUNT',
            }),
            sub_error_code: text('子错误码', {
              restored: true,
              en: 'Sub-code',
              example: 'NOT_FIND_TAOBAO_ACCOUNT',
            }),
          },
        ),
      ),
    ),
    module: optional(
      struct(
        'UserTagInfoResponseDTO',
        '返回信息',
        { en: 'Result' },
        {
          tag_success: flag('是否打标成功', {
            restored: true,
            en: 'The tag is on the user',
            example: 'true',
          }),
          social_nick: optional(
            text('脱敏昵称', {
              restored: true,
              en: 'Masked nick',
              example: 't*********3',
              privacy: 'I',
            }),
          ),
          use_type: optional(
            text('识别用户所用的标识', {
              restored: true,
              en: 'Which identifier decided',
              example: 'tbId',
            }),
          ),
        },
      ),
    ),
    result: flag('返回结果', { en: 'Whether the request was processed', example: 'true' }),
  },
  outcome: { flag: 'module.tag_success', success: 'true', code: 'error_infos.0.outer_error_code' },
  errors: [
    declined(
      'INVALID_PARAMETER',
      ['输入参数错误', 'A parameter breaks a rule'],
      ['按 error_message 指出的参数修改', 'Change the parameter that error_message names'],
    ),
    declined(
      'BIZ_CODE_NOT_AUTHORIZED',
      ['biz_code 未登记到此应用', 'biz_code is not registered to this app'],
      ['请平台登记 biz_code', 'Have the biz_code registered'],
    ),
    declined(
      'SERVICE_ERROR:NOT_FIND_TAOBAO_ACCOUNT:NOT_FIND_TAOBAO_ACCOUNT',
      ['未查询到淘宝账号', 'No account was found'],
      ['核对用户标识；不要频繁重试', 'Check the identifiers; repeating soon does not help'],
    ),
    declined(
      'IDENTITY_CONFLICT',
      ['多个标识指向不同账号', 'The identifiers belong to different accounts'],
      ['只传能确定此人的标识', 'Send only identifiers that belong to this person'],
    ),
    declined(
      'MULTI_ACCOUNT',
      [
        '此手机号对应多个账号且没有主账号',
        'The phone number has several accounts and none is the primary one',
      ],
      ['请改用支付宝ID或 openid', 'Use the Alipay id or the open id'],
    ),
    declined(
      'USER_REFUSED',
      ['用户不接受打标', 'The user wants no tags'],
      ['不要再为此用户打标', 'Do not tag this user again'],
    ),
    declined(
      'TAG_NOT_ACTIVE',
      ['标签不存在、未开始或已结束', 'The tag does not exist, has not started or has ended'],
      ['核对 tagCode，或请平台调整标签时间', 'Check tagCode, or have the time of the tag changed'],
    ),
    declined(
      'TAG_REMOVED',
      ['标签已在 eventTime 之后被移除', 'The tag was removed after eventTime'],
      [
        '不要补打；如用户重新同意，传新的 eventTime',
        'Leave it; after a new consent send a new eventTime',
      ],
    ),
  ],
  repeat: {
    zh: '同一标签、用户、来源只有一个标记，重复调用返回成功',
    en: 'One mark per tag, user and source; a repeat succeeds',
  },
  guide: userTagMobileAddGuide,
})
