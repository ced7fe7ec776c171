import { expect, it } from 'vitest'
import { Tries } from './tries.ts'

const MINUTE_MS = 60_000

/** Begins `count` tries at `nowMs`; the waits that they were told. */
function guess(tries: Tries, source: string, count: number, nowMs = 0): number[] {
  return Array.from({ length: count }, () => tries.begin(source, nowMs))
}

it('lets five wrong tries pass, also at the same moment, and no sixth', () => {
  expect(guess(new Tries(), 'a', 7)).toEqual([0, 0, 0, 0, 0, MINUTE_MS, MINUTE_MS])
})

it('opens exactly at the end of the wait', () => {
  const tries = new Tries()
  guess(tries, 'a', 5)
  expect(tries.begin('a', MINUTE_MS - 1)).toBe(1)
  expect(tries.begin('a', MINUTE_MS)).toBe(0)
})

it('doubles the wait with each further wrong try, up to a quarter of an hour', () => {
  const tries = new Tries()
  guess(tries, 'a', 5)
  let nowMs = 0
  const waits = Array.from({ length: 5 }, () => {
    const waitMs = tries.begin('a', nowMs)
    nowMs += waitMs
    tries.begin('a', nowMs)
    return waitMs / MINUTE_MS
  })
  expect(waits).toEqual([1, 2, 4, 8, 15])
})

it('forgives who keeps away for a quarter of an hour', () => {
  const tries = new Tries()
  guess(tries, 'a', 5)
  expect(guess(tries, 'a', 6, 15 * MINUTE_MS)).toEqual([0, 0, 0, 0, 0, MINUTE_MS])
})

it('keeps places apart, but bounds all of them together', () => {
  const tries = new Tries()
  for (const source of ['a', 'b', 'c', 'd'])
    expect(guess(tries, source, 5)).not.toContain(MINUTE_MS)
  expect(tries.begin('e', 0)).toBe(MINUTE_MS)
})

it('takes back a try that was right, and all wrong ones of its place', () => {
  const tries = new Tries()
  guess(tries, 'a', 5)
  tries.succeeded('a')
  expect(guess(tries, 'a', 5)).toEqual([0, 0, 0, 0, 0])
  // 5 + 5 began, one was right: eleven of twenty are left.
  expect(guess(tries, 'b', 5)).toEqual([0, 0, 0, 0, 0])
  expect(guess(tries, 'c', 5)).toEqual([0, 0, 0, 0, 0])
  expect(guess(tries, 'd', 2)).toEqual([0, MINUTE_MS])
})
