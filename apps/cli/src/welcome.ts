import { userActionSync } from '@topgate/contracts'
import type { Config, RunningServer } from '@topgate/server'
import { DEFAULT_URL, findCaller, SANDBOX_APP_KEY } from './caller.ts'
import { DEFAULT_SIGN_METHOD } from './request-options.ts'
import { sampleParameters } from './sample-parameters.ts'
import { curlCommand } from './shell-text.ts'
import { callParameters, signedParameters, timestampOf } from './sign-parameters.ts'
import type { Terminal } from './terminal.ts'

type Addresses = Pick<RunningServer, 'url' | 'operatorUrl' | 'setUpCode'>

/** What a person needs to know after the start; in a sandbox with a signed call to paste. */
export function welcome(
  { url, operatorUrl, setUpCode }: Addresses,
  config: Config,
  terminal: Pick<Terminal, 'nowMs' | 'digests'>,
): string {
  const router = `${reachable(url)}/router/rest`
  return [
    `Topgate is running (${config.mode})`,
    '',
    `  Gateway    ${router}`,
    `  Docs       ${reachable(url)}/docs`,
    `  Console    ${operatorUrl}/console`,
    ...(setUpCode === null
      ? []
      : [`             set-up code ${setUpCode}, good until a password is set`]),
    `  Data       ${placeOfData(config)}`,
    ...(config.mode === 'sandbox' ? ['', ...firstCall(router, terminal)] : []),
    '',
    'Ctrl-C stops the server.',
  ].join('\n')
}

function firstCall(router: string, terminal: Pick<Terminal, 'nowMs' | 'digests'>): string[] {
  const { method } = userActionSync
  const urlOption = router === DEFAULT_URL ? '' : ` --url ${router}`
  return [
    'A signed call of the sandbox app to try at once; the signature is good for 10 minutes:',
    '',
    curlCommand(router, signedSample(terminal)),
    '',
    'The same with a fresh signature, at any time:',
    `  npx topgate call ${method} --sample${urlOption}`,
  ]
}

function signedSample({ nowMs, digests }: Pick<Terminal, 'nowMs' | 'digests'>) {
  const { appKey, secret } = findCaller({ appKey: SANDBOX_APP_KEY }, {}, true)
  const parameters = callParameters(
    {
      method: userActionSync.method,
      appKey,
      session: undefined,
      timestamp: timestampOf(nowMs()),
      format: 'json',
      simplify: false,
      signMethod: DEFAULT_SIGN_METHOD,
    },
    sampleParameters(userActionSync, nowMs()),
  )
  return signedParameters(parameters, secret, DEFAULT_SIGN_METHOD, digests)
}

/** A server that listens on every address is reached from here by the local one. */
export function reachable(url: string): string {
  return url.replace(/\/\/(?:0\.0\.0\.0|\[::\])(?=[:/]|$)/, '//127.0.0.1')
}

function placeOfData({ databaseUrl, dataDir }: Config): string {
  if (databaseUrl === null) return dataDir
  // Whatever may be a credential stays out: user, password and the query.
  const url = URL.parse(databaseUrl)
  return url === null ? 'PostgreSQL' : `PostgreSQL, ${url.host}${url.pathname}`
}
