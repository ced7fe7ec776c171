import { expect, it } from 'vitest'
import { pinyinInitials } from './pinyin-initials.ts'

it.each([
  ['公益', 'gy'],
  ['公益三小时公共', 'gysxsgg'],
  ['用户公益行为同步', 'yhgyxwtb'],
  ['阿里健康保险-信息交互', 'aljkbxxxjh'],
  ['天猫好房用户API', 'tmhfyhapi'],
  ['外投统计数据回流接口', 'wttjsjhljk'],
  ['随访IM发送会话', 'sfimfshh'],
  ['零售打标', 'lsdb'],
  ['啊波次得鹅佛哥喝鸡科了摸呢哦泼七日思特屋西一资', 'abcdefghjklmnopqrstwxyz'],
  ['😀、。', ''],
])('%s is %s', (text, initials) => {
  expect(pinyinInitials(text)).toBe(initials)
})

it('places the edges of each letter right', () => {
  const edges =
    '扒怖擦错搭惰俄贰发傅嘎过哈货几均卡扩拉落妈暮拿诺欧藕趴瀑七群然弱撒所他唾挖悟夕迅压孕匝做'
  expect(pinyinInitials(edges)).toBe('bbccddeeffgghhjjkkllmmnnooppqqrrssttwwxxyyzz')
})
