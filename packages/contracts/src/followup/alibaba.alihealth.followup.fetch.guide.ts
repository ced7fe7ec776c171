import { type ApiGuide, bilingual, firstRelease, question } from '../api-guide.ts'

export const followupFetchGuide: ApiGuide = {
  faq: [
    question(
      ['怎样不漏不重地读完会话？', 'How do I read a conversation without gaps or repeats?'],
      [
        '第一次传 last_time_stamp 为 0，之后传上一页最后一条的 time_stamp。并发发送时也不漏不重。',
        'Begin with last_time_stamp 0, then send the time_stamp of the last message of the page before. Nothing is skipped or repeated, also while others send.',
      ],
    ),
    question(
      ['多久轮询一次？', 'How often should I poll?'],
      [
        '没有新消息时从 3 秒逐步退避到 15 秒；或传 wait_seconds（最多 10），有新消息立即返回。客户端读超时须大于等待时间。',
        'Back off from 3 to 15 seconds while nothing is new; or send wait_seconds (at most 10) and be answered as soon as there is something. The read timeout of the client must be longer than the wait.',
      ],
    ),
    question(
      ['content_type 为 40 是什么？', 'What is content_type 40?'],
      [
        '该 id 的消息已被撤回：请把已显示的原文换成提示。撤回提示有新的 time_stamp，原消息不再返回。',
        'The message of this id was recalled: replace the words that you show by a notice. The notice has a new time_stamp; the message itself is not returned any more.',
      ],
    ),
    question(
      ['怎样显示内容才安全？', 'How do I show the content safely?'],
      [
        '内容按原样返回，可能含 HTML 或控制字符：只作为纯文本显示。',
        'Content comes back as it was sent and may hold HTML or control characters: show it as plain text only.',
      ],
    ),
  ],
  silent: [
    bilingual([
      '本平台没有此 API 的文档页可对照：字段名依据同类文档 43031，其余为我们的约定',
      'No page of this API was given to compare with: field names follow the sibling page 43031, the rest is decided by us',
    ]),
    bilingual([
      'fetch_type 1 取更新的消息（由旧到新），2 取更早的消息（由新到旧）',
      'fetch_type 1 means newer messages, oldest first; 2 means older ones, newest first',
    ]),
    bilingual(['wait_seconds 是我们增加的参数', 'wait_seconds is a parameter of ours']),
    bilingual([
      'rs_type 不传时由 auth_token 决定；也没有时，有 user_id 为医生，否则为患者',
      'Without rs_type the token says who reads; without one it is a doctor when user_id is there, else the patient',
    ]),
    bilingual(['已结束的会话仍可读取', 'A closed conversation can still be read']),
  ],
  changes: [firstRelease],
}
