import { type Database, openVault, StorageFault, type Transaction } from '@topgate/storage'
import { expect, it } from 'vitest'
import { type BatchEvent, runBatch } from './run-batch.ts'
import { accept, decline, internalWrite, refuse, replay, type WriteCall } from './write.ts'

const app = { key: '1', profile: 'strict', owns: {}, biz_codes: [] } as const

function call(id: number, method = 'note.add'): WriteCall {
  return {
    id: BigInt(id),
    method,
    app,
    user_tag: null,
    request: {},
    received_ms: 0,
    deadline_ms: 1_000,
    signature: '',
    boundaries: '',
  }
}

/**
 * A store in memory behind the port: what a transaction saved counts only when it committed.
 * `faults` are thrown by the next commits, `poison` is an id that no batch can hold.
 */
function bench(options: { faults?: StorageFault[]; poison?: number } = {}) {
  const faults = [...(options.faults ?? [])]
  const stored: number[] = []
  const order: string[] = []
  const events: BatchEvent[] = []
  const pauses: number[] = []
  let loads = 0
  let pending: number[] = []
  const db = {
    dialect: 'sqlite',
    async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
      pending = []
      const result = await work({} as Transaction)
      const fault = faults.shift()
      if (fault !== undefined) throw fault
      stored.push(...pending)
      return result
    },
  } as unknown as Database
  const handlerOf = (method: string) =>
    internalWrite<unknown, string, Set<number>, number>(method, {
      async load() {
        loads += 1
        order.push(method)
        return new Set(stored)
      },
      decide(facts, { id }) {
        const number = Number(id)
        if (number === options.poison) throw new Error('defect')
        if (number < -100) return refuse('invalid-parameter', {}, number)
        if (number < 0) return refuse('signature-collision')
        if (number === 0) return decline('no')
        if (facts.has(number)) return replay(`again ${number}`)
        facts.add(number)
        return accept(`new ${number}`, number)
      },
      async save(_tx, changes) {
        pending.push(...changes)
      },
    })
  const tools = {
    db,
    vault: openVault({ masterKey: new Uint8Array(32) }),
    handlers: new Map(['note.add', 'a.first'].map((method) => [method, handlerOf(method)])),
    nowMs: () => 0,
    random: () => 0,
    pause: async (ms: number) => {
      pauses.push(ms)
    },
    report: (event: BatchEvent) => {
      events.push(event)
    },
  }
  return { tools, stored, order, events, pauses, loads: () => loads }
}

const conflict = () => new StorageFault('conflict', 'unique index')

it('says of each call what became of it, in the order of the calls', async () => {
  const { tools, stored } = bench()
  expect(await runBatch(tools, [call(1), call(0), call(-1), call(1)])).toEqual([
    { kind: 'answered', answer: 'new 1', effect: 'new' },
    { kind: 'answered', answer: 'no', effect: 'none' },
    { kind: 'refused', refusal: 'signature-collision', detail: {} },
    { kind: 'answered', answer: 'again 1', effect: 'none' },
  ])
  expect(stored).toEqual([1])
})

it('saves what a refusal leaves behind', async () => {
  const { tools, stored } = bench()
  expect(await runBatch(tools, [call(-101), call(-1)])).toEqual([
    { kind: 'refused', refusal: 'invalid-parameter', detail: {} },
    { kind: 'refused', refusal: 'signature-collision', detail: {} },
  ])
  expect(stored).toEqual([-101])
})

it('runs APIs in the order of their names, whatever the order of the calls', async () => {
  const { tools, order } = bench()
  await runBatch(tools, [call(1), call(2, 'a.first'), call(3)])
  expect(order).toEqual(['a.first', 'note.add'])
})

it('runs a batch again from load after a conflict, and never uses facts twice', async () => {
  const { tools, stored, loads, pauses } = bench({ faults: [conflict(), conflict()] })
  const outcomes = await runBatch(tools, [call(1), call(2)])
  expect(outcomes.map(({ kind }) => kind)).toEqual(['answered', 'answered'])
  expect(stored).toEqual([1, 2])
  expect(loads()).toBe(3)
  expect(pauses).toHaveLength(2)
})

it('splits after five retries, so that the rest of the batch gets through', async () => {
  const faults = Array.from({ length: 6 }, conflict)
  const { tools, stored, events } = bench({ faults })
  await runBatch(tools, [call(1), call(2)])
  expect(stored).toEqual([1, 2])
  expect(events.map(({ kind }) => kind)).toEqual([...Array(5).fill('retry'), 'split'])
})

it('lets one bad call fail alone', async () => {
  const { tools, stored } = bench({ poison: 3 })
  const outcomes = await runBatch(
    tools,
    [1, 2, 3, 4, 5].map((id) => call(id)),
  )
  expect(outcomes.map(({ kind }) => kind)).toEqual([
    'answered',
    'answered',
    'failed',
    'answered',
    'answered',
  ])
  expect(outcomes[2]).toEqual({ kind: 'failed', reason: 'defect' })
  expect(stored).toEqual([1, 2, 4, 5])
})

it.each([
  ['full', 'storage-full'],
  ['unavailable', 'storage-unavailable'],
  ['unknown-outcome', 'unknown-outcome'],
] as const)('does not repeat inside what failed as %s', async (kind, reason) => {
  const { tools, stored, loads } = bench({ faults: [new StorageFault(kind, 'gone')] })
  expect(await runBatch(tools, [call(1), call(2)])).toEqual([
    { kind: 'failed', reason },
    { kind: 'failed', reason },
  ])
  expect(loads()).toBe(1)
  expect(stored).toEqual([])
})

it('throws a failed sync on, so that nothing is acknowledged', async () => {
  const { tools } = bench({ faults: [new StorageFault('fatal', 'fdatasync')] })
  await expect(runBatch(tools, [call(1)])).rejects.toThrow('fdatasync')
})
