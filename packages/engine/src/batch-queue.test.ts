import { describe, expect, it } from 'vitest'
import { BatchQueue, type QueueOptions } from './batch-queue.ts'
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

type Limits = Pick<QueueOptions, 'batchMax' | 'inFlightMax' | 'aheadMax' | 'queueMax' | 'waitMsMax'>

/** A queue whose batches end when the test says so, and whose turns of the loop the test runs. */
function queueOf(options: Partial<Limits> = {}) {
  const batches: { ids: number[]; end: (outcomes?: Outcome[]) => void; fail: () => void }[] = []
  const deferred: (() => void)[] = []
  const broken: unknown[] = []
  const clock = { nowMs: 0 }
  const queue = new BatchQueue({
    batchMax: 512,
    inFlightMax: 1,
    aheadMax: 0,
    queueMax: 100,
    waitMsMax: 500,
    ...options,
    nowMs: () => clock.nowMs,
    elapsedMs: () => clock.nowMs,
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

describe('a batch is sent ahead', () => {
  /** With 20 calls running. */
  async function busyQueue() {
    const tools = queueOf({ aheadMax: 1 })
    let last = 0
    const arrive = async (count: number) => {
      for (let n = 0; n < count; n += 1) void tools.queue.submit(call(++last))
      await tools.turn()
    }
    const sizes = () => tools.batches.map(({ ids }) => ids.length)
    await arrive(20)
    expect(sizes()).toEqual([20])
    return { ...tools, arrive, sizes }
  }

  it('when as many calls wait as run, and never a second one', async () => {
    const { arrive, sizes } = await busyQueue()
    await arrive(19)
    expect(sizes()).toEqual([20])
    await arrive(1)
    expect(sizes()).toEqual([20, 20])
    await arrive(60)
    expect(sizes()).toEqual([20, 20])
  })

  it('by a call that arrives, so that those whose batch has ended can join it', async () => {
    const { arrive, batches, sizes, turn } = await busyQueue()
    await arrive(20)
    await arrive(20)
    batches[0]?.end()
    await turn()
    expect(sizes()).toEqual([20, 20])
    await arrive(15)
    expect(sizes()).toEqual([20, 20, 35])
  })

  it('only where so many call at once that it is worth a sync of its own', async () => {
    const { queue, batches, turn } = queueOf({ aheadMax: 1 })
    void queue.submit(call(1))
    await turn()
    for (let id = 2; id <= 16; id += 1) void queue.submit(call(id))
    await turn()
    expect(batches).toHaveLength(1)
    void queue.submit(call(17))
    await turn()
    expect(batches).toHaveLength(2)
  })
})

it('starts what is left, however small, when nothing runs any more', async () => {
  const { queue, batches, turn } = queueOf({ aheadMax: 1 })
  for (const id of [1, 2, 3, 4]) void queue.submit(call(id))
  await turn()
  const last = queue.submit(call(5))
  batches[0]?.end()
  await turn()
  await turn()
  expect(batches[1]?.ids).toEqual([5])
  batches[1]?.end()
  expect(await last).toMatchObject({ answer: 5 })
  await queue.drained()
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

it('is drained when what waited came too late to begin', async () => {
  const { queue, batches, clock, turn } = queueOf()
  const answer = queue.submit(call(1, 10))
  const done = queue.drained()
  clock.nowMs = 10
  await turn()
  await done
  expect(await answer).toEqual({ kind: 'failed', reason: 'timeout' })
  expect(batches).toEqual([])
})

describe('a queue that takes long', () => {
  /** Learns that a batch of ten takes 100 ms, then holds one back while others come. */
  async function slowQueue() {
    const slow = queueOf({ batchMax: 10, queueMax: 1000 })
    for (let batch = 0; batch < 40; batch += 1) {
      for (let id = 1; id <= 10; id += 1) void slow.queue.submit(call(id, 1_000_000))
      await slow.turn()
      slow.clock.nowMs += 100
      slow.batches[batch]?.end()
      await slow.turn()
    }
    void slow.queue.submit(call(100, 1_000_000))
    await slow.turn()
    return slow
  }

  it('refuses a call that would wait over half a second', async () => {
    const { queue } = await slowQueue()
    const refused: number[] = []
    for (let id = 1; id <= 60; id += 1) {
      void queue.submit(call(id, 1_000_000)).then(({ kind }) => {
        if (kind === 'failed') refused.push(id)
      })
    }
    await Promise.resolve()
    expect(queue.state().waitMs).toBeGreaterThan(500)
    expect(queue.state().waiting).toBe(51)
    expect(refused).toEqual([52, 53, 54, 55, 56, 57, 58, 59, 60])
  })

  it.each([
    [20, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    [25, [16, 17, 18, 19, 20, 21, 22, 23, 24, 25]],
  ])('with %i calls of 10 ms each waiting runs these first: %j', async (waiting, first) => {
    const { queue, batches, clock, turn } = await slowQueue()
    for (let id = 1; id <= waiting; id += 1) void queue.submit(call(id, 1_000_000))
    clock.nowMs += 100
    batches.at(-1)?.end()
    await turn()
    expect(batches.at(-1)?.ids).toEqual(first)
  })

  it('refuses nobody while only a few wait', async () => {
    const { queue } = queueOf({ waitMsMax: 0 })
    for (let id = 1; id <= 16; id += 1) void queue.submit(call(id))
    expect(queue.state()).toMatchObject({ waiting: 16, dropped: 0 })
  })
})
