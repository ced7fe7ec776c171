import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { StartRefusal, singleMasterKey } from '@topgate/storage'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { limitSettings } from './limit-settings.ts'
import { settings } from './settings.ts'

const limits = Object.values(limitSettings)
const variableOf = (name: string) => `TOPGATE_${name.toUpperCase().replaceAll('-', '_')}`

const HOUR_MS = 3_600_000

let directory = ''

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'topgate-config-'))
})
afterEach(() => rmSync(directory, { recursive: true }))

function file(name: string, content: string, mode = 0o600): string {
  const path = join(directory, name)
  writeFileSync(path, content)
  chmodSync(path, mode)
  return path
}

type Values = Readonly<Record<string, string>>

function refusal(flags: Values, env: Values = {}): string {
  try {
    readConfig(flags, env)
  } catch (error) {
    if (error instanceof StartRefusal) return error.message
    throw error
  }
  throw new Error('nothing was refused')
}

describe('a setting', () => {
  it('has a default: a sandbox on this machine alone', () => {
    expect(readConfig({}, {})).toMatchObject({
      mode: 'sandbox',
      host: '127.0.0.1',
      port: 8080,
      adminPort: 8081,
      dataDir: resolve('data'),
      databaseUrl: null,
      backendErrorCode: 50,
      tracesUrl: null,
      trustedProxies: null,
      limits: { sourceRefusalsMax: 600, appInFlightMax: 64 },
      logLevel: 'info',
      logIn: null,
      consent: { code_ms: 60_000, session_ms: 24 * HOUR_MS, refresh_ms: 30 * 24 * HOUR_MS },
    })
  })

  it('comes from the file before the default, the environment before both, flags before all', () => {
    const config = file('c.json', '{"host":"file","port":1,"admin-port":"1","log-level":"warn"}')
    const env = { TOPGATE_CONFIG: config, TOPGATE_PORT: '2', TOPGATE_ADMIN_PORT: '2' }
    expect(readConfig({ 'admin-port': '3' }, env)).toMatchObject({
      mode: 'sandbox',
      host: 'file',
      port: 2,
      adminPort: 3,
      logLevel: 'warn',
    })
  })

  it('that gives partners and operators the same port is refused', () => {
    const same = { port: '9000', 'admin-port': '9000' }
    expect(refusal(same)).toBe(
      'Bad settings:\n  port and admin-port are both 9000: give partners and operators one each',
    )
    expect(readConfig({ port: '0', 'admin-port': '0' }, {}).port).toBe(0)
  })

  it('file is named by the flag before the environment', () => {
    const flag = file('flag.json', '{"port":1}')
    const env = file('env.json', '{"port":2}')
    expect(readConfig({ config: flag }, { TOPGATE_CONFIG: env }).port).toBe(1)
  })

  it.each(settings.map(({ name, env }) => [name, env]))('%s has the variable %s', (name, env) => {
    expect(env).toBe(`TOPGATE_${name.toUpperCase().replaceAll('-', '_')}`)
  })

  it('can each be changed', () => {
    const env = {
      TOPGATE_MODE: 'production',
      TOPGATE_HOST: '::',
      TOPGATE_PORT: '0',
      TOPGATE_ADMIN_PORT: '9',
      TOPGATE_DATA_DIR: '/data',
      TOPGATE_DATABASE_URL: 'postgresql://db/x',
      TOPGATE_MASTER_KEY_FILE: file('key', 'ab'.repeat(32)),
      TOPGATE_BACKEND_ERROR_CODE: '15',
      TOPGATE_TRACES_URL: 'http://127.0.0.1:4318/v1/traces',
      TOPGATE_TRUSTED_PROXIES: '10.0.0.0/8, 2001:db8::1',
      TOPGATE_LOGIN_URL: 'https://shop.example/topgate-login?from=gate',
      TOPGATE_LOGIN_KEY_FILE: file('login-key', `${'cd'.repeat(32)}\n`),
      TOPGATE_SESSION_HOURS: '1',
      TOPGATE_REFRESH_DAYS: '2',
      TOPGATE_CODE_SECONDS: '30',
      TOPGATE_LOG_LEVEL: 'silent',
      ...Object.fromEntries(limits.map(({ name, max }) => [variableOf(name), String(max)])),
    }
    expect(Object.keys(env)).toEqual(settings.map((setting) => setting.env))
    expect(readConfig({}, env)).toEqual({
      mode: 'production',
      host: '::',
      port: 0,
      adminPort: 9,
      dataDir: '/data',
      databaseUrl: 'postgresql://db/x',
      masterKey: singleMasterKey(Buffer.alloc(32, 0xab)),
      backendErrorCode: 15,
      tracesUrl: 'http://127.0.0.1:4318/v1/traces',
      trustedProxies: expect.objectContaining({ patterns: ['10.0.0.0/8', '2001:db8::1'] }),
      logLevel: 'silent',
      limits: Object.fromEntries(
        Object.entries(limitSettings).map(([member, { max }]) => [member, max]),
      ),
      logIn: {
        url: 'https://shop.example/topgate-login?from=gate',
        key: Buffer.alloc(32, 0xcd),
      },
      consent: { code_ms: 30_000, session_ms: HOUR_MS, refresh_ms: 2 * 24 * HOUR_MS },
    })
  })
})

