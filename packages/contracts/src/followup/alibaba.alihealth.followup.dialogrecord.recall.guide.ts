import { type ApiGuide, bilingual, firstRelease, question } from '../api-guide.ts'

export const followupRecallGuide: ApiGuide = {
  faq: [
    question(
      ['record_id 从哪里来？', 'Where does record_id come from?'],
      [
        '发送消息时返回的 model.id，或读取时的 id。',
        'It is the model.id that sending answered, or the id of a message that was read.',
      ],
    ),
    question(
      ['对方已经读过了怎么办？', 'What if the other side has read it already?'],
      [
        '下次读取会得到同一 id、content_type 为 40 的撤回提示。',
        'Its next poll gets a notice with the same id and content_type 40.',
      ],
    ),
    question(
      ['撤回后数据还在吗？', 'Is a recalled message deleted?'],
      [
        '读取方不再可见；为审计仍加密保存。',
        'Nobody reads it through the API any more; it stays stored, sealed, for the audit.',
      ],
    ),
  ],
  silent: [
    bilingual([
      '本平台没有此 API 的文档页可对照：字段名依据同类文档 43572，其余为我们的约定',
      'No page of this API was given to compare with: field names follow the sibling page 43572, the rest is decided by us',
    ]),
    bilingual([
      '只能撤回本人在两分钟内发送的消息；他人的消息按不存在回答',
      'Only an own message can be recalled, within two minutes; one of somebody else looks like none',
    ]),
    bilingual(['会话结束后不能撤回', 'Nothing can be recalled in a closed conversation']),
  ],
  changes: [firstRelease],
}
