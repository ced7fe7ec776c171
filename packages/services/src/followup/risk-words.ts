/** What an operator or doctor should look at soon. A flag never keeps a message back. */
export type RiskFlag = 'RISK_SELF_HARM' | 'RISK_URGENT' | 'RISK_ABUSE'

interface Risk {
  readonly flag: RiskFlag
  /** Chinese words, looked for in the text without its spaces and punctuation. */
  readonly words: readonly string[]
  /** English phrases, looked for between word borders. */
  readonly phrases: RegExp
}

const risks: readonly Risk[] = [
  {
    flag: 'RISK_SELF_HARM',
    words: ['自杀', '自残', '自伤', '轻生', '寻死', '不想活', '活不下去', '割腕', '结束生命'],
    phrases: /\b(?:suicid(?:e|al)|self[ -]?harm|kill(?:ing)? myself|end my life)\b/,
  },
  {
    flag: 'RISK_URGENT',
    words: [
      '胸痛',
      '胸口痛',
      '胸口疼',
      '呼吸困难',
      '喘不过气',
      '昏迷',
      '晕倒',
      '大出血',
      '救命',
      '急',
    ],
    phrases: /\b(?:chest pain|can(?:no|')?t breathe|unconscious|bleeding heavily|emergency)\b/,
  },
  {
    flag: 'RISK_ABUSE',
    words: ['去死', '傻逼', '操你', '滚蛋', '混蛋', '王八蛋', '畜生'],
    phrases: /\b(?:fuck|asshole|bastard|piece of shit)/,
  },
]

/** Which kinds of risk words the texts hold, each once. */
export function riskFlags(texts: readonly string[]): RiskFlag[] {
  const folded = texts.map(fold).join('\n')
  const compact = folded.replace(/[\s\p{P}\p{S}]+/gu, '')
  return risks
    .filter(({ words, phrases }) => phrases.test(folded) || words.some((w) => compact.includes(w)))
    .map(({ flag }) => flag)
}

/** Full-width letters, capitals and characters that no screen shows do not hide a word. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replaceAll('’', "'")
}
