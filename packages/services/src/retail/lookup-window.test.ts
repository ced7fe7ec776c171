import { describe, expect, it } from 'vitest'
import { LookupWindow, MISS_PERCENT, WINDOW_PEOPLE } from './lookup-window.ts'

const limits = { missPercent: MISS_PERCENT, peoplePerMinute: null }
const HOUR_MS = 3_600_000
const missesMax = (WINDOW_PEOPLE * MISS_PERCENT) / 100

const person = (key: number | string, number?: bigint) => ({ key: String(key), number })

/** Asks for `count` new people. Says at which of them the source was stopped, and why. */
function ask(
  window: LookupWindow,
  count: number,
  missed: (n: number) => boolean,
  from = 0,
  nowMs = 0,
): string | undefined {
  for (let n = 0; n < count; n += 1) {
    const reason = window.note(person(from + n), missed(n), limits, nowMs)
    if (reason !== undefined) return `${reason} at ${n + 1}`
  }
  return undefined
}

describe('the share of people not found', () => {
  it('stops a source at the miss that is one too many, not before', () => {
    expect(ask(new LookupWindow(), 1000, () => true)).toBe(`misses at ${missesMax + 1}`)
    expect(ask(new LookupWindow(), 600, (n) => n % 10 !== 0)).toBe('misses at 224')
  })

  it('never stops a source that misses as often as it may', () => {
    expect(ask(new LookupWindow(), 5000, (n) => n % 5 < 2)).toBeUndefined()
  })

  it('is that of the last people, so that old misses are forgotten', () => {
    const window = new LookupWindow()
    ask(window, missesMax, () => true)
    expect(ask(window, WINDOW_PEOPLE, () => false, 10_000)).toBeUndefined()
    expect(ask(window, missesMax, () => true, 20_000)).toBeUndefined()
  })

  it('counts a person once, found or not', () => {
    const window = new LookupWindow()
    for (let n = 0; n < 1000; n += 1) window.note(person('same'), true, limits, 0)
    for (let n = 0; n < 10_000; n += 1) window.note(person('known'), false, limits, 0)
    expect(ask(window, 1000, () => true)).toBe(`misses at ${missesMax}`)
  })

  it('is what the source may have of it', () => {
    const all = { ...limits, missPercent: 100 }
    const window = new LookupWindow()
    const reasons = Array.from({ length: 1000 }, (_, n) => window.note(person(n), true, all, 0))
    expect(reasons.filter((reason) => reason !== undefined)).toEqual([])
  })
})

describe('the ban', () => {
  it('lasts an hour for everybody, then starts with a clean window', () => {
    const window = new LookupWindow()
    ask(window, 1000, () => true, 0, 5)
    expect(window.waitMs(person('x'), limits, 5)).toBe(HOUR_MS)
    expect(window.waitMs(person('x'), limits, HOUR_MS + 4)).toBe(1)
    expect(window.waitMs(person('x'), limits, HOUR_MS + 5)).toBe(0)
    expect(ask(window, missesMax, () => true, 5000, HOUR_MS + 5)).toBeUndefined()
  })
})

describe('numbers one after the other', () => {
  it('stop a source, up or down, though everybody is found', () => {
    for (const step of [1n, -1n]) {
      const window = new LookupWindow()
      const reasons = Array.from({ length: 60 }, (_, n) =>
        window.note(person(n, 13_800_138_000n + step * BigInt(n)), false, limits, 0),
      )
      expect(reasons.indexOf('neighbours')).toBe(51)
    }
  })

  it('mean nothing when they are apart, or the same person again', () => {
    const window = new LookupWindow()
    const reasons = Array.from({ length: 1000 }, (_, n) =>
      window.note(person(n % 300, 13_800_138_000n + 7n * BigInt(n % 300)), false, limits, 0),
    )
    expect(reasons.filter((reason) => reason !== undefined)).toEqual([])
  })
})

describe('people in a minute', () => {
  const three = { ...limits, peoplePerMinute: 3 }

  it('are limited by their number, whoever is found, until the minute ends', () => {
    const window = new LookupWindow()
    const waits = [1, 2, 3, 3, 4].map((key) => window.waitMs(person(key), three, 60_500))
    expect(waits).toEqual([0, 0, 0, 0, 59_500])
    expect(window.waitMs(person(4), three, 119_999)).toBe(1)
    expect(window.waitMs(person(4), three, 120_000)).toBe(0)
  })

  it('are not limited by default', () => {
    const window = new LookupWindow()
    const waits = Array.from({ length: 5000 }, (_, n) => window.waitMs(person(n), limits, 0))
    expect(Math.max(...waits)).toBe(0)
  })
})
