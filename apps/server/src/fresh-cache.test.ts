import { describe, expect, it } from 'vitest'
import { FreshCache } from './fresh-cache.ts'

/** A store of one value, with a clock; `null` makes the store fail. */
function testStore(first: string | undefined | null) {
  const world = { value: first, nowMs: 0, reads: 0 }
  const read = async (key: string) => {
    world.reads += 1
    if (world.value === null) throw new Error('no connection')
    return world.value === undefined ? undefined : `${key}=${world.value}`
  }
  const cache = new FreshCache<string>(read, () => world.nowMs)
  return { world, cache }
}

it('reads once for all who ask at the same time', async () => {
  const { world, cache } = testStore('1')
  const answers = await Promise.all(Array.from({ length: 100 }, () => cache.find('a')))
  expect(new Set(answers)).toEqual(new Set(['a=1']))
  expect(world.reads).toBe(1)
  world.nowMs = 2_000
  await Promise.all(Array.from({ length: 100 }, () => cache.find('a')))
  expect(world.reads).toBe(2)
})

it('sees a change after two seconds, not before', async () => {
  const { world, cache } = testStore('1')
  await cache.find('a')
  world.value = '2'
  world.nowMs = 1_999
  expect(await cache.find('a')).toBe('a=1')
  world.nowMs = 2_000
  expect(await cache.find('a')).toBe('a=2')
})

it('keeps for as long that there is nothing, and then finds what has come', async () => {
  const { world, cache } = testStore(undefined)
  expect(await cache.find('a')).toBeUndefined()
  world.value = '1'
  world.nowMs = 1_999
  expect(await cache.find('a')).toBeUndefined()
  expect(world.reads).toBe(1)
  world.nowMs = 2_000
  expect(await cache.find('a')).toBe('a=1')
})

it('keeps each key for itself', async () => {
  const { world, cache } = testStore('1')
  expect([await cache.find('a'), await cache.find('b')]).toEqual(['a=1', 'b=1'])
  expect(world.reads).toBe(2)
})

describe('while the store fails', () => {
  it('the last value counts for ten minutes and no longer', async () => {
    const { world, cache } = testStore('1')
    await cache.find('a')
    world.value = null
    for (world.nowMs = 2_000; world.nowMs <= 600_000; world.nowMs += 1_000) {
      expect(await cache.find('a')).toBe('a=1')
    }
    await expect(cache.find('a')).rejects.toThrow('no connection')
  })

  it('it is asked once a second, not by every call', async () => {
    const { world, cache } = testStore('1')
    await cache.find('a')
    world.value = null
    world.nowMs = 2_000
    await Promise.all([cache.find('a'), cache.find('a')])
    world.nowMs = 2_999
    await cache.find('a')
    expect(world.reads).toBe(2)
    world.nowMs = 3_000
    await cache.find('a')
    expect(world.reads).toBe(3)
  })

  it('its first good answer counts again', async () => {
    const { world, cache } = testStore('1')
    await cache.find('a')
    world.value = null
    world.nowMs = 2_000
    await cache.find('a')
    world.value = '2'
    world.nowMs = 3_000
    expect(await cache.find('a')).toBe('a=2')
    world.value = null
    world.nowMs = 3_000 + 600_000
    expect(await cache.find('a')).toBe('a=2')
  })

  it('a key that was never read fails at once, and is read again by the next call', async () => {
    const { world, cache } = testStore(null)
    await expect(cache.find('a')).rejects.toThrow('no connection')
    world.value = '1'
    expect(await cache.find('a')).toBe('a=1')
  })
})

it('holds 20,000 keys; when it is full, the oldest half goes', async () => {
  const { world, cache } = testStore('1')
  for (let key = 0; key < 20_000; key += 1) await cache.find(String(key))
  await cache.find('0')
  expect(world.reads).toBe(20_000)
  await cache.find('one more')
  await cache.find('10000')
  expect(world.reads).toBe(20_001)
  await cache.find('9999')
  expect(world.reads).toBe(20_002)
})
