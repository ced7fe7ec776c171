import { expect, it } from 'vitest'
import type { Measure } from './dictionary.ts'
import { readMeasureName } from './measure-names.ts'
import { sumPeriod } from './period-sums.ts'
import { monthOf, weekOf } from './stat-days.ts'

function measure(name: string): Measure {
  return { name, version: 0, confidence: 'inferred', ...readMeasureName(name) }
}

/** What becomes of a measure over days, each given as JSON of its numbers. */
function periodOf(name: string, ...days: Record<string, string>[]) {
  const numbers = days.map((day) => new Map(Object.entries(day)))
  const [{ method, value, days: counted } = { method: '', value: '', days: 0 }] = sumPeriod(
    [measure(name)],
    numbers,
  )
  return [method, value, counted]
}

it('adds up times and people, with all digits, over the days that reported them', () => {
  const large = '9007199254740993'
  expect(periodOf('fcLzcSend', { fcLzcSend: large }, {}, { fcLzcSend: '0' })).toEqual([
    'sum',
    large,
    2,
  ])
  expect(periodOf('fcLznSend', { fcLznSend: '9223372036854775807' }, { fcLznSend: '1' })).toEqual([
    'sum',
    '9223372036854775808',
    2,
  ])
  expect(periodOf('fcVipTcSend', { fcVipTcSend: '7' }, { fcVipTcSend: '3' })[1]).toBe('10')
})

it('has no sum where nothing was reported, which is not 0', () => {
  expect(periodOf('fcLzcSend', {}, {})).toEqual(['sum', null, 0])
  expect(periodOf('aliUv', {})).toEqual(['mean', null, 0])
})

it('never adds up visitors, but tells their mean', () => {
  expect(periodOf('totalUv', { totalUv: '1' }, { totalUv: '2' }, { totalUv: '2' })).toEqual([
    'mean',
    '1.67',
    3,
  ])
})

it('computes a rate anew from the sums of the days that have both counts', () => {
  const days = [
    { fcLzSendRate: '9', fcLzcSend: '1', fcLznSend: '3' },
    { fcLzSendRate: '9', fcLzcSend: '1' },
    { fcLzcSend: '1', fcLznSend: '0' },
  ]
  expect(periodOf('fcLzSendRate', ...days)).toEqual(['recomputed', '0.6667', 2])
})

it('tells no rate of nothing', () => {
  expect(periodOf('fcLzSendRate', { fcLzcSend: '0', fcLznSend: '0' })).toEqual([
    'recomputed',
    null,
    1,
  ])
})

it('tells the mean of rates whose counts were not reported, and of what nobody knows', () => {
  expect(periodOf('replyImRate', { replyImRate: '85.5' }, { replyImRate: '14.495' })).toEqual([
    'mean',
    '50.00',
    2,
  ])
  expect(periodOf('odd', { odd: '-1' }, { odd: '-2' })).toEqual(['mean', '-1.50', 2])
  expect(periodOf('odd', { odd: '1e3' })).toEqual(['mean', null, 1])
})

it.each([
  ['2022-04-02', '2022-03-28', '2022-04-03'],
  ['2022-03-28', '2022-03-28', '2022-04-03'],
  ['2022-04-03', '2022-03-28', '2022-04-03'],
  ['2024-02-29', '2024-02-26', '2024-03-03'],
])('takes the week of %s from %s, a Monday, to %s', (day, first, last) => {
  const week = weekOf(day)
  expect([week.length, week[0], week.at(-1)]).toEqual([7, first, last])
})

it.each([
  ['2022-04-02', 30],
  ['2022-02-10', 28],
  ['2024-02-10', 29],
  ['2022-12-31', 31],
])('takes all days of the month of %s', (day, count) => {
  const month = monthOf(day)
  expect([month.length, month[0]]).toEqual([count, `${day.slice(0, 7)}-01`])
  expect(month).toContain(day)
})
