import { expect, it } from 'vitest'
import { didYouMean, nearestNames, suggestZh } from './nearest-names.ts'

const known = ['alibaba.charity.useraction.sync', 'taobao.time.get', 'taobao.appip.get']

it('finds a name with a typing error', () => {
  expect(nearestNames('alibaba.charity.useraction.snyc', known)).toEqual([known[0]])
})

it('finds the names that hold a word, in any letter case', () => {
  expect(nearestNames('Charity', known)).toEqual([known[0]])
})

it('puts the most similar name first', () => {
  expect(nearestNames('taobao.tim.get', known)[0]).toBe('taobao.time.get')
})

it('stays silent when nothing is similar', () => {
  expect(didYouMean('foo', known)).toBe('')
  expect(didYouMean('', known)).toBe('')
  expect(suggestZh('foo', known)).toBe('')
  expect(
    nearestNames('taobao.time.get'.padEnd(129, 't'), ['taobao.time.get'.padEnd(129, 's')]),
  ).toEqual([])
})
