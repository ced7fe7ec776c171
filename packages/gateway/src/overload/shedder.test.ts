import type { FlowClass } from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import { CALLS_ALWAYS, Shedder } from './shedder.ts'

type Offer = readonly [flowClass: FlowClass, app: string, calls: number]

/** What is admitted of these calls, one step after the other. */
function admittedOf(shedder: Shedder, share: number, offers: readonly Offer[]): number[] {
  const admitted = offers.map(([flowClass, app, calls]) => {
    let count = 0
    for (let call = 0; call < calls; call += 1)
      if (shedder.admits(flowClass, app, '192.0.2.1')) count += 1
    return count
  })
  shedder.step(share)
  return admitted
}

/** What is admitted in the third step of this share. */
function settled(share: number, offers: readonly Offer[]): number[] {
  const shedder = new Shedder()
  admittedOf(shedder, share, offers)
  admittedOf(shedder, share, offers)
  return admittedOf(shedder, share, offers)
}

describe('under load', () => {
  it('nothing is refused while the share is whole', () => {
    expect(settled(1, [['read', 'a', 1000]])).toEqual([1000])
  })

  it('reads go first, then statistics, then events, and ledgers last', () => {
    const offers: Offer[] = [
      ['read', 'a', 1000],
      ['statistics', 'b', 1000],
      ['event', 'c', 1000],
      ['ledger', 'd', 1000],
    ]
    expect(settled(0.75, offers)).toEqual([0, 1000, 1000, 1000])
    expect(settled(0.5, offers)).toEqual([0, 0, 1000, 1000])
    expect(settled(0.375, offers)).toEqual([0, 0, 500, 1000])
    expect(settled(0.125, offers)).toEqual([0, 0, 0, 500])
  })

  it('the loudest app is refused first', () => {
    const offers: Offer[] = [
      ['event', 'loud', 9000],
      ['event', 'quiet', 500],
      ['event', 'other', 500],
    ]
    const [loud = 0, quiet, other] = settled(0.5, offers)
    expect([quiet, other]).toEqual([500, 500])
    expect(loud).toBeGreaterThanOrEqual(3990)
    expect(loud).toBeLessThanOrEqual(4000)
    expect(settled(0.06, offers).map((calls) => Math.round(calls / 100))).toEqual([2, 2, 2])
  })

  it('a flood with the key of an app leaves what the app itself calls from elsewhere alone', () => {
    const shedder = new Shedder()
    let admitted = 0
    for (let step = 0; step < 3; step += 1) {
      admitted = 0
      for (let call = 0; call < 10_000; call += 1) shedder.admits('event', 'victim', '203.0.113.9')
      for (let call = 0; call < 100; call += 1) {
        if (shedder.admits('event', 'victim', '192.0.2.1')) admitted += 1
      }
      shedder.step(0.1)
    }
    expect(admitted).toBe(100)
  })

  it('a few calls are always admitted, whatever is slow', () => {
    expect(settled(0.05, [['read', 'a', CALLS_ALWAYS]])).toEqual([CALLS_ALWAYS])
    expect(settled(0.05, [['read', 'a', 2 * CALLS_ALWAYS]])[0]).toBe(CALLS_ALWAYS)
  })

  it('everything is admitted again when the share is whole', () => {
    const shedder = new Shedder()
    const offers: Offer[] = [['event', 'a', 10_000]]
    admittedOf(shedder, 0.1, offers)
    expect(admittedOf(shedder, 1, offers)[0]).toBeLessThanOrEqual(1001)
    expect(admittedOf(shedder, 1, offers)).toEqual([10_000])
  })
})
