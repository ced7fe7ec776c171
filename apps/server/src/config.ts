import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import type { AddressList } from '@topgate/gateway'
import { type ConsentTerms, isNetwork } from '@topgate/services'
import { type MasterKeys, StartRefusal, singleMasterKey } from '@topgate/storage'
import { addressList } from './address-list.ts'
import { readKeyFile, readLogInKey } from './key-file.ts'
import { type Limits, limitSettings } from './limit-settings.ts'

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

export interface Setting {
  readonly name: string
  readonly env: string
  readonly fallback: string
  readonly about: string
  /** May hold a password: messages never show the value. */
  readonly isSecret?: true
  /** A message that says what the value must be, or undefined when it is fine. */
  check(value: string): string | undefined
}

function oneOf(...values: readonly string[]): Setting['check'] {
  return (value) => (values.includes(value) ? undefined : `must be one of ${values.join(', ')}`)
}

function portNumber(value: string): string | undefined {
  const isPort = /^[0-9]{1,5}$/.test(value) && Number(value) <= 65_535
  return isPort ? undefined : 'must be a port number, 0 to 65535 (0: any free port)'
}

function wholeNumber(min: number, max: number): Setting['check'] {
  return (value) => {
    const fits = /^[0-9]{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max
    return fits ? undefined : `must be a whole number from ${min} to ${max}`
  }
}

function variableOf(name: string): string {
  return `TOPGATE_${name.toUpperCase().replaceAll('-', '_')}`
}

function anyText(): undefined {
  return undefined
}

function postgresUrl(value: string): string | undefined {
  if (value === '' || /^postgres(?:ql)?:\/\/./.test(value)) return undefined
  return 'must be a postgres:// address, or absent for the embedded database'
}

function httpsUrl(value: string): string | undefined {
  if (value === '') return undefined
  const url = URL.parse(value)
  const isGood = url !== null && /^https?:$/.test(url.protocol) && url.hash === ''
  return isGood ? undefined : 'must be an http or https address without a fragment'
}

/** The table of settings: defaults, then the settings file, then the environment, then flags. */
export const settings: readonly Setting[] = [
  {
    name: 'mode',
    env: 'TOPGATE_MODE',
    fallback: 'sandbox',
    about: 'sandbox: public test apps and plain-spoken errors; production: neither',
    check: oneOf('sandbox', 'production'),
  },
  {
    name: 'host',
    env: 'TOPGATE_HOST',
    fallback: '127.0.0.1',
    about: 'address that the gateway listens on',
    check: (value) => (value === '' ? 'must not be empty' : undefined),
  },
  {
    name: 'port',
    env: 'TOPGATE_PORT',
    fallback: '8080',
    about: 'port of the gateway',
    check: portNumber,
  },
  {
    name: 'admin-port',
    env: 'TOPGATE_ADMIN_PORT',
    fallback: '8081',
    about: 'port for operators; always on 127.0.0.1',
    check: portNumber,
  },
  {
    name: 'data-dir',
    env: 'TOPGATE_DATA_DIR',
    fallback: './data',
    about: 'directory of the embedded database',
    check: (value) => (value === '' ? 'must not be empty' : undefined),
  },
  {
    name: 'database-url',
    env: 'TOPGATE_DATABASE_URL',
    fallback: '',
    about: 'postgres://… to use PostgreSQL instead of the embedded database',
    isSecret: true,
    check: postgresUrl,
  },
  {
    name: 'master-key-file',
    env: 'TOPGATE_MASTER_KEY_FILE',
    fallback: '',
    about: 'file with 64 hexadecimal digits, or with several keys; production demands it',
    check: anyText,
  },
  {
    name: 'backend-error-code',
    env: 'TOPGATE_BACKEND_ERROR_CODE',
    fallback: '50',
    about: 'code of answers for failures behind the gateway: 50 as the pages print, or 15',
    check: oneOf('50', '15'),
  },
  {
    name: 'traces-url',
    env: 'TOPGATE_TRACES_URL',
    fallback: '',
    about:
      'OpenTelemetry collector for traces, such as http://127.0.0.1:4318/v1/traces; absent: none',
    check: (value) =>
      value === '' || /^https?:$/.test(URL.parse(value)?.protocol ?? '')
        ? undefined
        : 'must be an http or https address',
  },
  {
    name: 'trusted-proxies',
    env: 'TOPGATE_TRUSTED_PROXIES',
    fallback: '',
    about:
      'addresses or networks of your own proxies, with commas between: only behind them ' +
      'X-Forwarded-For says where a call comes from',
    check: (value) =>
      listOf(value).every(isNetwork)
        ? undefined
        : 'must be addresses or networks such as 10.0.0.0/8,192.0.2.7',
  },
  {
    name: 'login-url',
    env: 'TOPGATE_LOGIN_URL',
    fallback: '',
    about: 'page of your own site where users log in before they authorise an app',
    check: httpsUrl,
  },
  {
    name: 'login-key-file',
    env: 'TOPGATE_LOGIN_KEY_FILE',
    fallback: '',
    about: 'file with the key, 64 hexadecimal digits, by which your site signs who has logged in',
    check: anyText,
  },
  {
    name: 'session-hours',
    env: 'TOPGATE_SESSION_HOURS',
    fallback: '24',
    about: 'how long a session key lives that a user has granted',
    check: wholeNumber(1, 8_760),
  },
  {
    name: 'refresh-days',
    env: 'TOPGATE_REFRESH_DAYS',
    fallback: '30',
    about: 'how long a refresh token lives',
    check: wholeNumber(1, 365),
  },
  {
    name: 'code-seconds',
    env: 'TOPGATE_CODE_SECONDS',
    fallback: '60',
    about: 'how long an authorisation code lives',
    check: wholeNumber(10, 600),
  },
  {
    name: 'log-level',
    env: 'TOPGATE_LOG_LEVEL',
    fallback: 'info',
    about: 'info: one line per call; warn: troubles only; silent',
    check: oneOf('info', 'warn', 'error', 'silent'),
  },
  ...Object.values(limitSettings).map(({ name, fallback, min, max, about, answer }) => ({
    name,
    env: variableOf(name),
    fallback: String(fallback),
    about: `${about}; then ${answer}`,
    check: wholeNumber(min, max),
  })),
]

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

function listOf(value: string): string[] {
  return value.split(',').flatMap((item) => (item.trim() === '' ? [] : [item.trim()]))
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
