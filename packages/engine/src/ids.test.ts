import { expect, it } from 'vitest'
import { createdMs, IdSource, nodeOf } from './ids.ts'

const nowMs = Date.UTC(2026, 10, 21)

it('gives rising ids within one millisecond, also past the end of its counter', () => {
  const ids = new IdSource(
    () => 3,
    () => nowMs,
  )
  const made = Array.from({ length: 10_000 }, () => ids.next())
  expect(new Set(made).size).toBe(10_000)
  expect(made).toEqual([...made].sort((a, b) => (a < b ? -1 : 1)))
})

it('gives rising ids when the clock steps back', () => {
  let clock = nowMs
  const ids = new IdSource(
    () => 0,
    () => clock,
  )
  const before = ids.next()
  clock -= 3_600_000
  expect(ids.next()).toBeGreaterThan(before)
})

it('tells nodes apart and fits into a signed 64-bit integer', () => {
  const ids = [0, 1023].map((node) =>
    new IdSource(
      () => node,
      () => Date.UTC(2080, 0, 1),
    ).next(),
  )
  expect(ids.map(nodeOf)).toEqual([0, 1023])
  for (const id of ids) expect(id).toBeLessThan(2n ** 63n)
})

it('ids tell when they were made', () => {
  const ids = new IdSource(
    () => 1023,
    () => Date.UTC(2026, 0, 15, 4),
  )
  expect(createdMs(ids.next())).toBe(Date.UTC(2026, 0, 15, 4))
})
