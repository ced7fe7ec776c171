import { describe, expect, it } from 'vitest'
import { SharedReads } from './shared-reads.ts'

function shared(freshMs = 100) {
  const clock = { ms: 0 }
  const asked: string[][] = []
  const store = new Map<string, number>()
  const gates: (() => void)[] = []
  const reads = new SharedReads<string, number>({
    async read(keys) {
      asked.push([...keys])
      const snapshot = new Map(store)
      await new Promise<void>((resolve) => gates.push(resolve))
      if (keys.includes('broken')) throw new Error('down')
      return snapshot
    },
    nameOf: (key) => key,
    freshMs,
    elapsedMs: () => clock.ms,
  })
  const nextRead = async () => {
    while (gates.length === 0) await new Promise((resolve) => setImmediate(resolve))
    gates.shift()?.()
  }
  return { reads, clock, asked, store, nextRead }
}

describe('shared reads', () => {
  it('ask the store once for all who ask in one turn', async () => {
    const { reads, asked, store, nextRead } = shared()
    store.set('a', 1)
    const found = Promise.all(['a', 'b', 'a'].map((key) => reads.find(key)))
    await nextRead()
    expect(await found).toEqual([1, undefined, 1])
    expect(asked).toEqual([['a', 'b']])
  })

  it('answer from memory while an answer is fresh, also that there is nothing', async () => {
    const { reads, clock, asked, store, nextRead } = shared()
    const first = reads.find('a')
    await nextRead()
    expect(await first).toBeUndefined()
    store.set('a', 1)
    clock.ms = 99
    expect(await reads.find('a')).toBeUndefined()
    clock.ms = 100
    const second = reads.find('a')
    await nextRead()
    expect(await second).toBe(1)
    expect(asked).toEqual([['a'], ['a']])
  })

  it('give whoever asks during a read what the next one finds', async () => {
    const { reads, asked, store, nextRead } = shared(0)
    const early = reads.find('a')
    while (asked.length === 0) await new Promise((resolve) => setImmediate(resolve))
    store.set('a', 2)
    const late = [reads.find('a'), reads.find('a')]
    await nextRead()
    await nextRead()
    expect(await early).toBeUndefined()
    expect(await Promise.all(late)).toEqual([2, 2])
    expect(asked).toHaveLength(2)
  })

  it('ask again for what was forgotten, also while it was being read', async () => {
    const { reads, asked, store, nextRead } = shared()
    const early = reads.find('a')
    while (asked.length === 0) await new Promise((resolve) => setImmediate(resolve))
    store.set('a', 1)
    reads.forget('a')
    await nextRead()
    expect(await early).toBeUndefined()
    const late = reads.find('a')
    await nextRead()
    expect(await late).toBe(1)
    store.set('a', 2)
    reads.forget('a')
    const last = reads.find('a')
    await nextRead()
    expect(await last).toBe(2)
  })

  it('tell a failure to those who shared the read, and go on', async () => {
    const { reads, store, nextRead } = shared()
    const broken = Promise.allSettled([reads.find('broken'), reads.find('a')])
    await nextRead()
    expect((await broken).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    store.set('a', 1)
    const again = reads.find('a')
    await nextRead()
    expect(await again).toBe(1)
  })

  it('ask for no more than 500 keys at once', async () => {
    const { reads, asked, nextRead } = shared()
    const found = Promise.all(Array.from({ length: 501 }, (_, key) => reads.find(String(key))))
    await nextRead()
    await nextRead()
    await found
    expect(asked.map(({ length }) => length)).toEqual([500, 1])
  })
})
