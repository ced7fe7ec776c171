import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NOW_MS } from '../testing/test-gateway.ts'
import { NodeShares } from './shares.ts'

describe('the parts of a limit', () => {
  it('add up to exactly the limit, whatever is asked for and whenever', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 7 }),
        fc.integer({ min: 0, max: 86_400_000 }),
        (limit, rates, ms) => {
          const nodes = rates.map((_, node) => node)
          const demands = new Map([['a', rates.map((perSecond, node) => ({ node, perSecond }))]])
          const parts = nodes.map((own) => {
            const shares = new NodeShares()
            shares.deal(own, nodes, demands)
            return shares.part('a', limit, 1000, NOW_MS + ms)
          })
          expect(Math.min(...parts)).toBeGreaterThanOrEqual(0)
          expect(parts.reduce((sum, part) => sum + part)).toBe(limit)
        },
      ),
    )
  })

  it('are the whole limit for a node alone, and for all alike while nobody asks', () => {
    const shares = new NodeShares()
    expect(shares.part('a', 7, 1000, NOW_MS)).toBe(7)
    shares.deal(2, [1, 2, 3], new Map())
    expect(shares.part('a', 300, 1000, NOW_MS)).toBe(100)
  })

  it('leave room everywhere while less is asked for than is allowed', () => {
    const shares = new NodeShares()
    shares.deal(2, [1, 2], new Map([['a', [{ node: 1, perSecond: 40 }]]]))
    expect(shares.part('a', 100, 1000, NOW_MS)).toBe(30)
    shares.deal(2, [1, 2], new Map([['a', [{ node: 1, perSecond: 400 }]]]))
    expect(shares.part('a', 100, 1000, NOW_MS)).toBe(0)
  })
})
