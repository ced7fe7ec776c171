import { expect, it } from 'vitest'
import { documentedMeasures } from './columns.ts'
import { partsOfRate, readMeasureName } from './measure-names.ts'

it('reads every measure of the sample, each with a label of its own', () => {
  const readings = documentedMeasures.map(readMeasureName)
  expect(
    readings.filter(({ unit, side, bucket }) => unit === 'unknown' || `${side}${bucket}` === ''),
  ).toEqual([])
  expect(new Set(readings.map(({ label }) => label)).size).toBe(documentedMeasures.length)
})

it.each([
  ['aliDayTcSend', { side: 'ali', bucket: 'DayT', measure: 'c', unit: 'times' }],
  ['fcLznSend', { side: 'fc', bucket: 'Lz', measure: 'n', unit: 'people' }],
  ['allLzSendRate', { side: 'total', bucket: 'Lz', measure: 'rate', unit: 'rate' }],
  ['totalCSend', { side: 'total', bucket: 'All', measure: 'c', unit: 'times' }],
  ['totalUv', { side: 'total', bucket: 'Uv', measure: 'uv', unit: 'visitors' }],
  ['replyImRate', { side: 'total', bucket: 'Im', measure: 'rate', unit: 'rate' }],
  ['fcVipTcSend', { side: 'fc', bucket: 'VipT', measure: 'c', unit: 'times' }],
  ['newRate', { side: '', bucket: '', label: 'newRate', unit: 'rate' }],
  ['other', { side: '', bucket: '', label: 'other', unit: 'unknown' }],
])('reads %s by the grammar of names', (name, reading) => {
  expect(readMeasureName(name)).toMatchObject(reading)
})

it('finds both counts of every rate of the sample among its measures', () => {
  const rates = documentedMeasures.filter((name) => name.endsWith('Rate'))
  const parts = rates.flatMap((name) => Object.values(partsOfRate(name) ?? {}))
  expect(rates).toHaveLength(9)
  expect(parts).toHaveLength(18)
  expect(parts.filter((name) => !documentedMeasures.includes(name))).toEqual([])
  expect(partsOfRate('aliDayTcSend')).toBeUndefined()
  expect(partsOfRate('newRate')).toBeUndefined()
})