describe('a limit', () => {
  it.each(limits)(
    '$name is $fallback, and cannot leave its bounds',
    ({ name, min, max, fallback }) => {
      expect(fallback).toBeGreaterThanOrEqual(min)
      expect(fallback).toBeLessThanOrEqual(max)
      for (const good of [min, max]) readConfig({ [name]: String(good) }, {})
      for (const bad of [min - 1, max + 1]) {
        const words = `--${name}=${bad}: must be a whole number from ${min} to ${max}`
        expect(refusal({ [name]: String(bad) })).toContain(words)
      }
    },
  )
})

describe('trusted proxies', () => {
  it.each(['10.0.0.0/33', 'proxy.example', '10.0.0.1;10.0.0.2'])('are not %s', (value) => {
    expect(refusal({ 'trusted-proxies': value })).toContain('must be addresses or networks')
  })

  it('hold the addresses of their networks and no others', () => {
    const { trustedProxies } = readConfig({ 'trusted-proxies': '10.0.0.0/8' }, {})
    expect(trustedProxies?.holds('10.1.2.3')).toBe(true)
    expect(trustedProxies?.holds('::ffff:10.1.2.3')).toBe(true)
    expect(trustedProxies?.holds('11.1.2.3')).toBe(false)
  })
})

describe('bad settings', () => {
  it('are all named in one message, each with where it came from and what it must be', () => {
    const config = file('c.json', '{"log-level":"loud","prot":1,"host":true}')
    const env = { TOPGATE_PORT: '65536', TOPGATE_MODE: 'Production', TOPGATE_DATADIR: 'x' }
    expect(refusal({ config, 'backend-error-code': '51' }, env).split('\n')).toEqual([
      'Bad settings:',
      `  prot in ${config}: there is no such setting`,
      `  host in ${config}: must be a text or a number`,
      '  TOPGATE_DATADIR (environment): there is no such setting; did you mean TOPGATE_DATA_DIR?',
      '  TOPGATE_MODE=Production: must be one of sandbox, production',
      '  TOPGATE_PORT=65536: must be a port number, 0 to 65535 (0: any free port)',
      '  --backend-error-code=51: must be one of 50, 15',
      '  log-level in the settings file=loud: must be one of info, warn, error, silent',
    ])
  })

  it.each(['', '-1', '65536', '8080 ', '80.5', '0x50', '999999'])('are ports like %j', (port) => {
    expect(refusal({ port })).toContain(`--port=${port}: must be a port number`)
  })

  it.each(['0', '65535'])('are not ports like %s', (port) => {
    expect(readConfig({ port }, {}).port).toBe(Number(port))
  })

  it('are empty names of host and directory', () => {
    expect(refusal({ host: '', 'data-dir': '' })).toMatch(/--host=: must.*\n.*--data-dir=: must/)
  })

  it('never show the password of a database', () => {
    const message = refusal({}, { TOPGATE_DATABASE_URL: 'mysql://alice:hunter2@db/x' })
    expect(message).toContain('TOPGATE_DATABASE_URL: must be a postgres:// address')
    expect(message).not.toMatch(/alice|hunter2/)
  })

  it.each([
    ['no.json', undefined, 'ENOENT'],
    ['bad.json', '{"port":', 'JSON'],
    ['list.json', '[1]', 'must hold one JSON object'],
    ['null.json', 'null', 'must hold one JSON object'],
  ])('are a settings file like %s', (name, content, says) => {
    const path = content === undefined ? join(directory, name) : file(name, content)
    const message = refusal({ config: path })
    expect(message).toContain(`settings file ${path}: `)
    expect(message).toContain(says)
  })
})

