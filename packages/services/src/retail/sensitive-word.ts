/**
 * What no tag may be about: health, faith, children, money trouble. A tag is put on people behind
 * their backs and read by shops.
 */
const words = [
  '病',
  '癌',
  '肿瘤',
  '残疾',
  '孕',
  '艾滋',
  '乙肝',
  '抑郁',
  'hiv',
  'cancer',
  'disease',
  'illness',
  'pregnan',
  '宗教',
  '信仰',
  '佛教',
  '基督',
  '伊斯兰',
  '穆斯林',
  'religio',
  'muslim',
  'christian',
  '未成年',
  '14岁以下',
  'under14',
  'under_14',
  'minor_child',
  '欠款',
  '逾期',
  '失信',
  '老赖',
  '破产',
  'bankrupt',
  'overdue',
  'in_debt',
] as const

/** The word that makes a tag of this code and name sensitive; undefined when none does. */
export function sensitiveWord(text: string): string | undefined {
  const plain = text.normalize('NFKC').toLowerCase()
  return words.find((word) => plain.includes(word))
}
