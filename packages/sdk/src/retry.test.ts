import { describe, expect, it } from 'vitest'
import { decideRetry, type Failure, readRetryHint, readSeconds } from './retry.ts'

const rules = { repeat: 'same-bytes', triesMax: 3, waitMsMax: 30_000 } as const
const refused = (facts: Partial<Failure & { kind: 'refused' }>): Failure => ({
  kind: 'refused',
  retry: 'same-request',
  afterS: undefined,
  isHint: true,
  ...facts,
})

describe('whether a call is sent again', () => {
  it('pauses longer from try to try, and not all clients at once', () => {
    const waits = [1, 2].map((tryNumber) =>
      [0, 0.999].map((random) => decideRetry(refused({}), rules, tryNumber, random)),
    )
    expect(waits[0]?.[0]).toBe(50)
    expect(waits[0]?.[1]).toBeCloseTo(100, 0)
    expect(waits[1]?.[0]).toBe(200)
    expect(waits[1]?.[1]).toBeCloseTo(400, 0)
  })

  it('ends with the last try', () => {
    expect(decideRetry(refused({}), rules, 2, 0)).toBeDefined()
    expect(decideRetry(refused({}), rules, 3, 0)).toBeUndefined()
  })

  it.each([
    ['never', undefined, undefined],
    ['new-session', undefined, undefined],
    ['later', 30, 30_000],
    ['later', 31, undefined],
    ['later', undefined, undefined],
    ['later', 0, 0],
  ] as const)('a refusal that says %s after %s s waits %s ms', (retry, afterS, waitMs) => {
    expect(decideRetry(refused({ retry, afterS }), rules, 1, 0)).toBe(waitMs)
  })

  it.each([
    ['free', 50],
    ['same-bytes', 50],
    ['unknown', undefined],
  ] as const)('a %s call of unknown fate waits %s ms', (repeat, waitMs) => {
    const failure: Failure = { kind: 'unknown-fate', afterS: undefined }
    expect(decideRetry(failure, { ...rules, repeat }, 1, 0)).toBe(waitMs)
  })

  it('takes a word of the platform for this call, not a guess, where nobody knows the API', () => {
    const unknown = { ...rules, repeat: 'unknown' } as const
    expect(decideRetry(refused({ isHint: true }), unknown, 1, 0)).toBe(50)
    expect(decideRetry(refused({ isHint: false }), unknown, 1, 0)).toBeUndefined()
    expect(decideRetry({ kind: 'not-sent' }, unknown, 1, 0)).toBe(50)
  })

  it('never repeats what is final', () => {
    expect(decideRetry({ kind: 'final' }, rules, 1, 0)).toBeUndefined()
  })
})

describe('a hint', () => {
  it.each([
    ['never', { retry: 'never', afterS: undefined }],
    ['same-request', { retry: 'same-request', afterS: undefined }],
    ['new-session', { retry: 'new-session', afterS: undefined }],
    ['after=7', { retry: 'later', afterS: 7 }],
    ['after=99999', { retry: 'later', afterS: 99_999 }],
    ['after=100000', undefined],
    ['after=', undefined],
    ['after=-1', undefined],
    ['later', undefined],
    [undefined, undefined],
  ])('%s is %o', (header, hint) => {
    expect(readRetryHint(header)).toEqual(hint)
  })

  it('with a date says nothing', () => {
    expect(readSeconds('Fri, 31 Dec 1999 23:59:59 GMT')).toBeUndefined()
  })
})
