import { describe, expect, it } from 'vitest'
import type { App } from '../ports.ts'
import { NOW_MS, testApp } from '../testing/test-gateway.ts'
import { dayOf } from './beijing-day.ts'
import { FlowControl, type KnownLimits } from './flow-control.ts'

const DAY_MS = 24 * 60 * 60_000
/** NOW_MS is noon in Beijing. */
const MIDNIGHT_MS = NOW_MS + DAY_MS / 2

const app = (perSecond: number, perDay = 1_000_000, key = '1') =>
  testApp({ key, limits: { perSecond, perDay, perApi: new Map(), perUser: {} } })

const METHOD = 'test.step.sync'

/** With the seconds to wait alone. */
class Quotas {
  readonly #buckets: FlowControl

  constructor(usedBefore: KnownLimits['usedBefore']) {
    this.#buckets = new FlowControl({ usedBefore, apiLimits: () => undefined })
  }

  take(app: App, nowMs: number): number | undefined {
    return this.#buckets.take(app, METHOD, nowMs)?.waitS
  }

  takeUse() {
    return this.#buckets.takeUse()
  }
}

const buckets = (used = 0) => new Quotas(() => used)

describe('a limit of two calls a second', () => {
  const limited = app(2)

  it('never refuses an even pace of two a second for ten seconds', () => {
    const quotas = buckets()
    for (let call = 0; call < 20; call += 1) {
      expect(quotas.take(limited, NOW_MS + call * 500)).toBeUndefined()
    }
  })

  it('never refuses two at once every second for ten seconds', () => {
    const quotas = buckets()
    for (let second = 0; second < 10; second += 1) {
      for (const _ of [1, 2]) {
        expect(quotas.take(limited, NOW_MS + second * 1000)).toBeUndefined()
      }
    }
  })

  it('lets half of a double pace through, and every refusal says at least one second', () => {
    const quotas = buckets()
    const waits = []
    for (let call = 0; call < 40; call += 1) {
      const waitS = quotas.take(limited, NOW_MS + call * 250)
      if (waitS !== undefined) waits.push(waitS)
    }
    expect(waits.length).toBeGreaterThanOrEqual(18)
    expect(waits.length).toBeLessThanOrEqual(20)
    expect(new Set(waits)).toEqual(new Set([1]))
  })

  it('refuses the third of three calls at once and takes it after that second', () => {
    const quotas = buckets()
    quotas.take(limited, NOW_MS)
    quotas.take(limited, NOW_MS)
    expect(quotas.take(limited, NOW_MS)).toBe(1)
    expect(quotas.take(limited, NOW_MS + 1000)).toBeUndefined()
  })

  it('does not save up more than one second of silence', () => {
    const quotas = buckets()
    quotas.take(limited, NOW_MS)
    const later = NOW_MS + 3_600_000
    expect([1, 2, 3].map(() => quotas.take(limited, later))).toEqual([undefined, undefined, 1])
  })

  it('counts each app for itself', () => {
    const quotas = buckets()
    for (const key of ['1', '2', '3']) {
      expect(quotas.take(app(1, 10, key), NOW_MS)).toBeUndefined()
    }
  })

  it('gives nothing for a clock that steps back', () => {
    const quotas = buckets()
    quotas.take(limited, NOW_MS)
    quotas.take(limited, NOW_MS)
    expect(quotas.take(limited, NOW_MS - 5000)).toBe(1)
    expect(quotas.take(limited, NOW_MS - 4000)).toBeUndefined()
  })
})

it('limits nothing where the app has no limits', () => {
  const quotas = buckets()
  const free = testApp({ limits: null })
  for (let call = 0; call < 1000; call += 1) expect(quotas.take(free, NOW_MS)).toBeUndefined()
  expect(quotas.takeUse()).toEqual([])
})

