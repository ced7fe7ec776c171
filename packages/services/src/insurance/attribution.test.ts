import { expect, it } from 'vitest'
import { ATTRIBUTION_MS, lastClick } from './attribution.ts'

const PAID_MS = 100 * ATTRIBUTION_MS

function step(click_tag: string | null, daysBefore: number) {
  return { click_tag, behavior_ms: PAID_MS - daysBefore * 24 * 60 * 60_000 }
}

function winner(...steps: readonly ReturnType<typeof step>[]) {
  return lastClick(steps, PAID_MS)?.click_tag
}

it('gives the payment to the last click before it, whatever came without one', () => {
  expect(winner(step('a', 20), step('b', 10), step(null, 5), step(null, 0))).toBe('b')
  expect(winner(step('a', 0))).toBe('a')
  expect(winner(step('a', 10), step('b', -1))).toBe('a')
})

it('knows clicks of the last 30 days, to the millisecond', () => {
  expect(winner(step('a', 30))).toBe('a')
  expect(lastClick([step('a', 30)], PAID_MS + 1)).toBeUndefined()
  expect(winner(step('a', 31), step(null, 0))).toBeUndefined()
})

it('counts a click when it was first seen, not whenever its link is sent along', () => {
  expect(winner(step('a', 31), step('a', 0))).toBeUndefined()
  expect(winner(step('a', 20), step('b', 10), step('a', 1))).toBe('b')
})

it('finds no ad where nobody clicked', () => {
  expect(winner()).toBeUndefined()
  expect(winner(step(null, 1))).toBeUndefined()
})
