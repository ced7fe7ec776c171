import { expect, it } from 'vitest'
import { handleCall } from './handle-call.ts'
import { SourceGuard } from './source-guard.ts'
import {
  formCall,
  goodParameters,
  NOW_MS,
  signed,
  testApp,
  testGateway,
} from './testing/test-gateway.ts'

const MALLORY = '198.51.100.7'

function guessing(guard: SourceGuard, calls: number, atMs = NOW_MS) {
  for (let call = 0; call < calls; call += 1) guard.count(MALLORY, atMs)
}

it('bears refused calls up to its limit and then shuts the source out until the minute ends', () => {
  const guard = new SourceGuard(3)
  guessing(guard, 2)
  expect(guard.waitS(MALLORY, NOW_MS)).toBeUndefined()
  guessing(guard, 1, NOW_MS + 10_000)
  expect(guard.waitS(MALLORY, NOW_MS + 10_000)).toBe(50)
  expect(guard.waitS(MALLORY, NOW_MS + 59_999)).toBe(1)
  expect(guard.waitS(MALLORY, NOW_MS + 60_000)).toBeUndefined()
})

it('counts each minute for itself', () => {
  const guard = new SourceGuard(3)
  guessing(guard, 2)
  guessing(guard, 2, NOW_MS + 60_000)
  expect(guard.waitS(MALLORY, NOW_MS + 60_000)).toBeUndefined()
})

it('holds nobody else to account', () => {
  const guard = new SourceGuard(1)
  guessing(guard, 5)
  expect(guard.waitS('198.51.100.8', NOW_MS)).toBeUndefined()
})

it('remembers a bounded number of sources and goes on guarding', () => {
  const guard = new SourceGuard(1)
  for (let source = 0; source <= 100_000; source += 1) guard.count(`2001:db8::${source}`, NOW_MS)
  guard.count(MALLORY, NOW_MS)
  expect(guard.waitS(MALLORY, NOW_MS)).toBe(60)
})

it('lets a clock that steps back shut nobody out for longer than a minute', () => {
  const guard = new SourceGuard(1)
  guessing(guard, 1)
  expect(guard.waitS(MALLORY, NOW_MS - 3_600_000)).toBeUndefined()
})

it('answers 7 to a guesser before it reads his call, and takes nothing of the limits of the app', async () => {
  const world = testGateway({ sourceRefusalsMax: 2 })
  const send = (sign?: string) => {
    const parameters = signed(goodParameters())
    if (sign !== undefined) parameters.set('sign', sign)
    return handleCall(formCall(parameters, { peer: MALLORY }), world.gateway)
  }
  let counted = 0
  world.app = testApp({ limits: { perSecond: 1, perDay: 1, perApi: new Map(), perUser: {} } })
  world.take = () => {
    counted += 1
    return undefined
  }
  const wrong = 'F'.repeat(64)
  for (const _ of [1, 2]) expect((await send(wrong)).body).toContain('"code":25')
  const { body, headers } = await send()
  expect(body).toMatch(
    /"code":7.*limited-by-dynamic-access-count.*ban will last for 60 more seconds/,
  )
  expect(headers).toEqual({ 'X-Topgate-Retry': 'after=60', 'Retry-After': '60' })
  expect(counted).toBe(0)
  const other = formCall(signed(goodParameters()))
  expect((await handleCall(other, world.gateway)).body).not.toContain('error_response')
  expect(counted).toBe(1)
})
