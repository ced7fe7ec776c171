import type { PackageName } from './api.ts'
import type { Bilingual } from './kinds.ts'

/** What a permission package is about, in words. */
export const packageTitles: Readonly<Record<PackageName, Bilingual>> = {
  insurance: {
    zh: '保险：用户在保险页面上的行为',
    en: 'Insurance: what users do on insurance pages',
  },
  charity: {
    zh: '公益：用户的公益行为与公益时',
    en: 'Charity: good deeds and the hours they earn',
  },
  alihouse: {
    zh: '房产：经纪人、门店与城市的经营数据',
    en: 'Housing: figures of brokers, shops and cities',
  },
  'retail-tag': { zh: '零售：用户标记', en: 'Retail: marks on users' },
  followup: { zh: '随访：医患之间的消息', en: 'Follow-up: messages between doctor and patient' },
}
