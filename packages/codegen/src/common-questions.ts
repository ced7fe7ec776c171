import type { ApiContract, Question } from '@topgate/contracts'

/** The questions of an API: its own, then those that its contract answers. */
export function questionsOf(api: ApiContract): Question[] {
  return [...api.guide.faq, ...commonQuestions(api)]
}

function commonQuestions(api: ApiContract): Question[] {
  const kilobytes = Math.round(api.parametersBytesMax / 1024)
  return [
    {
      question: { zh: '重复调用会怎样？', en: 'What does a repeated call do?' },
      answer: { zh: `${api.repeat.zh}。`, en: `${api.repeat.en}.` },
    },
    {
      question: {
        zh: '返回 25 Invalid signature，怎么查？',
        en: 'The answer is 25 Invalid signature. How do I find out why?',
      },
      answer: {
        zh: '在沙箱里 sub_msg 会指出最可能的原因；API工具逐步显示待签名的文本，可与您的程序对照。',
        en: 'In a sandbox sub_msg names the likely cause. The API tool shows the text that is signed step by step, to compare with your own.',
      },
    },
    {
      question: { zh: 'timestamp 用哪个时区？', en: 'In which zone is timestamp?' },
      answer: {
        zh: '北京时间（GMT+8），yyyy-MM-dd HH:mm:ss，与服务器相差不超过 10 分钟，否则返回 31。',
        en: 'Beijing time (GMT+8), yyyy-MM-dd HH:mm:ss, at most 10 minutes off; otherwise the answer is 31.',
      },
    },
    {
      question: { zh: '一次最多能传多少数据？', en: 'How much may one call carry?' },
      answer: {
        zh: `所有参数值解码后合计不超过 ${kilobytes} KB；单个字段的限制见「更多限制」。`,
        en: `All values together up to ${kilobytes} KB when decoded; limits of single fields stand beside them.`,
      },
    },
  ]
}
