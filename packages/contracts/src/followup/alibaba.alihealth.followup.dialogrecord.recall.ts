import { declined, defineApi } from '../api.ts'
import { flag, optional, struct, text } from '../kinds.ts'
import { followupRecallGuide } from './alibaba.alihealth.followup.dialogrecord.recall.guide.ts'
import {
  authToken,
  sessionClosed,
  sessionId,
  sessionNotFound,
  tokenExpired,
  tokenInvalid,
  userId,
} from './conversation.ts'

export const followupRecall = defineApi({
  method: 'alibaba.alihealth.followup.dialogrecord.recall',
  title: { zh: '会话消息撤回', en: 'Recall a message of a follow-up chat' },
  description: {
    zh: '两分钟内撤回本人发送的消息；读取方收到撤回提示，原文不再可见',
    en: 'Takes back an own message within two minutes; readers get a notice of it and the words no longer',
  },
  category: { zh: '阿里健康随访', en: 'Ali Health follow-up' },
  access: 'app',
  package: 'followup',
  effect: 'write',
  flowClass: 'ledger',
  signatureMemory: 'durable',
  request: {
    auth_token: authToken,
    request1: struct(
      'ChickenImRecordRecallDo',
      '入参model',
      { en: 'Request' },
      {
        record_id: text('会话记录ID', {
          en: 'Id of the message, as sending it answered',
          example: '1800000767768343',
          pattern: '[0-9]{1,19}',
          needNote: { zh: '发送时返回的 id', en: 'The id that sending answered' },
        }),
        doctor_id: optional(
          text('医生ID', { en: 'The doctor who recalls', example: '153315451244705', ...userId }),
        ),
        session_id: sessionId('78bfcced948a65d29c5c77f1cd3367a2'),
        bterm_user_id: text('B端用户ID(单聊是医生id、群聊是组id)', {
          en: 'The doctor of a single chat, the group of a group chat',
          example: '2034131106552037',
          ...userId,
        }),
        sufferer_id: optional(
          text('患者ID', { en: 'Patient', example: '5394977607673890', ...userId }),
        ),
        rs_type: text('1是患者撤回,2是医生撤回', {
          en: 'Who recalls: 1 patient, 2 doctor',
          example: '2',
          oneOf: ['1', '2'],
          needNote: { zh: '1 患者，2 医生', en: '1 patient, 2 doctor' },
        }),
      },
    ),
  },
  response: {
    result1: struct(
      'Result',
      '接口返回model',
      { en: 'Result' },
      {
        model: optional(flag('是否撤回成功', { en: 'Whether it is recalled', example: 'true' })),
        msg_code: text('msgCode', { en: 'Code; SUCCESS on success', example: 'SUCCESS' }),
        msg_info: text('msgInfo', { en: 'Message', example: '成功' }),
        success: flag('是否成功', { en: 'Whether it succeeded', example: 'true' }),
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
      'RECORD_NOT_FOUND',
      ['没有此消息，或不是本人发送', 'No such message, or somebody else sent it'],
      ['核对 record_id，只能撤回本人消息', 'Check record_id; only own messages can be recalled'],
    ),
    declined(
      'RECALL_TIMEOUT',
      ['已超过撤回时限', 'It is too late to recall the message'],
      ['发送两分钟内可撤回', 'Recall within two minutes of sending'],
    ),
  ],
  guide: followupRecallGuide,
  repeat: {
    zh: '已撤回的消息再次撤回仍返回成功',
    en: 'To recall a message again succeeds again',
  },
})
