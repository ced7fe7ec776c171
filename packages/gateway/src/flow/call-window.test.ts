import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CallWindow } from './call-window.ts'

const START_MS = Date.UTC(2026, 0, 15, 4)
const SECOND_MS = 1000

/** When the calls of an even pace went through, from a cold start. */
function admittedOf(limit: number, perSecond: number, seconds: number, startMs = START_MS) {
  const window = new CallWindow(SECOND_MS)
  const admitted: number[] = []
  for (let call = 0; call < perSecond * seconds; call += 1) {
    const nowMs = startMs + (call * 1000) / perSecond
    if (!window.hasRoom(limit, nowMs)) continue
    window.add()
    admitted.push(nowMs - startMs)
  }
  return admitted
}

const countIn = (times: readonly number[], fromMs: number, toMs: number) =>
  times.filter((ms) => ms >= fromMs && ms < toMs).length

describe('a window of a second', () => {
  it.each([
    [2, 100],
    [2, 1000],
    [3, 200],
    [20, 100],
    [20, 997],
  ])(
    'holds a load of %i times the limit %i to it within 5 percent in every second from the first',
    (times, limit) => {
      for (const offsetMs of [0, 3, 501.7]) {
        const admitted = admittedOf(limit, limit * times, 10, START_MS + offsetMs)
        for (let second = 0; second < 10; second += 1) {
          const calls = countIn(admitted, second * 1000, second * 1000 + 1000)
          expect(calls).toBeLessThanOrEqual(limit * 1.05)
          expect(calls).toBeGreaterThanOrEqual(limit * 0.95)
        }
      }
    },
  )

  it('never refuses who keeps exactly to the limit, though each call wavers by 15 ms', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.integer({ min: 0, max: 15 }), { minLength: 100, maxLength: 100 }),
        (limit, wavers) => {
          const window = new CallWindow(SECOND_MS)
          wavers.forEach((waver, call) => {
            const nowMs = START_MS + Math.floor((call * 1000) / limit) + waver
            expect(window.hasRoom(limit, nowMs)).toBe(true)
            window.add()
          })
        },
      ),
    )
  })

  it('says when there is room again, to the part of a second', () => {
    const window = new CallWindow(SECOND_MS)
    for (const ms of [0, 300]) {
      expect(window.hasRoom(2, START_MS + ms)).toBe(true)
      window.add()
    }
    expect(window.hasRoom(2, START_MS + 500)).toBe(false)
    expect(window.waitMs(2, START_MS + 500)).toBe(500)
    expect(window.waitMs(1, START_MS + 500)).toBe(800)
    expect(window.waitMs(0, START_MS + 500)).toBe(SECOND_MS)
    expect(window.hasRoom(2, START_MS + 999)).toBe(false)
    expect(window.hasRoom(2, START_MS + 1000)).toBe(true)
  })

  it('counts on when the clock steps back, and forgets a period later', () => {
    const window = new CallWindow(SECOND_MS)
    expect(window.hasRoom(1, START_MS)).toBe(true)
    window.add()
    expect(window.hasRoom(1, START_MS - 3_600_000)).toBe(false)
    expect(window.hasRoom(1, START_MS - 3_600_000 + 1000)).toBe(true)
  })
})

it('a window of a minute holds no more than its limit, wherever the minute begins', () => {
  const window = new CallWindow(60_000)
  const admitted: number[] = []
  for (let ms = 0; ms < 300_000; ms += 100) {
    if (!window.hasRoom(100, START_MS + ms)) continue
    window.add()
    admitted.push(ms)
  }
  for (let from = 0; from <= 240_000; from += 1700) {
    expect(countIn(admitted, from, from + 60_000)).toBeLessThanOrEqual(105)
  }
  expect(admitted.length).toBeGreaterThanOrEqual(475)
})
