import { expect, it } from 'vitest'
import { readPromotionSlot } from './promotion-slot.ts'

it.each([
  ['优矩-抖音', '优矩', '抖音'],
  ['优矩－抖音🔥2月大促', '优矩', '抖音🔥2月大促'],
  ['优矩——抖音-信息流', '优矩', '抖音-信息流'],
  [' 优矩 - 抖音 ', '优矩', '抖音'],
  ['-抖音', null, '抖音'],
  ['优矩-', '优矩', null],
  ['抖音', null, null],
  ['', null, null],
])('splits %s at its first dash', (name, agency, medium) => {
  expect(readPromotionSlot(name)).toEqual({ agency, medium })
})
