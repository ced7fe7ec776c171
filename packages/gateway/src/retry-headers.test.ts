import { defineApi, platformErrors, Refusal } from '@topgate/contracts'
import { expect, it } from 'vitest'
import { handleCall } from './handle-call.ts'
import { declineHeaders, retryHeaders } from './retry-headers.ts'
import { formCall, goodParameters, signed, stepSync, testGateway } from './testing/test-gateway.ts'

async function headersOf(world: ReturnType<typeof testGateway>, changes = {}) {
  return (await handleCall(formCall(signed(goodParameters(changes))), world.gateway)).headers
}

it('tells a caller over his limit how many seconds to wait', async () => {
  const world = testGateway()
  world.waitS = 7
  expect(await headersOf(world)).toEqual({ 'X-Topgate-Retry': 'after=7', 'Retry-After': '7' })
})

it('tells a program that a wrong call stays wrong', async () => {
  expect(await headersOf(testGateway(), { step: '' })).toEqual({ 'X-Topgate-Retry': 'never' })
})

it('says that an expired session needs a new one', async () => {
  const world = testGateway()
  world.session = { ...world.session, expiresMs: 0 }
  expect(await headersOf(world)).toEqual({ 'X-Topgate-Retry': 'new-session' })
})

it('lets the same request be sent again exactly when the failure is on our side', () => {
  for (const [name, { code, subCode = '' }] of Object.entries(platformErrors)) {
    const isOurs = subCode.startsWith('isp.') || code === 10
    const { 'X-Topgate-Retry': retry } = retryHeaders(new Refusal(name as 'parameter-error'))
    expect([name, retry === 'same-request']).toEqual([name, isOurs])
  }
})

it('speaks for the answer in which an API says no, and not for a success', async () => {
  const world = testGateway()
  world.handler = { run: async () => ({ answer: { ok: false, code: 'E1' }, effect: 'none' }) }
  expect(await headersOf(world)).toEqual({ 'X-Topgate-Retry': 'never' })
  world.handler = { run: async () => ({ answer: { ok: true }, effect: 'new' }) }
  expect(await headersOf(world)).toBeUndefined()
})

it('knows from the contract which declines may pass', () => {
  const about = { zh: '稍后', en: 'later' }
  const passing = { where: 'answer', code: 'BUSY', about, remedy: about, retry: 'later' } as const
  const api = defineApi({ ...stepSync, errors: [passing] })
  expect(declineHeaders(api, 'BUSY')).toEqual({ 'X-Topgate-Retry': 'after=1', 'Retry-After': '1' })
  expect(declineHeaders(api, 'OTHER')).toEqual({ 'X-Topgate-Retry': 'never' })
})
