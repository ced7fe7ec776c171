import type { SignMethod } from '@topgate/protocol'
import { shellWord } from '../samples/curl.ts'
import type { RepairedCall } from './repair-call.ts'

/** A value that the shell fills in, as it stands between double quotes. */
interface FromShell {
  readonly shell: string
}

const timestamp: FromShell = { shell: '$timestamp' }
const session: FromShell = { shell: '$TOP_SESSION' }
const appKey: FromShell = { shell: '$TOP_APP_KEY' }

/**
 * The call as a script for a POSIX shell with curl and openssl. It computes time and signature when
 * it runs, from `TOP_APP_SECRET` in the environment: neither a secret nor a signature stands in it.
 */
export function repairedCurl(call: RepairedCall, routerUrl: string): string {
  const { api, business } = call
  const needsSession = api.access === 'session'
  const parameters: (readonly [name: string, value: string | FromShell])[] = [
    ['method', api.method],
    ['app_key', call.appKey ?? appKey],
    ...(needsSession ? [['session', session] as const] : []),
    ['timestamp', timestamp],
    ['format', call.format],
    ['v', '2.0'],
    ['sign_method', call.signMethod],
    ...(call.isSimplified ? [['simplify', 'true'] as const] : []),
    ...business,
  ]
  const sorted = [...parameters].sort(([a], [b]) => (a < b ? -1 : 1))
  const base = word(sorted.flat())
  const lines = [
    needed('TOP_APP_SECRET', 'the secret of the app'),
    ...(call.appKey === undefined ? [needed('TOP_APP_KEY', 'the key of the app')] : []),
    ...(needsSession ? [needed('TOP_SESSION', 'a session key of the user')] : []),
    "timestamp=$(TZ=CST-8 date '+%Y-%m-%d %H:%M:%S')",
    `sign=$(${digestOf[call.signMethod](base)} | sed 's/.* //')`,
    [
      `curl -sS ${shellWord(routerUrl)}`,
      ...parameters.map(([name, value]) => `--data-urlencode ${word([`${name}=`, value])}`),
      '--data-urlencode "sign=$sign"',
    ].join(' \\\n    '),
  ]
  return `(\n  ${lines.join('\n  ')}\n)`
}

function needed(variable: string, what: string): string {
  return `: "\${${variable}:?is ${what}}"`
}

const digestOf: Readonly<Record<SignMethod, (base: string) => string>> = {
  md5: (base) => `printf '%s' "$TOP_APP_SECRET"${base}"$TOP_APP_SECRET" | openssl dgst -md5`,
  hmac: (base) => `printf '%s' ${base} | openssl dgst -md5 -hmac "$TOP_APP_SECRET"`,
  'hmac-sha256': (base) => `printf '%s' ${base} | openssl dgst -sha256 -hmac "$TOP_APP_SECRET"`,
}

/** One word of a shell from texts as they are and values that it fills in. */
function word(parts: readonly (string | FromShell)[]): string {
  let [words, text] = ['', '']
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part
    } else {
      words += `${shellWord(text)}"${part.shell}"`
      text = ''
    }
  }
  return text === '' ? words : words + shellWord(text)
}
