import { baseString, type SignMethod } from '@topgate/protocol'
import { describe, expect, it } from 'vitest'
import type { App } from '../ports.ts'
import { refusalOf } from '../testing/refusal-of.ts'
import {
  digests,
  goodParameters,
  SECRET,
  signed,
  testApp,
  testGateway,
} from '../testing/test-gateway.ts'
import { verifySignature } from './verify-signature.ts'

const sandbox = testGateway().gateway
const production = testGateway({ sandbox: false }).gateway
const methods: readonly SignMethod[] = ['md5', 'hmac', 'hmac-sha256']

const verify = (parameters: ReadonlyMap<string, string>, app = testApp(), gateway = production) =>
  verifySignature(parameters, app, gateway)

const refused = async (parameters: ReadonlyMap<string, string>, app: App = testApp()) =>
  (await refusalOf(() => verify(parameters, app))).name

describe.each(methods)('a call signed with %s', (sign_method) => {
  const call = signed(goodParameters({ sign_method }))

  it('is authentic, in upper-case and lower-case hex', () => {
    const upper = call.get('sign') ?? ''
    const lower = new Map(call).set('sign', upper.toLowerCase())
    expect(verify(call).signature).toBe(upper.toLowerCase())
    expect(verify(lower)).toEqual({ ...verify(call), parameters: lower })
  })

  it('is refused with 25 after any change', async () => {
    const more = new Map(call).set('note', 'x')
    const less = new Map(call)
    less.delete('session')
    for (const changed of [more, less, new Map(call).set('step', '{}'), signed(call, 'x')]) {
      expect(await refused(changed)).toBe('invalid-signature')
    }
  })
})

it('refuses a missing and an empty signature with 24', async () => {
  expect(await refused(goodParameters())).toBe('missing-signature')
  expect(await refused(goodParameters({ sign: '' }))).toBe('missing-signature')
})

it.each(['', 'HMAC', 'sha256', 'md5 '])('refuses sign_method %j with 25', async (sign_method) => {
  const call = signed(goodParameters({ sign_method: 'md5' })).set('sign_method', sign_method)
  expect(await refused(call)).toBe('invalid-signature')
})

it('takes both readings of empty values: with their names, and without', async () => {
  const parameters = goodParameters({ note: '', partner_id: '' })
  const skipping = baseString(parameters, { skipEmpty: true })
  expect(verify(signed(parameters)).signature).toHaveLength(64)
  const java = new Map(parameters).set('sign', digests.hmacSha256(SECRET, skipping))
  expect(verify(java).boundaries).toBe(verify(signed(parameters)).boundaries)
  const half = baseString(goodParameters({ note: '' }))
  const neither = new Map(parameters).set('sign', digests.hmacSha256(SECRET, half))
  expect(await refused(neither)).toBe('invalid-signature')
})

it('takes both secrets of a rotation, and the old one no longer once it is gone', async () => {
  const rotating = testApp({ secrets: ['new', 'old'] })
  for (const secret of ['new', 'old']) verify(signed(goodParameters(), secret), rotating)
  expect(await refused(signed(goodParameters(), 'older'), rotating)).toBe('invalid-signature')
  const rotated = testApp({ secrets: ['new'] })
  expect(await refused(signed(goodParameters(), 'old'), rotated)).toBe('invalid-signature')
})

describe('the weakest method that an app allows', () => {
  it.each([
    ['md5', ['md5', 'hmac', 'hmac-sha256']],
    ['hmac', ['hmac', 'hmac-sha256']],
    ['hmac-sha256', ['hmac-sha256']],
  ] as const)('%s lets %j through', async (minSignMethod, allowed) => {
    const app = testApp({ minSignMethod })
    for (const sign_method of methods) {
      const call = signed(goodParameters({ sign_method }))
      const name = await refusalOf(() => verify(call, app)).then(
        (refusal) => refusal.name,
        () => 'accepted',
      )
      const isAllowed = allowed.some((method) => method === sign_method)
      expect(name).toBe(isAllowed ? 'accepted' : 'weak-sign-method')
    }
  })

  it('is told only to who has the secret', async () => {
    const app = testApp({ minSignMethod: 'hmac-sha256' })
    const guessed = signed(goodParameters({ sign_method: 'md5' }), 'guess')
    expect(await refused(guessed, app)).toBe('invalid-signature')
  })
})

describe('the boundaries of a call', () => {
  const boundariesOf = (changes: Record<string, string>) =>
    verify(signed(goodParameters(changes))).boundaries

  it('tell two maps apart that are signed as the same text', () => {
    const split = goodParameters({ note: 'a', open_id: 'b' })
    const joined = goodParameters({ note: 'aopen_idb' })
    expect(baseString(split)).toBe(baseString(joined))
    expect(boundariesOf({ note: 'a', open_id: 'b' })).not.toBe(boundariesOf({ note: 'aopen_idb' }))
    const left = { ab: 'c' }
    const right = { a: 'bc' }
    expect(baseString(goodParameters(left))).toBe(baseString(goodParameters(right)))
    expect(boundariesOf(left)).not.toBe(boundariesOf(right))
  })

  it('are the same whatever the order of arrival and with empty parameters added', () => {
    const backwards = new Map([...signed(goodParameters())].reverse())
    expect(verify(backwards).boundaries).toBe(boundariesOf({}))
    expect(boundariesOf({ note: '' })).toBe(boundariesOf({}))
  })

  it('hold no value of a parameter', () => {
    expect(boundariesOf({ note: 'alice' })).not.toContain('alice')
  })
})

it('says why in a sandbox and gives the same text for all causes in production', async () => {
  const calls = [
    signed(goodParameters(), 'guess'),
    signed(goodParameters()).set('sign_method', 'md5'),
    signed(goodParameters()).set('sign', 'nonsense'),
  ]
  for (const call of calls) {
    const open = await refusalOf(() => verify(call, testApp(), sandbox))
    expect(open.detail.subMsg).toMatch(/sign|AppSecret/)
    const closed = await refusalOf(() => verify(call))
    expect(closed).toEqual({ name: 'invalid-signature', detail: {} })
  }
})