describe('the environment', () => {
  it('may hold variables of others and of the test suite', () => {
    const env = { PATH: '/bin', TOPGATE_TEST_DATABASE_URL: 'x', XTOPGATE_PORT: 'x' }
    expect(readConfig({}, env).port).toBe(8080)
  })

  it('may not hold an unknown TOPGATE_ variable: a slip must not be silent', () => {
    expect(refusal({}, { TOPGATE_TESTING: '1' })).toMatch(
      /^Bad settings:\n {2}TOPGATE_TESTING \(environment\): there is no such setting; known are TOPGATE_MODE, /,
    )
  })
})

describe('the master key', () => {
  const hex = '0123456789abcdefABCDEF0123456789'.repeat(2)
  const production = (path: string, more: Values = {}) => ({
    mode: 'production',
    'data-dir': join(directory, 'data'),
    'master-key-file': path,
    ...more,
  })

  it('of a sandbox is published, the same for all, unless a file is named', () => {
    expect(readConfig({}, {}).masterKey).toEqual(readConfig({ port: '1' }, {}).masterKey)
    const own = readConfig({ 'master-key-file': file('key', hex) }, {}).masterKey
    expect(own).toEqual(singleMasterKey(Buffer.from(hex, 'hex')))
  })

  it('of production is read from its file, with or without a line end', () => {
    for (const text of [hex, `${hex}\n`]) {
      const { mode, masterKey } = readConfig(production(file('key', text)), {})
      expect(mode).toBe('production')
      expect(masterKey).toEqual(singleMasterKey(Buffer.from(hex, 'hex')))
    }
  })

  it('is demanded in production, with the commands that make one', () => {
    const message = refusal({ mode: 'production' })
    expect(message).toMatch(/openssl rand -hex 32.*chmod 600/)
    expect(message).toContain('TOPGATE_MASTER_KEY_FILE')
  })

  it.each([0o640, 0o604, 0o660, 0o620])('may not lie open to others (mode %o)', (mode) => {
    expect(refusal(production(file('key', hex, mode)))).toMatch(/chmod 600/)
  })

  it('may be readable by its owner alone', () => {
    expect(() => readConfig(production(file('key', hex, 0o400)), {})).not.toThrow()
  })

  it('may not lie inside the data directory, whatever the path to it', () => {
    mkdirSync(join(directory, 'data'))
    file('data/key', hex)
    symlinkSync(join(directory, 'data'), join(directory, 'link'))
    for (const path of ['data/key', 'data/../data/key', 'link/key']) {
      expect(refusal(production(join(directory, path)))).toContain('inside the data directory')
    }
    const linked = { 'data-dir': join(directory, 'link') }
    expect(refusal(production(join(directory, 'data/key'), linked))).toContain('inside the data')
  })

  it('may lie beside it', () => {
    expect(() => readConfig(production(file('data-key', hex)), {})).not.toThrow()
  })

  it.each(['', hex.slice(1), `${hex}0`, hex.replace('a', 'g'), `${hex}\n${hex}`])(
    'must be 64 hexadecimal digits, and is not shown when it is not (%#)',
    (text) => {
      const message = refusal(production(file('key', text)))
      expect(message).toContain('must hold 64 hexadecimal digits')
      expect(message).not.toContain('0123456789')
    },
  )

  it('must be there', () => {
    expect(refusal(production(join(directory, 'none')))).toContain('ENOENT')
  })
})

describe('the log-in of users', () => {
  const url = 'https://shop.example/login'
  const key = 'cd'.repeat(32)

  it('is a page and a key, or neither', () => {
    const path = file('login-key', key)
    expect(readConfig({ 'login-url': url, 'login-key-file': path }, {}).logIn?.url).toBe(url)
    expect(refusal({ 'login-url': url })).toContain('go together')
    expect(refusal({ 'login-key-file': path })).toContain('openssl rand -hex 32')
  })

  it.each(['ftp://shop.example/', 'shop.example', 'https://shop.example/#x'])(
    'is no page like %s',
    (bad) => {
      expect(refusal({ 'login-url': bad })).toContain('must be an http or https address')
    },
  )

  it('keeps its key from others, and out of messages', () => {
    const flags = (path: string) => ({ 'login-url': url, 'login-key-file': path })
    expect(refusal(flags(file('open', key, 0o644)))).toContain('Others can read the log-in key')
    const short = refusal(flags(file('short', 'cd'.repeat(31))))
    expect(short).toContain('64 hexadecimal digits')
    expect(short).not.toContain('cdcd')
    const inside = { ...flags(file('inside', key)), 'data-dir': directory }
    expect(refusal(inside)).toContain('inside the data directory')
  })
})
