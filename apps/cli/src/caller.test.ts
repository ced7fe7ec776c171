import { describe, expect, it } from 'vitest'
import { findCaller, gatewayUrl, isLoopback, sandboxSession } from './caller.ts'

describe('the address of the gateway', () => {
  it('is the flag, then TOP_URL, then the local one', () => {
    const env = { TOP_URL: 'https://b.example/router/rest' }
    expect(gatewayUrl('https://a.example/x', env).href).toBe('https://a.example/x')
    expect(gatewayUrl(undefined, env).href).toBe('https://b.example/router/rest')
    expect(gatewayUrl(undefined, {}).href).toBe('http://127.0.0.1:8080/router/rest')
  })

  it('gets the usual path when it has none', () => {
    expect(gatewayUrl('http://localhost:9000', {}).href).toBe('http://localhost:9000/router/rest')
  })

  it.each(['localhost:8080', 'ftp://a.example', 'a', 'http://user:pass@a.example'])(
    'is not %s',
    (text) => {
      expect(() => gatewayUrl(text, {})).toThrow(/address/)
    },
  )

  it.each([
    ['http://127.0.0.1:8080', true],
    ['http://127.9.9.9', true],
    ['http://localhost', true],
    ['http://[::1]:8080', true],
    ['http://127.0.0.1.example.com', false],
    ['http://128.0.0.1', false],
    ['http://localhost.example', false],
  ])('%s is on this machine: %s', (text, local) => {
    expect(isLoopback(new URL(text))).toBe(local)
  })
})

describe('the caller', () => {
  it('is the sandbox app on this machine', () => {
    expect(findCaller({}, {}, true)).toEqual({
      appKey: '10000001',
      secret: 'sandbox00000000000000000000000001',
    })
    expect(findCaller({ appKey: '10000009' }, {}, true).secret).toBe(
      'sandbox00000000000000000000000009',
    )
  })

  it('has to be told elsewhere', () => {
    expect(() => findCaller({}, {}, false)).toThrow('--app-key')
    expect(() => findCaller({ appKey: '10000001' }, {}, false)).toThrow('TOP_APP_SECRET')
    expect(() => findCaller({ appKey: '20000001' }, {}, true)).toThrow('TOP_APP_SECRET')
  })

  it('is taken from flags before the environment', () => {
    const env = { TOP_APP_KEY: 'k', TOP_APP_SECRET: 's' }
    expect(findCaller({}, env, true)).toEqual({ appKey: 'k', secret: 's' })
    expect(findCaller({ appKey: 'k', secret: 't' }, env, false).secret).toBe('t')
  })

  it('never signs for one key with the secret of another', () => {
    const env = { TOP_APP_KEY: 'k', TOP_APP_SECRET: 's' }
    expect(() => findCaller({ appKey: 'other' }, env, false)).toThrow('No secret')
    expect(findCaller({ appKey: '10000002' }, env, true).secret).toMatch(/^sandbox0+2$/)
  })

  it('has a published session only as a sandbox app with users', () => {
    expect(sandboxSession('10000001')).toBe(
      '6200sandbox0000000000000000000000000000000000000000000001',
    )
    expect(sandboxSession('10000003')).toBeUndefined()
  })
})
