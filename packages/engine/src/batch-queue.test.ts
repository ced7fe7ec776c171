import { expect, it } from 'vitest'
import { BatchQueue } from './batch-queue.ts'
import type { Outcome, WriteCall } from './write.ts'

const app = { key: '1', profile: 'strict', owns: {}, biz_codes: [] } as const

function call(id: number, deadline_ms = 1_000): WriteCall {
  return {
    id: BigInt(id),
    method: 'a.b',
    app,
    user_tag: null,
    request: {},
    received_ms: 0,
    deadline_ms,
    signature: '',
    boundaries: '',
  }
}

/** A queue whose batches end when the test says so, and whose turns of the loop the test runs. */
function queueOf(options: { batchMax?: number; inFlightMax?: number; queueMax?: number } = {}) {
  const batches: { ids: number[]; end: (outcomes?: Outcome[]) => void; fail: () => void }[] = []
  const deferred: (() => void)[] = []
  const broken: unknown[] = []
  const clock = { nowMs: 0 }
  const queue = new BatchQueue({
    batchMax: 512,
    inFlightMax: 1,
    queueMax: 100,
    ...options,
    nowMs: () => clock.nowMs,
    defer: (task) => deferred.push(task),
    onBroken: (cause) => broken.push(cause),
    run: (calls) =>
      new Promise((resolve, reject) => {
        const answered = calls.map(
          ({ id }): Outcome => ({ kind: 'answered', answer: Number(id), effect: 'new' }),
        )
        batches.push({
          ids: calls.map(({ id }) => Number(id)),
          end: (outcomes = answered) => resolve(outcomes),
          fail: () => reject(new Error('sync failed')),
        })
      }),
  })
  const turn = async () => {
    for (const task of deferred.splice(0)) task()
    for (let tick = 0; tick < 5; tick += 1) await Promise.resolve()
  }
  return { queue, batches, clock, broken, turn }
}

it('runs the calls of one turn as one batch and answers each with its own outcome', async () => {
  const { queue, batches, turn } = queueOf()
  const answers = [queue.submit(call(1)), queue.submit(call(2))]
  await turn()
  expect(batches.map(({ ids }) => ids)).toEqual([[1, 2]])
  batches[0]?.end()
  expect(await Promise.all(answers)).toEqual([
    { kind: 'answered', answer: 1, effect: 'new' },
    { kind: 'answered', answer: 2, effect: 'new' },
  ])
})

it('collects what arrives while a batch runs, up to the batch limit', async () => {
  const { queue, batches, turn } = queueOf({ batchMax: 2 })
  for (let id = 1; id <= 4; id += 1) void queue.submit(call(id))
  await turn()
  expect(batches.map(({ ids }) => ids)).toEqual([[1, 2]])
  batches[0]?.end()
  await turn()
  await turn()
  expect(batches.map(({ ids }) => ids)).toEqual([
    [1, 2],
    [3, 4],
  ])
})

it('starts the next batch before it gives out the answers of the last one', async () => {
  const { queue, batches, turn } = queueOf({ batchMax: 1 })
  const order: string[] = []
  const answered = queue.submit(call(1)).then(() => order.push(`answered ${batches.length}`))
  void queue.submit(call(2))
  await turn()
  batches[0]?.end()
  await answered
  expect(order).toEqual(['answered 2'])
})

it('keeps two batches in flight where it may', async () => {
  const { queue, batches, turn } = queueOf({ batchMax: 1, inFlightMax: 2 })
  for (let id = 1; id <= 3; id += 1) void queue.submit(call(id))
  await turn()
  expect(batches.map(({ ids }) => ids)).toEqual([[1], [2]])
})

it('refuses at once when it is full', async () => {
  const { queue } = queueOf({ queueMax: 1 })
  void queue.submit(call(1))
  expect(await queue.submit(call(2))).toEqual({ kind: 'failed', reason: 'busy' })
  expect(queue.state().dropped).toBe(1)
})

it('drops a call unstarted whose deadline passes while it waits', async () => {
  const { queue, batches, clock, turn } = queueOf()
  const late = queue.submit(call(1, 500))
  const inTime = queue.submit(call(2, 501))
  clock.nowMs = 500
  await turn()
  expect(await late).toEqual({ kind: 'failed', reason: 'timeout' })
  expect(batches.map(({ ids }) => ids)).toEqual([[2]])
  batches[0]?.end()
  expect((await inTime).kind).toBe('answered')
})

it('answers a call that takes too long, and does not answer it twice', async () => {
  const { queue, batches, clock, turn } = queueOf()
  const slow = queue.submit(call(1, 500))
  await turn()
  clock.nowMs = 501
  queue.expire()
  expect(await slow).toEqual({ kind: 'failed', reason: 'timeout' })
  batches[0]?.end()
  await queue.drained()
  expect(queue.state().inFlight).toBe(0)
})

it('acknowledges nothing of a batch that broke, and says so to its owner', async () => {
  const { queue, batches, broken, turn } = queueOf()
  const answer = queue.submit(call(1))
  await turn()
  batches[0]?.fail()
  expect(await answer).toEqual({ kind: 'failed', reason: 'unknown-outcome' })
  expect(broken).toHaveLength(1)
})

it('is drained only when nothing waits and nothing runs', async () => {
  const { queue, batches, turn } = queueOf()
  void queue.submit(call(1))
  let drained = false
  const done = queue.drained().then(() => {
    drained = true
  })
  await turn()
  expect(drained).toBe(false)
  batches[0]?.end()
  await done
  expect(drained).toBe(true)
})
