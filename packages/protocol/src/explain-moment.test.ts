import { parseBeijing } from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import { explainMoment } from './explain-moment.ts'

describe('the explanation of a wrong moment', () => {
  it.each([
    ['20220223184604', 'yyyyMMddHHmmss'],
    ['202202231846', 'yyyyMMddHHmm，'],
    ['20220223', 'yyyyMMdd，'],
    ['2022-02-23', 'yyyy-MM-dd，'],
    ['2022/02/23 18:46:04', '斜杠'],
    ['2022/2/3', '斜杠'],
    ['2022-02-23T18:46:04Z', 'UTC'],
    ['2022-02-23T18:46:04.123Z', 'UTC'],
    ['2022-02-23T18:46:04+08:00', '带 T'],
    ['1645613164', '10 位秒级时间戳'],
    ['1645613164000', '13 位毫秒时间戳'],
    ['2022-2-3 8:46:04', '补零'],
    ['2022-02-30 10:00:00', '没有这一天'],
    ['2023-02-29 10:00:00', '没有这一天'],
    ['2022-02-00 10:00:00', '没有这一天'],
    ['2022-13-01 10:00:00', '月份'],
    ['1969-12-31 10:00:00', '1970'],
    ['2022-02-23 24:00:00', '24'],
    ['2022-02-23 25:00:00', '小时不存在'],
    ['2022-02-23 10:60:00', '分钟'],
    ['2022-02-23 10:00:60', '秒不存在'],
    ['2022-02-23 10:00', '没有秒'],
    ['2022-02-23 10:00:00.123', '毫秒'],
    ['2022-02-23 10:00:00 UTC', '多余的内容'],
    [' 2022-02-23 10:00:00', '空白'],
    ['2022-02-23 10:00:00\n', '空白'],
    ['２０２２-02-23 10:00:00', '全角'],
  ])('of %j says "%s" and what to send', (text, seen) => {
    expect(parseBeijing(text)).toBeUndefined()
    expect(explainMoment(text)).toContain(seen)
    expect(explainMoment(text)).toContain('请发送北京时间（GMT+8），格式为 yyyy-MM-dd HH:mm:ss')
  })

  it.each(['', 'hello', '12345', '2022-02-23 10:00:00', ` ${'2'.repeat(64)}`])(
    'says nothing about %j',
    (text) => {
      expect(explainMoment(text)).toBeUndefined()
    },
  )
})
