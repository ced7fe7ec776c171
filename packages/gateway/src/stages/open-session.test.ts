import type { SecurityClass } from '@topgate/contracts'
import { describe, expect, it } from 'vitest'
import type { ServedApi } from '../gateway.ts'
import { refusalOf } from '../testing/refusal-of.ts'
import {
  goodParameters,
  NOW_MS,
  SESSION,
  signed,
  stepSync,
  testGateway,
  toldSync,
} from '../testing/test-gateway.ts'
import { openSession } from './open-session.ts'
import { verifySignature } from './verify-signature.ts'

async function open(token: string | undefined, access: 'app' | 'session', world = testGateway()) {
  const { gateway } = world
  const parameters = goodParameters()
  if (token === undefined) parameters.delete('session')
  else parameters.set('session', token)
  const call = verifySignature(signed(parameters), world.app, gateway)
  const method = access === 'session' ? stepSync.method : toldSync.method
  return openSession(call, gateway.apis.get(method) as ServedApi, gateway, NOW_MS)
}

const refused = async (token: string | undefined, world = testGateway()) =>
  (await refusalOf(() => open(token, 'session', world))).name

describe('an API that needs a user', () => {
  it('learns whom the session belongs to', async () => {
    expect(await open(SESSION, 'session')).toBe('user')
  })

  it('refuses an absent and a blank session differently', async () => {
    expect(await refused(undefined)).toBe('missing-session')
    expect(await refused('')).toBe('blank-session')
  })
})

describe('an API that needs no user', () => {
  it.each([undefined, ''])('is called without a session (%j)', async (token) => {
    expect(await open(token, 'app')).toBe(null)
  })

  it('learns the user all the same, and refuses a bad session', async () => {
    expect(await open(SESSION, 'app')).toBe('user')
    expect((await refusalOf(() => open('nope', 'app'))).name).toBe('malformed-session')
  })
})

it.each([
  ['of 15 characters', 'a'.repeat(15), 'malformed-session'],
  ['of 16 characters', 'a'.repeat(16), 'unknown-session'],
  ['of 128 characters', 'a'.repeat(128), 'unknown-session'],
  ['of 129 characters', 'a'.repeat(129), 'malformed-session'],
  ['of spaces', '   ', 'malformed-session'],
  ['with SQL', "' OR 1=1 --", 'malformed-session'],
  ['with a space behind it', `${SESSION} `, 'malformed-session'],
  ['with a line end behind it', `${SESSION}\n`, 'malformed-session'],
  ['in another letter case', SESSION.toUpperCase(), 'unknown-session'],
])('refuses a session %s', async (_, token, name) => {
  expect(await refused(token)).toBe(name)
})

it('refuses a session at the very millisecond at which it expires', async () => {
  const world = testGateway()
  world.session = { ...world.session, expiresMs: NOW_MS + 1 }
  expect(await open(SESSION, 'session', world)).toBe('user')
  world.session = { ...world.session, expiresMs: NOW_MS }
  expect(await refused(SESSION, world)).toBe('expired-session')
})

it('refuses a revoked session exactly as one that never was', async () => {
  const world = testGateway()
  world.session = { ...world.session, revoked: true }
  expect(await refused(SESSION, world)).toBe('unknown-session')
})

it('refuses a session of another app without telling anything of it', async () => {
  const world = testGateway()
  world.session = { ...world.session, appKey: '29999999', userTag: 'alice', expiresMs: 0 }
  const refusal = await refusalOf(() => open(SESSION, 'session', world))
  expect(refusal).toEqual({ name: 'foreign-session', detail: {} })
})

describe('what the user has allowed', () => {
  const openWith = async (session: object, securityClass: SecurityClass = 'w1') => {
    const world = testGateway()
    world.session = { ...world.session, ...session }
    const api = world.gateway.apis.get(stepSync.method) as ServedApi
    const served = { ...api, contract: { ...api.contract, securityClass } }
    const call = verifySignature(signed(goodParameters()), world.app, world.gateway)
    return openSession(call, served, world.gateway, NOW_MS)
  }

  it('is enough when the package of the API is in it', async () => {
    expect(await openWith({ scopes: ['charity', 'insurance'] })).toBe('user')
    const refusal = await refusalOf(() => openWith({ scopes: ['charity'] }))
    expect(refusal.name).toBe('user-not-permitted')
    expect(refusal.detail.subMsg).toContain('insurance')
    expect((await refusalOf(() => openWith({ scopes: [] }))).name).toBe('user-not-permitted')
  })

  it.each(['r2', 'w2'] as const)('is too old for the class %s from its end on', async (risky) => {
    const ends = (ms: number) => ({ [`${risky}UntilMs`]: NOW_MS + ms })
    expect(await openWith(ends(1), risky)).toBe('user')
    expect((await refusalOf(() => openWith(ends(0), risky))).name).toBe('consent-too-old')
    expect(await openWith(ends(0), 'w1')).toBe('user')
    expect(await openWith({}, risky)).toBe('user')
  })

  it('is not asked for where no user is needed', async () => {
    const world = testGateway()
    world.session = { ...world.session, scopes: [], w2UntilMs: 0 }
    expect(await open(SESSION, 'app', world)).toBe('user')
  })
})
