import { type ApiGuide, bilingual, firstRelease, question } from '../api-guide.ts'

export const followupSendGuide: ApiGuide = {
  faq: [
    question(
      ['rs_type 取什么值？', 'What are the values of rs_type?'],
      [
        '1 表示患者说的，2 表示医生说的。发言人必须在会话里。',
        '1: the patient speaks, 2: the doctor speaks. The speaker must be a member of the conversation.',
      ],
    ),
    question(
      ['重发会让对方收到两条吗？', 'Does a repeat deliver the message twice?'],
      [
        '21 分钟内原样重发（同一签名）返回首次结果，只有一条消息。重新签名的请求是新消息，除非 content 里带有同一个 clientMsgId（≤64 字，24 小时内有效）。',
        'The same signed request within 21 minutes gets its first answer and is one message. A request signed anew is a new message, unless content holds the same clientMsgId (up to 64 characters, for 24 hours).',
      ],
    ),
    question(
      ['返回里的 time_stamp 有什么用？', 'What is the time_stamp of the answer for?'],
      [
        '它是本条消息的毫秒时间戳，在同一会话里严格递增，可用来排序，并作为 alibaba.alihealth.followup.fetch 的 last_time_stamp 增量拉取。',
        'It is the stamp of the message in epoch milliseconds. Within a conversation it strictly rises: sort by it, and poll from it with alibaba.alihealth.followup.fetch (last_time_stamp).',
      ],
    ),
    question(
      ['auth_token 必须传吗？', 'Do I have to send auth_token?'],
      [
        '可以不传，此时以 user_id 作为发言的医生；传了就必须有效，并且属于发言人。',
        'It may be left out, and user_id is then the doctor who speaks. One that is sent must be valid and belong to the speaker.',
      ],
    ),
    question(
      ['content 里除了 text 还能放什么？', 'What may content hold beside text?'],
      [
        '它是 JSON 对象文本，≤16KB，按原文保存并在返回里逐字回显。text 为文字（1–2000 字）；pic 为图片地址（1–9 个），可配 text；radio 为音频地址，可配 radio_time（1–60 秒）；diagnose、advice 为医生小结。图片与音频须在平台的媒体域名下，用 https。',
        'It is the text of a JSON object up to 16 KB, kept as sent and repeated byte for byte. text: words, 1 to 2,000 characters; pic: 1 to 9 addresses of pictures, with or without text; radio: the address of audio, with radio_time of 1 to 60 seconds if you like; diagnose and advice: the summary of a doctor. Pictures and audio lie on the media host of the platform, over https.',
      ],
    ),
  ],
  silent: [
    bilingual(['没有 auth_token 时，发言人是 user_id', 'Without a token the speaker is user_id']),
    bilingual([
      '不在会话里的人得到的返回与会话不存在相同',
      'Non-members get the answer for a missing conversation',
    ]),
    bilingual(['同一会话的 time_stamp 只增不减', 'Stamps in a conversation only rise']),
    bilingual([
      'content 里重复的成员按最后一个值理解，原文不变',
      'A member of content given twice counts by its last value; the text stays as sent',
    ]),
  ],
  changes: [firstRelease],
  sandboxAnswer: {
    body: '{"alibaba_alihealth_followup_send_response":{"result1":{"success":true,"msg_code":"SUCCESS","msg_info":"成功","model":{"content_type":1,"content":"{\\"text\\":\\"abc\\"}","id":"1800001886002007960","time_stamp":"1648733000000"}},"request_id":"15q04lulip32i"}}',
    why: {
      zh: '示例只为列出字段，各字段并不属于同一次调用；真实返回回显发送的内容，并给出消息 id 与时间戳。',
      en: 'The sample only lists the fields, which do not belong to one call; a real answer repeats the content and gives the id and the stamp of the message.',
    },
  },
}
