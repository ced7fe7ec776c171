import { platformErrors, Refusal, timeGet, userActionSync } from '@topgate/contracts'
import {
  type FailureReason,
  implementQuery,
  implementReading,
  internalWrite,
  type Outcome,
  type WriteCall,
} from '@topgate/engine'
import type { App, ReadyCall } from '@topgate/gateway'
import { apiServices, type CallGuard, type ServiceTools } from '@topgate/services'
import { openVault, StorageFault } from '@topgate/storage'
import { describe, expect, it } from 'vitest'
import { createHandlerTable } from './handlers.ts'

const write = internalWrite(userActionSync.method, {
  load: async () => undefined,
  decide: () => ({ kind: 'refuse', refusal: 'service-error', detail: {} }),
  save: async () => {},
})

const app: App = {
  key: '1',
  name: 'secret plans',
  status: 'enabled',
  group: 'formal',
  previousUntilMs: null,
  secrets: ['top secret'],
  minSignMethod: 'md5',
  profile: 'strict',
  limits: null,
  grants: new Map(),
  allows: null,
  owns: { charity_channel: 'C' },
  biz_codes: ['B'],
  redirectUris: [],
}

const call: ReadyCall = {
  id: 9n,
  app,
  userTag: 'user',
  request: { a: 1n },
  receivedMs: 1_000,
  signature: 'ff',
  boundaries: 'a:1',
  peer: '203.0.113.9',
  dryRun: false,
}

const lost = new StorageFault('unavailable', 'no connection')

const tools: ServiceTools = {
  db: { dialect: 'sqlite', ...away() },
  vault: openVault({ masterKey: new Uint8Array(32) }),
  nowMs: () => 1_000,
  elapsedMs: () => 0,
  pause: () => Promise.resolve(),
  isClosing: () => false,
  directory: (read) => ({ find: read }),
  alert() {},
}

/** A store that cannot be reached. */
function away() {
  const refuse = () => Promise.reject(lost)
  return { transaction: refuse, read: refuse, all: refuse, follow: refuse, close: refuse }
}

/** The handler of a write whose queue ends with `outcome`. */
function writing(outcome: Outcome, submitted: WriteCall[] = []) {
  const queue = {
    async submit(writeCall: WriteCall) {
      submitted.push(writeCall)
      return outcome
    },
  }
  return createHandlerTable([userActionSync], [{ handler: write }], queue, tools).get(write.method)
}

const queue = { submit: () => Promise.reject(new Error('not asked')) }

describe('contracts and services', () => {
  it('must pair up: a service without a contract is refused', () => {
    expect(() => createHandlerTable([timeGet], [{ handler: write }], queue, tools)).toThrow(
      `no contract for ${write.method}`,
    )
  })

  it('must pair up: a contract without a service is refused when it is looked for', () => {
    const table = createHandlerTable([userActionSync, timeGet], [{ handler: write }], queue, tools)
    expect(() => table.get(timeGet.method)).toThrow(`no handler for ${timeGet.method}`)
  })

  it('bring their own rules along', () => {
    const service = apiServices.find(({ invalid }) => invalid !== undefined)
    if (service === undefined) throw new Error('no service tells breaches in its answer')
    const contract = { ...userActionSync, method: service.handler.method }
    const handler = createHandlerTable([contract], [service], queue, tools).get(contract.method)
    expect(handler.invalid).toBe(service.invalid)
  })
})

