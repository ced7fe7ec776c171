import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import type { AddressList } from '@topgate/gateway'
import type { ConsentTerms } from '@topgate/services'
import { type MasterKeys, StartRefusal, singleMasterKey } from '@topgate/storage'
import { addressList } from './address-list.ts'
import { readKeyFile, readLogInKey } from './key-file.ts'
import { type Limits, limitSettings } from './limit-settings.ts'
import { listOf, settings } from './settings.ts'

/** Everything that an installation can set, as the rest of the server sees it. */
export interface Config {
  readonly mode: 'sandbox' | 'production'
  readonly host: string
  readonly port: number
  readonly adminPort: number
  readonly dataDir: string
  /** `postgres://…`; null: the embedded database in `dataDir`. */
  readonly databaseUrl: string | null
  readonly masterKey: MasterKeys
  readonly backendErrorCode: 50 | 15
  /** Proxies whose word about the caller's address counts; null: none. */
  readonly trustedProxies: AddressList | null
  readonly limits: Limits
  readonly logLevel: string
  /** The collector that spans are sent to; null: no traces. */
  readonly tracesUrl: string | null
  /** Where users log in before they are asked; null: nowhere, so only a sandbox can ask them. */
  readonly logIn: LogInSettings | null
  /** How long codes, session keys and refresh tokens live. */
  readonly consent: ConsentTerms
}

/** The owner's own site, which says who a user is. */
export interface LogInSettings {
  readonly url: string
  /** Shared with that site alone. */
  readonly key: Uint8Array
}

/** Variables of the test suite; a server that a test starts inherits them. */
const TEST_PREFIX = 'TOPGATE_TEST_'
const CONFIG_FILE_ENV = 'TOPGATE_CONFIG'

/** What a sandbox encrypts with, published here so that sandbox nodes can share a database. */
const SANDBOX_MASTER_KEY = singleMasterKey(Buffer.from('topgate sandbox, no secret here!'))

type Environment = Readonly<Record<string, string | undefined>>
type Flags = Readonly<Record<string, string | undefined>>

/**
 * Reads the settings once into a typed value. Throws a `StartRefusal` that names every unknown or
 * bad setting, what it must be and where it came from.
 */
export function readConfig(flags: Flags = {}, env: Environment = process.env): Config {
  const troubles: string[] = []
  const file = readFile(flags.config ?? env[CONFIG_FILE_ENV], troubles)
  for (const name of Object.keys(env)) {
    const isOurs = name.startsWith('TOPGATE_') && !name.startsWith(TEST_PREFIX)
    if (isOurs && name !== CONFIG_FILE_ENV && !settings.some((setting) => setting.env === name)) {
      troubles.push(`${name} (environment): there is no such setting${nearest(name)}`)
    }
  }
  const values = new Map<string, string>()
  for (const { name, env: variable, fallback, isSecret, check } of settings) {
    const [value, source] =
      flags[name] !== undefined
        ? [flags[name], `--${name}`]
        : env[variable] !== undefined
          ? [env[variable], variable]
          : file[name] !== undefined
            ? [file[name], `${name} in the settings file`]
            : [fallback, name]
    const trouble = check(value)
    const shown = isSecret ? '' : `=${value}`
    if (trouble !== undefined) troubles.push(`${source}${shown}: ${trouble}`)
    values.set(name, value)
  }
  const port = values.get('port')
  if (port === values.get('admin-port') && port !== '0') {
    troubles.push(`port and admin-port are both ${port}: give partners and operators one each`)
  }
  if (troubles.length > 0) throw new StartRefusal(`Bad settings:\n  ${troubles.join('\n  ')}`)
  return configOf(values)
}

