import { matchSignature } from '@topgate/protocol'
import { type Config, readConfig } from '@topgate/server'
import { describe, expect, it } from 'vitest'
import { testTerminal } from './testing/test-terminal.ts'
import { reachable, welcome } from './welcome.ts'

const config: Config = {
  ...readConfig({}, {}),
  mode: 'sandbox',
  host: '127.0.0.1',
  port: 8080,
  adminPort: 8081,
  dataDir: '/srv/topgate',
  databaseUrl: null,
  masterKey: { sealVersion: 1, keys: new Map(), lookupKey: new Uint8Array(32) },
  backendErrorCode: 50,
  logIn: null,
  consent: { code_ms: 60_000, session_ms: 86_400_000, refresh_ms: 2_592_000_000 },
  logLevel: 'info',
}
const addresses = {
  url: 'http://127.0.0.1:8080',
  operatorUrl: 'http://127.0.0.1:8081',
  setUpCode: null,
}
const { terminal } = testTerminal()

function greet(changes: Partial<Config> = {}, url = addresses.url): string {
  return welcome({ ...addresses, url }, { ...config, ...changes }, terminal)
}

describe('the greeting', () => {
  it('names the addresses, the mode and where the data lives', () => {
    const text = greet()
    expect(text).toContain('(sandbox)')
    expect(text).toContain('http://127.0.0.1:8080/router/rest\n')
    expect(text).toContain('http://127.0.0.1:8081/console\n')
    expect(text).toContain('/srv/topgate\n')
  })

  it('has the code that sets the first password, while there is none', () => {
    const setUpCode = 'K7QM-2XNB-9WDT'
    expect(welcome({ ...addresses, setUpCode }, config, terminal)).toContain(setUpCode)
    expect(greet()).not.toContain('set-up')
  })

  it('has a call of the sandbox app whose signature fits', () => {
    const pairs = greet().matchAll(/--data-urlencode '(\w+)=([^']*)'/g)
    const parameters = new Map(Array.from(pairs, ([, name = '', value = '']) => [name, value]))
    expect(parameters.get('timestamp')).toBe('2026-01-02 11:04:05')
    const secret = 'sandbox00000000000000000000000001'
    expect(matchSignature(parameters, secret, terminal.digests)).toBe('all')
  })

  it('says how to make a fresh call, with the address when it is not the usual one', () => {
    const command = 'npx topgate call alibaba.charity.useraction.sync --sample'
    expect(greet()).toContain(`${command}\n`)
    expect(greet({}, 'http://127.0.0.1:9000')).toContain(
      `${command} --url http://127.0.0.1:9000/router/rest\n`,
    )
  })

  it('has no sandbox app in production, which does not know it', () => {
    expect(greet({ mode: 'production' })).not.toMatch(/curl|10000001/)
  })

  it('names the database without what may be a credential', () => {
    const databaseUrl = 'postgres://user:hidden@db.example:5432/topgate?password=hidden'
    const text = greet({ databaseUrl })
    expect(text).toContain('PostgreSQL, db.example:5432/topgate\n')
    expect(text).not.toContain('hidden')
  })

  it.each([
    ['http://0.0.0.0:8080', 'http://127.0.0.1:8080'],
    ['http://[::]:8080', 'http://127.0.0.1:8080'],
    ['http://10.0.0.0:8080', 'http://10.0.0.0:8080'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
  ])('reaches %s as %s', (url, reached) => {
    expect(reachable(url)).toBe(reached)
  })
})
