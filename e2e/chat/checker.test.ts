import { describe, expect, it } from 'vitest'
import { verdict } from './checker.ts'
import type { Acknowledged, History } from './history.ts'

const said: readonly Acknowledged[] = [
  { session: 'a', writer: 1, number: 0, id: '10', stamp: 100 },
  { session: 'a', writer: 2, number: 0, id: '11', stamp: 101 },
  { session: 'a', writer: 1, number: 1, id: '12', stamp: 102 },
  { session: 'b', writer: 1, number: 0, id: '13', stamp: 100 },
]

/** The sound history with the messages of conversation `a` met otherwise. */
function historyOf(change: (seen: Acknowledged[]) => Acknowledged[]): History {
  const of = (session: string) => said.filter((message) => message.session === session)
  const met = new Map([
    ['a', change(of('a'))],
    ['b', of('b')],
  ])
  return { acknowledged: said, met }
}

const swapped = ([first, second, third]: Acknowledged[]) =>
  [second, first, third].filter((message) => message !== undefined)

describe('the checker of conversations', () => {
  it('finds nothing in a sound history', () => {
    expect(verdict(historyOf((seen) => seen))).toEqual([])
  })

  it.each<[string, (seen: Acknowledged[]) => Acknowledged[], RegExp]>([
    ['a message that was skipped', (seen) => seen.slice(1), /message 0 of writer 1 .* never met/],
    ['a message that was met twice', (seen) => [...seen, ...seen.slice(2)], /met twice/],
    [
      'a repeat that was stored as another message',
      (seen) => [...seen, ...seen.slice(2).map((one) => ({ ...one, id: '99', stamp: 103 }))],
      /message 1 of writer 1 was met as 99, which nobody was told/,
    ],
    [
      'equal stamps',
      (seen) => seen.map((one) => (one.id === '11' ? { ...one, stamp: 100 } : one)),
      /stamp 100 came after 100/,
    ],
    ['a stamp that fell', swapped, /stamp 100 came after 101/],
    [
      'messages of a writer in another order',
      (seen) => seen.map((one) => ({ ...one, number: one.writer === 1 ? 1 - one.number : 0 })),
      /message 0 of writer 1 came after 1/,
    ],
    [
      'another stamp than the one that was acknowledged',
      (seen) => seen.map((one) => (one.id === '12' ? { ...one, stamp: 105 } : one)),
      /message 1 of writer 1 was acknowledged, but never met/,
    ],
  ])('finds %s', (_what, change, trouble) => {
    const troubles = verdict(historyOf(change))
    expect(troubles.filter((found) => trouble.test(found))).not.toEqual([])
    expect(troubles.every((found) => found.startsWith('a: '))).toBe(true)
  })
})
