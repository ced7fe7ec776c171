import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { TurnBurst } from './turn-burst.ts'

it('runs the tasks of one turn together at its end, in their order', async () => {
  const burst = new TurnBurst()
  const seen: string[] = []
  burst.add(() => {
    seen.push('first')
    queueMicrotask(() => seen.push('what the first leads to'))
  })
  burst.add(() => seen.push('second'))
  expect(seen).toEqual([])
  await nextTurn()
  expect(seen).toEqual(['first', 'second', 'what the first leads to'])
})

it('leaves what its tasks add to the next turn', async () => {
  const burst = new TurnBurst()
  const seen: string[] = []
  burst.add(() => {
    seen.push('first')
    burst.add(() => seen.push('second'))
  })
  await nextTurn()
  expect(seen).toEqual(['first'])
  await nextTurn()
  expect(seen).toEqual(['first', 'second'])
})
