import { expect, it } from 'vitest'
import { createGateway } from './gateway.ts'
import { SecretUses } from './secret-use.ts'
import { stepSync, testGateway } from './testing/test-gateway.ts'

it('is not made while an API has no handler', () => {
  const { ports } = testGateway().gateway
  const handlers = {
    get(method: string): never {
      throw new Error(`no handler for ${method}`)
    },
  }
  const inFlight = { ofNode: 1, ofApp: 1, ofStatistics: 1 }
  const options = {
    sandbox: true,
    backendErrorCode: 50,
    sourceRefusalsMax: 600,
    inFlight,
    secretUses: new SecretUses(),
  } as const
  const make = () => createGateway([stepSync], { ...ports, handlers }, options)
  expect(make).toThrow('no handler for test.step.sync')
})
