import { describe, expect, it } from 'vitest'
import { LoadGauge, type LoadSignals } from './load-level.ts'

const calm: LoadSignals = { loopDelayMs: 0, queueWaitMs: 0, memoryShare: 0 }

function after(...steps: Partial<LoadSignals>[]): LoadGauge {
  const gauge = new LoadGauge()
  for (const step of steps) gauge.step({ ...calm, ...step })
  return gauge
}

describe('the level', () => {
  it.each([
    ['loopDelayMs', 40, 100, 500],
    ['queueWaitMs', 100, 300, 1000],
    ['memoryShare', 0.7, 0.85, 0.95],
  ] satisfies [keyof LoadSignals, number, number, number][])(
    'by %s is yellow from %d, red from %d, black from %d',
    (name, ...bounds) => {
      expect(after({}).level).toBe('green')
      bounds.forEach((bound, at) => {
        const twice = (value: number) => after({ [name]: value }, { [name]: value }).level
        const below = ['green', 'yellow', 'red'][at]
        const from = ['yellow', 'red', 'black'][at]
        expect(twice(Number(bound) - 0.001)).toBe(below)
        expect(twice(Number(bound))).toBe(from)
      })
    },
  )

  it('is that of the worst signal', () => {
    const signals = { loopDelayMs: 50, queueWaitMs: 400, memoryShare: 0.1 }
    expect(after(signals, signals).level).toBe('red')
  })

  it('is not red for one long stop', () => {
    expect(after({}, { loopDelayMs: 600 }, {}, { loopDelayMs: 600 }).level).toBe('yellow')
  })

  it('goes down one step after two calm seconds, and not for a shorter calm', () => {
    const gauge = after({ queueWaitMs: 400 }, { queueWaitMs: 400 })
    const wait = (steps: number) => {
      for (let step = 0; step < steps; step += 1) gauge.step(calm)
      return gauge.level
    }
    expect(wait(7)).toBe('red')
    for (const _ of [1, 2]) gauge.step({ ...calm, queueWaitMs: 300 })
    expect(wait(7)).toBe('red')
    expect(wait(1)).toBe('yellow')
    expect(wait(7)).toBe('yellow')
    expect(wait(1)).toBe('green')
  })
})

describe('the admitted share', () => {
  it('is everything until two steps in a row are red', () => {
    expect(after({ queueWaitMs: 299 }, { queueWaitMs: 299 }).share).toBe(1)
    expect(after({ loopDelayMs: 400 }, {}, { loopDelayMs: 400 }, {}).share).toBe(1)
    expect(after({ loopDelayMs: 100 }, { queueWaitMs: 300 }).share).toBeCloseTo(0.7)
  })

  it('falls by 0.7 each red step, to 5 % and no lower, and rises by 5 % of all a step', () => {
    const red = Array.from({ length: 40 }, () => ({ queueWaitMs: 500 }))
    const gauge = after(...red)
    expect(gauge.share).toBe(0.05)
    gauge.step(calm)
    expect(gauge.share).toBeCloseTo(0.1)
    for (let step = 0; step < 18; step += 1) gauge.step(calm)
    expect(gauge.share).toBe(1)
  })
})
