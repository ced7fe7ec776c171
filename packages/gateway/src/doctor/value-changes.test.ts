import { expect, it } from 'vitest'
import { jsonCompact, jsonSpaced, type ValueChange } from './value-changes.ts'

it.each<[string, ValueChange]>([
  ['compact', jsonCompact],
  ['spaced', jsonSpaced],
])('JSON is made %s in a time that depends on its length alone', (_, change) => {
  const text = `{"${'\\"'.repeat(32 * 1024)}`
  const started = process.threadCpuUsage()
  expect(change(text)).toBe(text)
  expect(process.threadCpuUsage(started).user).toBeLessThan(100_000)
})

it('leaves what stands between quotes as it is', () => {
  const text = '{ "a\\" : b" :[1 , "c d"]}'
  expect(jsonCompact(text)).toBe('{"a\\" : b":[1,"c d"]}')
  expect(jsonSpaced(text)).toBe('{"a\\" : b": [1, "c d"]}')
})
