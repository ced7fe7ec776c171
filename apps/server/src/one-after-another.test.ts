import { expect, it } from 'vitest'
import { oneAfterAnother } from './one-after-another.ts'

it('ends only when the run before has ended, too', async () => {
  const seen: string[] = []
  let finishFirst = () => {}
  const tasks = [() => new Promise<void>((resolve) => (finishFirst = resolve)), async () => {}]
  const run = oneAfterAnother(() => tasks.shift()?.() ?? Promise.resolve())
  const first = run().then(() => seen.push('first'))
  const second = run().then(() => seen.push('second'))
  await Promise.resolve()
  await Promise.resolve()
  expect(seen).toEqual([])
  finishFirst()
  await Promise.all([first, second])
  expect(seen).toEqual(['first', 'second'])
})

it('goes on after a run that failed', async () => {
  const tasks = [() => Promise.reject(new Error('away')), async () => {}]
  const run = oneAfterAnother(() => tasks.shift()?.() ?? Promise.resolve())
  await expect(run()).rejects.toThrow('away')
  await expect(run()).resolves.toBeUndefined()
})
