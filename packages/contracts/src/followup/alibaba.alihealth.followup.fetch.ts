import { defineApi } from '../api.ts'
import { flag, int64, list, optional, struct, text } from '../kinds.ts'
import { followupFetchGuide } from './alibaba.alihealth.followup.fetch.guide.ts'
import {
  authToken,
  sessionId,
  sessionNotFound,
  tokenExpired,
  tokenInvalid,
  userId,
} from './conversation.ts'

/** A poll that waits holds a connection for this long at most; most clients give up after 15 s. */
export const FETCH_WAIT_SECONDS_MAX = 10
export const FETCH_PAGE_MAX = 100

export const followupFetch = defineApi({
  method: 'alibaba.alihealth.followup.fetch',
  title: { zh: '随访IM会话轮询', en: 'Read the messages of a follow-up chat' },
  description: {
    zh: '按时间戳读取会话消息，不漏不重；没有新消息时返回空列表',
    en: 'Reads the messages of a conversation by their stamps, none skipped, none repeated; an empty list when there is nothing new',
  },
  category: { zh: '阿里健康随访', en: 'Ali Health follow-up' },
  access: 'app',
  package: 'followup',
  effect: 'read',
  signatureMemory: 'none',
  deadlineMs: (FETCH_WAIT_SECONDS_MAX + 3) * 1000,
  request: {
    request1: struct(
      'ChickenIMDialogRequest',
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
        fetch_type: optional(
          text('获取类型', {
            en: 'Direction: 1 newer than last_time_stamp, 2 older',
            example: '1',
            oneOf: ['1', '2'],
            needNote: {
              zh: '1 取更新的消息，由旧到新；2 取更早的消息，由新到旧；默认 1',
              en: '1 newer messages, oldest first; 2 older messages, newest first; default 1',
            },
          }),
        ),
        last_time_stamp: optional(
          text('上次时间戳', {
            en: 'Where to go on: time_stamp of the last message of the page before',
            example: '0',
            pattern: '[0-9]{1,15}',
            needNote: {
              zh: '上一页最后一条的 time_stamp；0 或不传：类型 1 从头开始，类型 2 从最新开始',
              en: 'time_stamp of the last item of the page before; 0 or absent: type 1 from the start, type 2 from the newest',
            },
          }),
        ),
        page_size: optional(
          int64('获取数量', {
            en: 'How many messages at most',
            example: '10',
            min: 1n,
            max: BigInt(FETCH_PAGE_MAX),
            needNote: {
              zh: `1–${FETCH_PAGE_MAX}，默认 10；不足此数表示已到头`,
              en: `1 to ${FETCH_PAGE_MAX}, default 10; fewer mean that there are no more`,
            },
          }),
        ),
        user_id: optional(
          text('医生自己的医生id', {
            en: 'The doctor who reads',
            example: '153315451244705',
            ...userId,
            needNote: {
              zh: 'bterm_user_id 为医生组且没有 auth_token 时，医生必填',
              en: 'Needed of a doctor of a group who has no auth_token',
            },
          }),
        ),
        rs_type: optional(
          text('1患者发2医生发', {
            en: 'Who reads: 1 patient, 2 doctor',
            example: '2',
            oneOf: ['1', '2'],
            needNote: {
              zh: '不传时由 auth_token 决定；也没有时，有 user_id 为医生，否则为患者',
              en: 'Absent: as auth_token says; without one, a doctor when user_id is there, else the patient',
            },
          }),
        ),
        wait_seconds: optional(
          int64('没有新消息时最多等待的秒数', {
            en: 'How long to wait for a new message when there is none',
            example: '0',
            min: 0n,
            max: BigInt(FETCH_WAIT_SECONDS_MAX),
            needNote: {
              zh: `0–${FETCH_WAIT_SECONDS_MAX}，默认 0（立即返回）；只对 fetch_type 1 有效`,
              en: `0 to ${FETCH_WAIT_SECONDS_MAX}, default 0 (answer at once); only for fetch_type 1`,
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
        success: flag('是否成功', { en: 'Whether it succeeded', example: 'true' }),
        msg_code: text('msgCode', { en: 'Code; SUCCESS on success', example: 'SUCCESS' }),
        msg_info: text('msgInfo', { en: 'Message', example: '成功' }),
        dialog_list: optional(
          list(
            '会话列表',
            { en: 'The messages, in the order of fetch_type', itemsMax: FETCH_PAGE_MAX },
            struct(
              'Model',
              '一条消息',
              { en: 'A message' },
              {
                content: text('会话内容', {
                  en: 'The content as sent, byte for byte',
                  example: '{"text":"abc"}',
                  privacy: 'H',
                }),
                content_type: text('内容格式', {
                  en: '1 text, 2 picture, 3 audio, 31 summary of the doctor, 40 recalled, 0 unknown',
                  example: '1',
                }),
                id: text('消息ID', {
                  en: 'Id of the message; of a recalled one, the id under which it was sent',
                  example: '1800000742465051',
                }),
                time_stamp: text('时间戳', {
                  en: 'Stamp in epoch milliseconds, strictly increasing in the conversation',
                  example: '1554692283655',
                }),
                rs_type: text('1患者发的2医生发的', {
                  en: 'Who sent it: 1 patient, 2 doctor',
                  example: '1',
                }),
                dialog_content_v_o: struct(
                  'DialogContentVo',
                  '内容',
                  { en: 'The known members of the content' },
                  {
                    text: contentMember('内容文本', 'Words', 'abc'),
                    title: contentMember('内容标题', 'Title', 'abc'),
                    radio: contentMember(
                      '音频url',
                      'Address of the audio',
                      'https://media.example/a',
                    ),
                    radio_time: contentMember('音频秒数', 'Seconds of the audio', '12'),
                    pic: contentMember(
                      '图片url',
                      'Address of the picture; several as a JSON array',
                      'https://media.example/p',
                    ),
                    diagnose: contentMember('诊断', 'Diagnosis', '恢复良好'),
                    advice: contentMember('建议', 'Advice', '两周后复查'),
                    send_time: contentMember(
                      '发送时间',
                      'Time as the sender gave it',
                      '1554692283655',
                    ),
                  },
                ),
              },
            ),
          ),
        ),
      },
    ),
  },
  outcome: { flag: 'result1.success', success: 'true', code: 'result1.msg_code' },
  errors: [sessionNotFound, tokenInvalid, tokenExpired],
  guide: followupFetchGuide,
  repeat: { zh: '查询，可随时重复', en: 'A query; repeat at will' },
})

function contentMember(zh: string, en: string, example: string) {
  return optional(text(zh, { en, example, privacy: 'H' }))
}