describe('a limit of three calls a day', () => {
  const limited = app(1000, 3)

  it('refuses the fourth and tells the seconds to midnight in Beijing', () => {
    const quotas = buckets()
    const takes = [1, 2, 3, 4].map(() => quotas.take(limited, NOW_MS))
    expect(takes).toEqual([undefined, undefined, undefined, 12 * 3600])
  })

  it('ends at 00:00 GMT+8, not a millisecond before', () => {
    const quotas = buckets(3)
    expect(quotas.take(limited, MIDNIGHT_MS - 1)).toBe(1)
    expect(quotas.take(limited, MIDNIGHT_MS)).toBeUndefined()
    expect(dayOf(MIDNIGHT_MS)).toBe(dayOf(MIDNIGHT_MS - 1) + 1)
  })

  it('knows what the app used before this process started, on that day alone', () => {
    const quotas = new Quotas((_, day) => (day === dayOf(NOW_MS) ? 2 : 0))
    expect([1, 2].map(() => quotas.take(limited, NOW_MS))).toEqual([undefined, 12 * 3600])
    const morning = new Quotas((_, day) => (day === dayOf(NOW_MS) ? 2 : 0))
    const takes = [1, 2, 3, 4].map(() => morning.take(limited, MIDNIGHT_MS))
    expect(takes).toEqual([undefined, undefined, undefined, 24 * 3600])
  })

  it('is not used up by refused calls', () => {
    const quotas = buckets()
    const slow = app(1, 3)
    for (let call = 0; call < 10; call += 1) quotas.take(slow, NOW_MS)
    expect(quotas.take(slow, NOW_MS + 1000)).toBeUndefined()
    expect(quotas.take(slow, NOW_MS + 2000)).toBeUndefined()
    expect(quotas.take(slow, NOW_MS + 3000)).toBe(12 * 3600 - 3)
  })
})

describe('the use of the day', () => {
  it('is handed out once, of the calls that went through', () => {
    const quotas = buckets(7)
    const limited = app(2)
    for (let call = 0; call < 5; call += 1) quotas.take(limited, NOW_MS)
    quotas.take(app(2, 10, '2'), NOW_MS)
    expect(quotas.takeUse()).toEqual([
      { app_key: '1', day: dayOf(NOW_MS), calls: 2 },
      { app_key: '2', day: dayOf(NOW_MS), calls: 1 },
    ])
    expect(quotas.takeUse()).toEqual([])
    quotas.take(limited, NOW_MS + 1000)
    expect(quotas.takeUse()).toEqual([{ app_key: '1', day: dayOf(NOW_MS), calls: 1 }])
  })

  it('goes to the day on which the call came', () => {
    const quotas = buckets()
    quotas.take(app(2), MIDNIGHT_MS - 1)
    quotas.takeUse()
    quotas.take(app(2), MIDNIGHT_MS)
    expect(quotas.takeUse()).toEqual([{ app_key: '1', day: dayOf(MIDNIGHT_MS), calls: 1 }])
  })
})

describe('limits of an API', () => {
  const other = 'test.told.sync'
  const [perSecond, perDay] = [3, 1000]
  const own = (key: string) =>
    testApp({
      key,
      limits: { perSecond, perDay, perApi: new Map([[METHOD, { perSecond: 1 }]]), perUser: {} },
    })

  it('of one app leave its other APIs and other apps alone', () => {
    const quotas = new FlowControl({ usedBefore: () => 0, apiLimits: () => undefined })
    expect(quotas.take(own('1'), METHOD, NOW_MS)).toBeUndefined()
    expect(quotas.take(own('1'), METHOD, NOW_MS)).toEqual({ scope: 'app-api', waitS: 1 })
    expect(quotas.take(own('1'), other, NOW_MS)).toBeUndefined()
    expect(quotas.take(own('2'), METHOD, NOW_MS)).toBeUndefined()
  })

  it('take nothing from the limit of the app when they refuse', () => {
    const quotas = new FlowControl({ usedBefore: () => 0, apiLimits: () => undefined })
    for (let call = 0; call < 10; call += 1) quotas.take(own('1'), METHOD, NOW_MS)
    expect(quotas.take(own('1'), other, NOW_MS)).toBeUndefined()
    expect(quotas.take(own('1'), other, NOW_MS)).toBeUndefined()
    expect(quotas.take(own('1'), other, NOW_MS)).toEqual({ scope: 'app', waitS: 1 })
  })

  it('over all apps hold for apps without limits too', () => {
    const apiLimits = (method: string) =>
      method === METHOD ? { perSecond: 2, perUser: {} } : undefined
    const quotas = new FlowControl({ usedBefore: () => 0, apiLimits })
    const free = (key: string) => testApp({ key, limits: null })
    expect(quotas.take(free('1'), METHOD, NOW_MS)).toBeUndefined()
    expect(quotas.take(free('2'), METHOD, NOW_MS)).toBeUndefined()
    expect(quotas.take(free('3'), METHOD, NOW_MS)).toEqual({ scope: 'api', waitS: 1 })
    expect(quotas.take(free('3'), other, NOW_MS)).toBeUndefined()
    expect(quotas.take(free('3'), METHOD, NOW_MS + 1000)).toBeUndefined()
  })
})
