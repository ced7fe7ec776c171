import { isNetwork } from '@topgate/services'
import { limitSettings } from './limit-settings.ts'

/** One thing that an owner may set. */
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
    check: webUrl,
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
    about: `${about.en}; then ${answer}`,
    check: wholeNumber(min, max),
  })),
]

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

function webUrl(value: string): string | undefined {
  if (value === '') return undefined
  const url = URL.parse(value)
  const isGood = url !== null && /^https?:$/.test(url.protocol) && url.hash === ''
  return isGood ? undefined : 'must be an http or https address without a fragment'
}

export function listOf(value: string): string[] {
  return value.split(',').flatMap((item) => (item.trim() === '' ? [] : [item.trim()]))
}
