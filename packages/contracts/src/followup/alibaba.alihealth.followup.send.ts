import { declined, defineApi } from '../api.ts'
import { byte, flag, json, optional, struct, text } from '../kinds.ts'
import { followupSendGuide } from './alibaba.alihealth.followup.send.guide.ts'
import {
  authToken,
  sessionClosed,
  sessionId,
  sessionNotFound,
  tokenExpired,
  tokenInvalid,
  userId,
} from './conversation.ts'

export const followupSend = defineApi({
  method: 'alibaba.alihealth.followup.send',
  apiId: 43030,
  title: { zh: '随访IM发送会话', en: 'Send a message of a follow-up chat' },
  description: { zh: '随访IM发送会话', en: 'Send a message of a follow-up chat' },
  category: { zh: '阿里健康随访', en: 'Ali Health follow-up' },
  access: 'app',
  package: 'followup',
  effect: 'write',
  flowClass: 'ledger',
  signatureMemory: 'durable',
  request: {
    request1: struct(
      'ChickenImDialogCreateRequest',
      '服务入参',
      { en: 'Request' },
      {
        session_id: sessionId('78bfcced948a65d29c5c77f1cd3367a2'),
        bterm_user_id: optional(
          text('医生ID或医生组ID', {
            en: 'Doctor or group of doctors',
            example: '2034131106552037',
            ...userId,
          }),
        ),
        cterm_user_id: optional(
          text('就诊人ID', { en: 'Patient', example: '5394977607673890', ...userId }),
        ),
        rs_type: text('谁发的', {
          en: 'Who speaks: 1 patient, 2 doctor',
          example: '2',
          oneOf: ['1', '2'],
          needNote: { zh: '1 患者，2 医生', en: '1 patient, 2 doctor' },
        }),
        content: json('内容', {
          en: 'The message as a JSON object',
          example: '{"text":"abc"}',
          shape: 'object',
          bytesMax: 16 * 1024,
          duplicates: 'last',
          privacy: 'H',
          needNote: {
            zh: 'JSON 对象文本，≤16KB；文字放在 text，1–2000 字',
            en: 'Text of a JSON object up to 16 KB; words go into text, 1 to 2,000 characters',
          },
        }),
        user_id: optional(
          text('医生自己的id', {
            en: 'The doctor who speaks',
            example: '153315451244705',
            ...userId,
            needNote: {
              zh: 'bterm_user_id 为医生组时必填',
              en: 'Needed when bterm_user_id is a group',
            },
          }),
        ),
      },
    ),
    auth_token: optional(authToken),
  },
  response: {
    result1: struct(
      'Result',
      '接口返回model',
      { en: 'Result' },
      {
        success: flag('是否成功', { en: 'Whether it succeeded', example: 'false' }),
        msg_code: text('msgCode', { en: 'Code; SUCCESS on success', example: '1' }),
        msg_info: text('msgInfo', { en: 'Message', example: '1' }),
        model: optional(
          struct(
            'DialogVo',
            '将本次发送的内容重新返回给调用方',
            { en: 'What was sent, as stored', example: '134523^4351232' },
            {
              content_type: byte('内容格式', {
                en: '1 text, 2 picture, 3 audio, 31 summary of the doctor',
                example: '1',
              }),
              content: text('自己本次发送的会话内容', {
                en: 'The content as sent, byte for byte',
                example: '{}',
                privacy: 'H',
              }),
              id: text('本次发送的数据id', { en: 'Id of the message', example: '1111111' }),
              time_stamp: text('本次发送的时间戳', {
                en: 'Stamp in epoch milliseconds, strictly increasing in the conversation',
                example: '1111111',
              }),
            },
          ),
        ),
      },
    ),
  },
  outcome: { flag: 'result1.success', success: 'true', code: 'result1.msg_code' },
  errors: [
    sessionNotFound,
    sessionClosed,
    tokenInvalid,
    tokenExpired,
    declined(
      'CONTENT_REJECTED',
      ['内容不合规则', 'The content breaks a rule'],
      ['按 msg_info 修改内容', 'Change the content as msg_info says'],
    ),
    declined(
      'CONTENT_TYPE_NOT_ALLOWED',
      ['不支持此内容类型', 'This kind of content is not allowed here'],
      ['文字放在 text', 'Put words into text'],
    ),
  ],
  repeat: {
    zh: '同一签名的请求 21 分钟内返回首次结果',
    en: 'A request with the same signature gets the first answer for 21 minutes',
  },
  guide: followupSendGuide,
})
