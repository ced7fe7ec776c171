import fc from 'fast-check'
import { expect, it } from 'vitest'
import { BodyBudget, type BodyShare } from './body-budget.ts'

/** A body on its way: it comes in chunks unless it was told to wait. */
class TestBody {
  readonly share: BodyShare
  waits = false
  left: number

  constructor(budget: BodyBudget, bytes: number) {
    this.left = bytes
    this.share = budget.open({
      pause: () => {
        this.waits = true
      },
      resume: () => {
        this.waits = false
      },
    })
  }

  grow(bytes: number): this {
    this.left -= bytes
    this.share.grow(bytes)
    return this
  }
}

it('lets no body wait while there is room', () => {
  const budget = new BodyBudget(100)
  const bodies = [new TestBody(budget, 50).grow(50), new TestBody(budget, 50).grow(50)]
  expect(bodies.map(({ waits }) => waits)).toEqual([false, false])
  expect(budget.bytes).toBe(100)
})

it('lets all but the oldest wait above the bound, and the next on when that one ends', () => {
  const budget = new BodyBudget(100)
  const [first, second, third] = [50, 40, 40].map((bytes) =>
    new TestBody(budget, 200).grow(bytes),
  ) as [TestBody, TestBody, TestBody]
  second.grow(20)
  first.grow(100)
  expect([first.waits, second.waits, third.waits]).toEqual([false, true, true])
  first.share.end()
  expect([second.waits, third.waits]).toEqual([false, true])
  second.share.end()
  expect(third.waits).toBe(false)
})

it('counts a body once, however often it is said to have ended', () => {
  const budget = new BodyBudget(100)
  const body = new TestBody(budget, 50).grow(50)
  body.share.end()
  body.share.end()
  expect(budget.bytes).toBe(0)
})

it('brings every body to its end in any order, and holds hardly more than the bound', () => {
  const chunk = 10
  const run = fc.record({
    sizes: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 12 }),
    picks: fc.infiniteStream(fc.nat()),
  })
  fc.assert(
    fc.property(run, ({ sizes, picks }) => {
      const budget = new BodyBudget(100)
      let bodies = sizes.map((chunks) => new TestBody(budget, chunks * chunk))
      const largest = Math.max(...sizes) * chunk
      while (bodies.length > 0) {
        const free = bodies.filter(({ waits }) => !waits)
        expect(free.length).toBeGreaterThan(0)
        const body = free[picks.next().value % free.length] as TestBody
        if (body.left > 0) {
          body.grow(chunk)
        } else {
          body.share.end()
          bodies = bodies.filter((other) => other !== body)
        }
        expect(budget.bytes).toBeLessThanOrEqual(100 + largest + chunk * sizes.length)
      }
      expect(budget.bytes).toBe(0)
    }),
  )
})
