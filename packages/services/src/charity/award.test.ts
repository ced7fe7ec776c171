import { describe, expect, it } from 'vitest'
import { denials } from './action-answers.ts'
import { awardWithin, capsOf, formulaMinutes } from './award.ts'
import { at, json } from './charity-testing.ts'
import { lenientRule } from './lenient.ts'

const fixed = lenientRule('X')
const duration = { ...fixed, formula: 'PER_DURATION', quantity_path: 'n' }
const quantity = { ...duration, formula: 'PER_QUANTITY', minutes: 240, unit: 200 }
const of = (n: number) => json(`{"n":${n}}`)

describe('formulaMinutes', () => {
  it('gives a fixed number whatever the content says', () => {
    expect(formulaMinutes(fixed, undefined)).toBe(6)
    expect(formulaMinutes(fixed, of(0))).toBe(6)
  })

  it.each([
    [1, 0],
    [5, 0],
    [6, 6],
    [125, 120],
    [185, 180],
  ])('counts %i minutes of service as %i', (minutes, counted) => {
    expect(formulaMinutes(duration, of(minutes))).toBe(counted)
  })

  it.each([
    [199, 0],
    [200, 240],
    [399, 240],
    [400, 480],
  ])('counts %i ml as %i minutes', (ml, counted) => {
    expect(formulaMinutes(quantity, of(ml))).toBe(counted)
  })

  it('stops at the most that one event may give, in full tenths', () => {
    expect(formulaMinutes({ ...duration, event_max: 100 }, of(95))).toBe(90)
    expect(formulaMinutes({ ...duration, event_max: 100 }, of(1000))).toBe(96)
  })

  it('says why there is no quantity', () => {
    expect(formulaMinutes(duration, json('{}'))).toBe(denials.badQuantity)
    expect(formulaMinutes(duration, json('"{\\"n\\":6}"'))).toBe(denials.encodedTwice)
    expect(formulaMinutes(fixed, json('"{\\"n\\":6}"'))).toBe(denials.encodedTwice)
  })
})

describe('capsOf', () => {
  const rule = { ...fixed, day_cap: 6, year_cap: 60 }

  it('names the Beijing day and year of the action', () => {
    expect(capsOf(rule, at('2022-12-31 23:59:59')).map(({ period }) => period)).toEqual([
      '2022-12-31',
      '2022',
    ])
    expect(capsOf(rule, at('2023-01-01 00:00:00')).map(({ period }) => period)).toEqual([
      '2023-01-01',
      '2023',
    ])
  })

  it('has only the caps of the rule', () => {
    expect(capsOf(fixed, 0)).toEqual([])
    expect(capsOf({ ...rule, day_cap: null }, 0)).toHaveLength(1)
    expect(capsOf({ ...rule, year_cap: null }, 0)).toHaveLength(1)
  })
})

describe('awardWithin', () => {
  const caps = capsOf({ ...fixed, day_cap: 18, year_cap: 60 }, 0)

  it.each([
    [[0, 0], 12, 12, ''],
    [[6, 6], 12, 12, ''],
    [[12, 12], 12, 6, 'DAY'],
    [[18, 18], 12, 0, 'DAY'],
    [[0, 54], 12, 6, 'YEAR'],
    [[0, 60], 12, 0, 'YEAR'],
    [[24, 24], 12, 0, 'DAY'],
    [[0, 60], 0, 0, ''],
  ] as const)('with %j used, %i minutes become %i', (used, minutes, left, cap) => {
    expect(awardWithin(caps, used, minutes)).toEqual({ minutes: left, cap })
  })

  it('gives full tenths when a cap is no multiple of them', () => {
    const odd = capsOf({ ...fixed, day_cap: 10 }, 0)
    expect(awardWithin(odd, [0], 12)).toEqual({ minutes: 6, cap: 'DAY' })
    expect(awardWithin(odd, [6], 12)).toEqual({ minutes: 0, cap: 'DAY' })
  })

  it('gives everything without caps', () => {
    expect(awardWithin([], [], 600)).toEqual({ minutes: 600, cap: '' })
  })
})
