import { type Leniency, Refusal } from '@topgate/contracts'
import { afterEach, describe, expect, it } from 'vitest'
import { BulkClient, type BulkLimits } from './bulk-client.ts'

const HOUSE = 'tmall.alihouse.customer.clue.out.invest.total.data.back.flow'
const NOW_MS = Date.UTC(2022, 3, 3, 2)

let opened: BulkClient[] = []
let reports: string[] = []

afterEach(async () => {
  await Promise.all(opened.map((bulk) => bulk.close()))
  opened = []
  reports = []
})

function open(module: string, limits: Partial<BulkLimits> = {}): BulkClient {
  const bulk = new BulkClient({
    module: new URL(module, import.meta.url),
    report: (message) => reports.push(message),
    limits,
  })
  opened.push(bulk)
  return bulk
}

/** The name of the refusal, or what was read. */
async function outcomeOf(reading: Promise<unknown>): Promise<unknown> {
  return reading.catch((cause: unknown) => (cause instanceof Refusal ? cause.name : cause))
}

describe('the thread that reads large calls', () => {
  const real = './bulk-thread.ts'
  const row = '{"id":1,"statisticsDate":"2022-04-02","aliUv":9007199254740993}'
  const read = (data: string) => {
    const req = JSON.stringify({ type: 1, data })
    return open(real).read(HOUSE, new Map([['req', req]]), NOW_MS, undefined)
  }

  it('binds and prepares as the main thread does', async () => {
    expect(await read(`[${row}]`)).toMatchObject({
      type: 1n,
      row_count: 1,
      rows: expect.stringContaining('9007199254740993'),
    })
  })

  it('tells what was forgiven a lenient app, and refuses a strict one', async () => {
    const parameters = new Map(
      Object.entries({ req: `{"type":1,"data":"[${row.replaceAll('"', '\\"')}]"}`, extra: '1' }),
    )
    const forgiven: Leniency[] = []
    const bulk = open(real)
    await bulk.read(HOUSE, parameters, NOW_MS, forgiven)
    expect(forgiven).toEqual(['undeclared-parameter:extra'])
    expect(await outcomeOf(bulk.read(HOUSE, parameters, NOW_MS, undefined))).toBe(
      'invalid-argument',
    )
  })

  it('refuses in the same words', async () => {
    const refusal = await read(`[${row},{"id":2}]`).catch((cause: unknown) => cause)
    expect(refusal).toBeInstanceOf(Refusal)
    expect(refusal).toMatchObject({
      name: 'invalid-parameter',
      detail: { subMsg: expect.stringContaining('第2行 statisticsDate') },
    })
  })
})

describe('reading large calls', () => {
  const strange = './testing/strange-bulk-thread.ts'
  const note = new Map([['note', 'n']])
  const good = { note: 'n' }

  it.each(['throw', 'exit', 'grow'])(
    'refuses the one call that ends the thread (%s), and reads the next',
    async (method) => {
      const bulk = open(strange, { heapMbMax: 64 })
      const calls = ['read', method, 'read'].map((name) => bulk.read(name, note, NOW_MS, undefined))
      expect(await Promise.all(calls.map(outcomeOf))).toEqual([good, 'service-error', good])
      expect(reports).toHaveLength(1)
    },
    30_000,
  )

  it('refuses a call that the thread does not end', async () => {
    const bulk = open(strange, { readMsMax: 50 })
    expect(await outcomeOf(bulk.read('silent', note, NOW_MS, undefined))).toBe('service-timeout')
  })

  it('gives the code of the thread its own time, and refuses when it never comes', async () => {
    const slow = open(strange, { readMsMax: 5_000, startMsMax: 1 })
    expect(await outcomeOf(slow.read('read', note, NOW_MS, undefined))).toBe('service-timeout')
    expect(reports).toEqual(['a large call was not read in time'])
  })

  it('holds a bounded number of calls and refuses more at once', async () => {
    const bulk = open(strange)
    const held = Array.from({ length: 33 }, () =>
      outcomeOf(bulk.read('read', note, NOW_MS, undefined)),
    )
    expect(await outcomeOf(bulk.read('read', note, NOW_MS, undefined))).toBe('service-unavailable')
    expect(await Promise.all(held)).toEqual(Array(33).fill(good))
  })

  it('lets no call wait when it is closed', async () => {
    const bulk = open(strange)
    const held = [
      bulk.read('silent', note, NOW_MS, undefined),
      bulk.read('read', note, NOW_MS, undefined),
    ].map(outcomeOf)
    await bulk.close()
    expect(await Promise.all(held)).toEqual(['service-unavailable', 'service-unavailable'])
    expect(await outcomeOf(bulk.read('read', note, NOW_MS, undefined))).toBe('service-unavailable')
    expect(reports).toEqual([])
  })
})
