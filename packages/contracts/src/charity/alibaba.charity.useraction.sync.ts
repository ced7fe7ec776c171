import { declined, defineApi } from '../api.ts'
import { flag, int64, json, moment, optional, struct, text } from '../kinds.ts'
import { userActionSyncGuide } from './alibaba.charity.useraction.sync.guide.ts'

const AHEAD_MS_MAX = 5 * 60_000

export const userActionSync = defineApi({
  method: 'alibaba.charity.useraction.sync',
  apiId: 45437,
  title: { zh: '用户公益行为同步', en: 'Report a charity action of a user' },
  description: {
    zh: '外部公益活动,用户公益行为同步',
    en: 'External charity activities report the actions of their users',
  },
  category: { zh: '公益三小时公共', en: 'Three Hours for Charity' },
  notice: true,
  access: 'app',
  package: 'charity',
  effect: 'write',
  flowClass: 'ledger',
  signatureMemory: 'process',
  request: {
    channel_user_action_dto: struct(
      'ChannelUserActionDto',
      '用户公益行为',
      {
        en: 'The charity action',
        anyOf: ['tb_user_id', 'third_user_key'],
        needNote: {
          zh: 'tb_user_id 与 third_user_key 至少一个',
          en: 'At least one of tb_user_id and third_user_key',
        },
      },
      {
        activity_id: int64('活动ID', { en: 'Activity id', example: '12345', min: 1n }),
        event_id: text('唯一的动作ID,渠道范围内唯一,幂等控制', {
          en: 'Id of the action, unique within the channel; controls idempotency',
          example: 'UNI_9901',
          lengthMax: 64,
          pattern: '[!-~]{1,64}',
          patternIsOurs: true,
          needNote: {
            zh: '1–64 个可见 ASCII 字符，不含空格',
            en: '1 to 64 visible ASCII characters, no spaces',
          },
        }),
        tb_user_id: optional(
          int64('淘宝ID', { en: 'Taobao user id', example: '12345', min: 1n, privacy: 'I' }),
        ),
        timestamp_long: optional(
          int64('做公益当时的时间戳', {
            en: 'The time of the action in epoch milliseconds',
            example: '12345',
            needNote: {
              zh: '与 charity_timestamp 不一致时以后者为准',
              en: 'charity_timestamp wins when the two differ',
            },
          }),
        ),
        charity_type_sub_code: optional(
          text('公益类型子代码', {
            en: 'Sub-type of the action',
            example: 'SUB_CODE',
            lengthMax: 64,
            pattern: '[A-Z0-9_]{1,64}',
            patternIsOurs: true,
            needNote: {
              zh: '大写字母、数字、下划线；不填则取活动的默认值',
              en: 'Upper-case letters, digits, underscore; absent: the default of the activity',
            },
          }),
        ),
        fore_reg_activity: optional(
          flag('是否强制报名活动,默认false', {
            en: 'Whether to register the user for the activity by force; false by default',
            example: 'false',
          }),
        ),
        features_map: optional(
          json('扩展属性', {
            en: 'Further attributes',
            example: '{}',
            shape: 'object',
            bytesMax: 4096,
            scalarsOnly: true,
            needNote: {
              zh: 'JSON 对象文本，≤4KB，值为标量',
              en: 'Text of a JSON object of scalars, up to 4 KB',
            },
          }),
        ),
        feeling: optional(
          text('公益感言', {
            en: 'Words of the user',
            example: '公益感言',
            bytesMax: 4096,
            privacy: 'I',
            needNote: {
              zh: '≤4KB，建议 500 字以内',
              en: 'Up to 4 KB, better under 500 characters',
            },
          }),
        ),
        charity_timestamp: moment('做公益当时的时间', {
          en: 'When the good was done',
          example: '2019-08-08 12:00:00',
          aheadMsMax: AHEAD_MS_MAX,
          needNote: {
            zh: '北京时间，不晚于当前 5 分钟，须在活动时间内',
            en: 'Beijing time, at most 5 minutes ahead, within the time of the activity',
          },
        }),
        ori_content: optional(
          json('原生公益行为内容,JSON', {
            en: 'The action as the channel keeps it, in JSON',
            example: '{}',
            bytesMax: 16 * 1024,
            privacy: 'I',
            needNote: {
              zh: 'JSON 文本，≤16KB；按规则取其中的数量',
              en: 'JSON text up to 16 KB; quantities for the hours are read from it',
            },
          }),
        ),
        third_user_key: optional(
          text('三方用户标识', {
            en: 'The user at the third party',
            example: '123',
            lengthMax: 128,
            privacy: 'I',
            needNote: { zh: '≤128 字符', en: 'Up to 128 characters' },
          }),
        ),
        version: optional(
          text('版本', {
            en: 'Version',
            example: '2',
            lengthMax: 16,
            needNote: {
              zh: '"1" 用 tb_user_id，"2" 可用 third_user_key；其他按最新处理',
              en: '"1" uses tb_user_id, "2" allows third_user_key; others count as newest',
            },
          }),
        ),
      },
    ),
  },
  response: {
    result: struct(
      'ThreehoursResult',
      '结果',
      { en: 'Result', example: '结果' },
      {
        msg: text('消息', { en: 'Message', example: '成功' }),
        code: int64('错误码', { en: 'Code; 200 is success', example: '200' }),
        data: optional(
          struct(
            'UserActionSyncResult',
            '结果',
            { en: 'Result', example: '结果' },
            {
              event_id: text('唯一的事件ID', { en: 'Id of the action', example: 'aaa' }),
              charity_hours: text('本次同步获得的公益时', {
                en: 'Charity hours earned by this call, one decimal',
                example: '0.1',
              }),
            },
          ),
        ),
        success: flag('是否成功', { en: 'Whether it succeeded', example: 'true' }),
      },
    ),
  },
  outcome: { flag: 'result.success', success: 'true', code: 'result.code' },
  errors: [
    declined(
      '400',
      ['ori_content 里的数量不合规则', 'The quantity in ori_content does not fit the rule'],
      [
        '按子类型的规则填写整数数量',
        'Send the quantity that the sub-type asks for, as a JSON integer',
      ],
    ),
    declined(
      '403',
      [
        '渠道无权限，或用户已取消授权',
        'The channel is not allowed, or the user withdrew the authorisation',
      ],
      [
        '请平台开通渠道，或请用户重新授权',
        'Have the channel enabled, or ask the user to authorise again',
      ],
    ),
    declined(
      '404',
      ['活动、子类型或用户不存在', 'Unknown activity, sub-type or user'],
      [
        '核对 activity_id、charity_type_sub_code 与用户',
        'Check activity_id, charity_type_sub_code and the user',
      ],
    ),
    declined(
      '409',
      [
        'event_id 已用于其他内容，或两个用户标识指向不同的人',
        'event_id was used with other content, or the two user ids belong to different people',
      ],
      [
        '新的动作用新的 event_id；核对用户标识',
        'Use a new event_id for a new action; check the user ids',
      ],
    ),
    declined(
      '410',
      [
        '不在活动时间内，或已超过补报期限',
        'Outside the time of the activity, or past the period for late reports',
      ],
      [
        '核对 charity_timestamp 与活动时间',
        'Check charity_timestamp against the time of the activity',
      ],
    ),
    declined(
      '412',
      ['未报名活动', 'The user is not registered for the activity'],
      [
        '请用户先报名，或在允许时传 fore_reg_activity=true',
        'Have the user register, or send fore_reg_activity=true where that is allowed',
      ],
    ),
    declined(
      '423',
      ['用户已被限制', 'The user is blocked'],
      ['请联系平台', 'Contact the platform owner'],
    ),
  ],
  repeat: {
    zh: '同一渠道内 event_id 幂等：内容相同返回首次结果，内容不同返回 409',
    en: 'Idempotent by event_id within the channel: equal content gets the first answer, other content 409',
  },
  guide: userActionSyncGuide,
})