describe('a write', () => {
  it('goes through the queue as plain data, without secrets, with its deadline', async () => {
    const submitted: WriteCall[] = []
    const answer = { ok: true }
    const handler = writing({ kind: 'answered', answer, effect: 'new' }, submitted)
    expect(await handler.run(call)).toEqual({ answer, effect: 'new' })
    expect(submitted).toEqual([
      {
        id: 9n,
        method: userActionSync.method,
        app: { key: '1', profile: 'strict', owns: { charity_channel: 'C' }, biz_codes: ['B'] },
        user_tag: 'user',
        request: { a: 1n },
        received_ms: 1_000,
        deadline_ms: 1_000 + userActionSync.deadlineMs,
        signature: 'ff',
        boundaries: 'a:1',
      },
    ])
    expect(structuredClone(submitted)).toEqual(submitted)
  })

  it('shares one object per app, so that a batch carries it once', async () => {
    const submitted: WriteCall[] = []
    const handler = writing({ kind: 'answered', answer: {}, effect: 'none' }, submitted)
    await handler.run(call)
    await handler.run(call)
    await handler.run({ ...call, app: { ...app } })
    expect(submitted[0]?.app).toBe(submitted[1]?.app)
    expect(submitted[0]?.app).not.toBe(submitted[2]?.app)
  })

  it('that was refused keeps its refusal', async () => {
    const detail = { subMsg: 'm', retryAfterS: 1 }
    const handler = writing({ kind: 'refused', refusal: 'app-call-limited', detail })
    await expect(handler.run(call)).rejects.toEqual(new Refusal('app-call-limited', detail))
  })

  const reasons: readonly (readonly [FailureReason, number, string])[] = [
    ['busy', 10, 'isp.top-remote-service-unavailable'],
    ['timeout', 50, 'isp.remote-service-timeout'],
    ['storage-full', 50, 'isp.remote-service-error'],
    ['storage-unavailable', 50, 'isp.remote-service-error'],
    ['unknown-outcome', 50, 'isp.remote-service-error'],
    ['defect', 50, 'isp.remote-service-error'],
  ]

  it.each(reasons)('that failed (%s) is refused with %d %s', async (reason, code, subCode) => {
    const refusal = await writing({ kind: 'failed', reason })
      .run(call)
      .catch((error: unknown) => error)
    if (!(refusal instanceof Refusal)) throw new Error('nothing was refused')
    expect(platformErrors[refusal.name]).toMatchObject({ code, subCode })
  })
})

it('answers a query at once, past the queue', async () => {
  const seen: unknown[] = []
  const handler = implementQuery(timeGet, (query) => {
    seen.push(query)
    return { time: 5 }
  })
  const table = createHandlerTable([timeGet], [{ handler }], queue, tools)
  expect(await table.get(timeGet.method).run(call)).toEqual({ answer: { time: 5 }, effect: 'none' })
  expect(seen).toEqual([
    {
      app: { key: '1', profile: 'strict', owns: app.owns, biz_codes: ['B'] },
      request: { a: 1n },
      received_ms: 1_000,
      peer: '203.0.113.9',
    },
  ])
})

describe('the guard of a service', () => {
  const answered: Outcome = { kind: 'answered', answer: { result: true }, effect: 'new' }
  function guarded(admit: CallGuard['admit'], submitted: WriteCall[] = []) {
    const queue = {
      submit: async (writeCall: WriteCall) => {
        submitted.push(writeCall)
        return answered
      },
    }
    const service = { handler: write, guard: () => ({ admit }) }
    return createHandlerTable([userActionSync], [service], queue, tools).get(write.method)
  }

  it('refuses a call before it is queued', async () => {
    const submitted: WriteCall[] = []
    const refusal = new Refusal('probe-limited')
    const handler = guarded(() => Promise.reject(refusal), submitted)
    await expect(handler.run(call)).rejects.toBe(refusal)
    expect(submitted).toEqual([])
  })

  it('sees the answer of a call that it let through', async () => {
    const seen: unknown[] = []
    const handler = guarded(
      async ({ id }) =>
        (answer) =>
          seen.push(id, answer),
    )
    await handler.run(call)
    expect(seen).toEqual([9n, { result: true }])
  })
})

it('tells the caller of a query to come back later when the store is away', async () => {
  const handler = implementReading(timeGet, ({ db }) => async () => {
    await db.all('SELECT 1', [], {})
    return { time: 5 }
  })
  const table = createHandlerTable([timeGet], [{ handler }], queue, tools)
  await expect(table.get(timeGet.method).run(call)).rejects.toMatchObject({ name: 'service-error' })
})