function configOf(values: ReadonlyMap<string, string>): Config {
  const get = (name: string) => values.get(name) ?? ''
  const mode = get('mode') === 'production' ? 'production' : 'sandbox'
  return {
    mode,
    host: get('host'),
    port: Number(get('port')),
    adminPort: Number(get('admin-port')),
    dataDir: resolve(get('data-dir')),
    databaseUrl: get('database-url') === '' ? null : get('database-url'),
    masterKey: readMasterKey(mode, get('master-key-file'), resolve(get('data-dir'))),
    backendErrorCode: get('backend-error-code') === '15' ? 15 : 50,
    trustedProxies: proxiesOf(get('trusted-proxies')),
    limits: limitsOf(get),
    logLevel: get('log-level'),
    tracesUrl: get('traces-url') === '' ? null : get('traces-url'),
    logIn: readLogIn(get('login-url'), get('login-key-file'), resolve(get('data-dir'))),
    consent: {
      code_ms: Number(get('code-seconds')) * 1_000,
      session_ms: Number(get('session-hours')) * 3_600_000,
      refresh_ms: Number(get('refresh-days')) * 24 * 3_600_000,
    },
  }
}

function proxiesOf(value: string): AddressList | null {
  const networks = listOf(value)
  return networks.length === 0 ? null : addressList(networks)
}

function limitsOf(get: (name: string) => string): Limits {
  const entries = Object.entries(limitSettings)
  const values = entries.map(([member, { name }]) => [member, Number(get(name))])
  return Object.fromEntries(values) as Limits
}

function nearest(variable: string): string {
  const found = settings.find(({ env }) => env.replaceAll('_', '') === variable.replaceAll('_', ''))
  return found === undefined
    ? `; known are ${settings.map(({ env }) => env).join(', ')}`
    : `; did you mean ${found.env}?`
}

function readFile(path: string | undefined, troubles: string[]): Record<string, string> {
  if (path === undefined) return {}
  let parsed: unknown
  try {
    parsed = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    troubles.push(`settings file ${path}: ${error instanceof Error ? error.message : error}`)
    return {}
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    troubles.push(`settings file ${path}: must hold one JSON object`)
    return {}
  }
  const values: Record<string, string> = {}
  for (const [name, value] of Object.entries(parsed)) {
    if (!settings.some((setting) => setting.name === name)) {
      troubles.push(`${name} in ${path}: there is no such setting`)
    } else if (typeof value !== 'string' && typeof value !== 'number') {
      troubles.push(`${name} in ${path}: must be a text or a number`)
    } else {
      values[name] = String(value)
    }
  }
  return values
}

/** Production keys live in a file that only the server's user can read, outside the data. */
function readMasterKey(mode: Config['mode'], path: string, dataDir: string): MasterKeys {
  if (path === '') {
    if (mode === 'sandbox') return SANDBOX_MASTER_KEY
    throw new StartRefusal(
      'Production needs a master key. Make one with\n' +
        '  openssl rand -hex 32 > /etc/topgate.key && chmod 600 /etc/topgate.key\n' +
        'and set TOPGATE_MASTER_KEY_FILE to its path. Without this key nobody can read the data: ' +
        'keep a copy apart from the backups.',
    )
  }
  return readKeyFile(outsideData('master key', path, dataDir))
}

/** Both or neither: a page without a key could be imitated by anybody. */
function readLogIn(url: string, path: string, dataDir: string): LogInSettings | null {
  if (url === '' && path === '') return null
  if (url === '' || path === '') {
    throw new StartRefusal(
      'TOPGATE_LOGIN_URL and TOPGATE_LOGIN_KEY_FILE go together: the page where users log in, and ' +
        'the key by which it says who they are. Make a key with\n' +
        '  openssl rand -hex 32 > /etc/topgate-login.key && chmod 600 /etc/topgate-login.key\n' +
        'and give the same key to your site.',
    )
  }
  return { url, key: readLogInKey(outsideData('log-in key', path, dataDir)) }
}

function outsideData(what: string, path: string, dataDir: string): string {
  const file = resolve(path)
  if (realPath(file).startsWith(`${realPath(dataDir)}/`)) {
    throw new StartRefusal(
      `The ${what} file ${file} is inside the data directory: a copy of the data would hold ` +
        'its own key. Move it elsewhere.',
    )
  }
  return file
}

/** Links are followed, so that none of them leads around a rule about places. */
function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : path
}
