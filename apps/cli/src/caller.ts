import { UsageError } from './exit-codes.ts'

/** Who calls, and where. */
export interface Caller {
  readonly appKey: string
  readonly secret: string
}

export const DEFAULT_URL = 'http://127.0.0.1:8080/router/rest'
export const SANDBOX_APP_KEY = '10000001'
const ROUTER_PATH = '/router/rest'

type Environment = Readonly<Record<string, string | undefined>>

/** The address of the gateway: `--url`, `TOP_URL` or the local one; without a path, the usual one. */
export function gatewayUrl(given: string | undefined, env: Environment): URL {
  const text = given ?? env.TOP_URL ?? DEFAULT_URL
  const url = URL.parse(text)
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new UsageError(`The address ${text} is not a URL: write one such as ${DEFAULT_URL}`)
  }
  if (url.username !== '' || url.password !== '') {
    throw new UsageError('The address must not hold a user name or password')
  }
  if (url.pathname === '/') url.pathname = ROUTER_PATH
  return url
}

/** Only there may the published keys of the sandbox be a default. */
export function isLoopback({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}

/**
 * The app key and its secret: flags, then `TOP_APP_KEY` and `TOP_APP_SECRET`, then, where
 * `mayUseSandbox`, the apps of a fresh sandbox. A secret of the environment is never used for
 * another key than that of the environment.
 */
export function findCaller(
  flags: { readonly appKey?: string | undefined; readonly secret?: string | undefined },
  env: Environment,
  mayUseSandbox: boolean,
): Caller {
  const environmentKey = env.TOP_APP_KEY
  const appKey = flags.appKey ?? environmentKey ?? (mayUseSandbox ? SANDBOX_APP_KEY : undefined)
  if (appKey === undefined) {
    throw new UsageError('No app key: give --app-key KEY, or set TOP_APP_KEY')
  }
  const isEnvironmentKey = environmentKey === undefined || environmentKey === appKey
  const secret =
    flags.secret ??
    (isEnvironmentKey ? env.TOP_APP_SECRET : undefined) ??
    (mayUseSandbox ? sandboxSecret(appKey) : undefined)
  if (secret === undefined || secret === '') {
    throw new UsageError(
      `No secret for the app ${appKey}: set TOP_APP_SECRET (with TOP_APP_KEY=${appKey}), ` +
        'or give --secret SECRET, which other users of this machine can see',
    )
  }
  return { appKey, secret }
}

const sandboxKeyForm = /^1000000[1-9]$/

/** The apps of a fresh sandbox have published secrets, which differ in the last digit only. */
function sandboxSecret(appKey: string): string | undefined {
  return sandboxKeyForm.test(appKey) ? `sandbox${appKey.slice(-1).padStart(26, '0')}` : undefined
}

/** The published session key of a sandbox app whose user may use every API that needs one. */
export function sandboxSession(appKey: string): string | undefined {
  const hasSession = ['10000001', '10000002', '10000009'].includes(appKey)
  return hasSession ? `6200sandbox${appKey.slice(-1).padStart(46, '0')}` : undefined
}
