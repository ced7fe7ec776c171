import { expect, it } from 'vitest'
import { testVault } from '../testing/test-platform.ts'
import { seedRetail } from './seed.ts'
import { sensitiveWord } from './sensitive-word.ts'

it.each(['糖尿病患者', '佛教用户', '未成年', '逾期 30 天', 'HIV', 'ＨＩＶ', 'Religious'])(
  'finds what is nobody’s business in %s',
  (name) => {
    expect(sensitiveWord(name)).toBeDefined()
  },
)

it.each(['DEFAULT', '双十一会员', '西湖店🏬', 'VIP_GOLD', '新客', ''])('lets %s pass', (name) => {
  expect(sensitiveWord(name)).toBeUndefined()
})

it('keeps such a tag from being registered', async () => {
  const tag = { biz_code: 'BIZ_A', tag_code: 'T1', name: '糖尿病患者' }
  const seed = { sources: [], tags: [tag], users: [] }
  const tx = { read: async () => [], write: async () => {}, lock: async () => {} }
  await expect(seedRetail(tx, testVault, seed, 'keep')).rejects.toThrow('BIZ_A T1')
})
