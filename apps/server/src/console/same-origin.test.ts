import { describe, expect, it } from 'vitest'
import { isLocalHost, isOwnForm } from './same-origin.ts'

describe('the host of a request', () => {
  it.each(['127.0.0.1:8081', 'localhost:8081', '[::1]:8081', '127.0.0.1', 'LOCALHOST:9'])(
    'may be %s',
    (host) => {
      expect(isLocalHost(host)).toBe(true)
    },
  )

  it.each([
    undefined,
    '',
    'evil.example',
    'evil.example:8081',
    '127.0.0.1.evil.example:8081',
    'localhost.evil.example',
    'user@localhost:8081',
    '0.0.0.0:8081',
    '10.0.0.1:8081',
  ])('may not be %s', (host) => {
    expect(isLocalHost(host)).toBe(false)
  })
})

describe('the origin of a form', () => {
  const host = '127.0.0.1:8081'

  it('must be the address that it is sent to', () => {
    expect(isOwnForm({ host, origin: 'http://127.0.0.1:8081' })).toBe(true)
  })

  it.each([
    undefined,
    'null',
    '',
    'http://127.0.0.1:8080',
    'https://127.0.0.1:8081',
    'http://evil.example',
    'http://localhost:8081',
  ])('may not be %s', (origin) => {
    expect(isOwnForm({ host, origin })).toBe(false)
  })
})
