import { catalogue, packageTitles } from '@topgate/contracts'
import type { App } from '@topgate/gateway'
import { ParameterCollector, type Parameters, ProtocolError, readForm } from '@topgate/protocol'
import { isUserId } from '@topgate/services'
import type { OauthTrouble } from '@topgate/web'

/** A request that may be put before a user: whose it is and where he returns are certain. */
export interface AuthorizeRequest {
  readonly app: App
  readonly redirectUri: string
  readonly state: string
  /** Names of permission packages. */
  readonly scopes: readonly string[]
  readonly challenge: string | null
  /** The request as a query, without what is said once or does not matter, such as who answers. */
  readonly query: string
}

/** What is wrong; the names are those of the page that says so. */
export class AuthorizeRefusal {
  readonly trouble: OauthTrouble

  constructor(trouble: OauthTrouble) {
    this.trouble = trouble
  }
}

const STATE_CHARS_MAX = 512
/** RFC 7636: SHA-256 in base64url. */
const challengeForm = /^[A-Za-z0-9_-]{43}$/
/** Parameters that stay with the request when the user comes back from logging in. */
const kept = [
  'response_type',
  'client_id',
  'redirect_uri',
  'state',
  'scope',
  'code_challenge',
  'code_challenge_method',
]

/** The parameters of a query; throws an `AuthorizeRefusal` when one stands there twice. */
export function readQuery(query: string): Parameters {
  const collector = new ParameterCollector()
  try {
    readForm(query, collector)
  } catch (error) {
    if (error instanceof ProtocolError) throw new AuthorizeRefusal('unreadable')
    throw error
  }
  if (collector.repeated.length > 0) throw new AuthorizeRefusal('unreadable')
  return collector.values
}

/**
 * Checks the request. Whatever is wrong, the user stays here: an address is followed only after it
 * was found to be the app's, and then there is nothing left to report to it.
 */
export async function readAuthorize(
  parameters: Parameters,
  findApp: (key: string) => Promise<App | undefined>,
  nowMs: number,
): Promise<AuthorizeRequest> {
  const app = await findApp(parameters.get('client_id') ?? '')
  if (app === undefined) throw new AuthorizeRefusal('unknown-app')
  const redirectUri = parameters.get('redirect_uri') ?? ''
  if (!app.redirectUris.includes(redirectUri)) throw new AuthorizeRefusal('other-redirect')
  if (parameters.get('response_type') !== 'code') throw new AuthorizeRefusal('response-type')
  const state = parameters.get('state') ?? ''
  if (state === '' || state.length > STATE_CHARS_MAX) throw new AuthorizeRefusal('no-state')
  return {
    app,
    redirectUri,
    state,
    scopes: readScopes(parameters.get('scope') ?? '', app, nowMs),
    challenge: readChallenge(parameters),
    query: keptQuery(parameters),
  }
}

/** Who has a challenge has S256: `plain` protects nothing from whoever can read the request. */
function readChallenge(parameters: Parameters): string | null {
  const challenge = parameters.get('code_challenge')
  const method = parameters.get('code_challenge_method')
  if (challenge === undefined && method === undefined) return null
  if (method !== 'S256' || challenge === undefined || !challengeForm.test(challenge)) {
    throw new AuthorizeRefusal('challenge')
  }
  return challenge
}

/** Without a scope: every package of the app whose APIs ask for a user. */
function readScopes(text: string, app: App, nowMs: number): string[] {
  const granted = [...app.grants]
    .filter(([, { approved, expiresMs }]) => approved && (expiresMs === null || expiresMs > nowMs))
    .map(([name]): string => name)
  const asked = new Set(text.split(/[ ,]+/).filter((name) => name !== ''))
  if (asked.size === 0) return granted.filter((name) => apisOf(name).length > 0)
  if ([...asked].some((name) => !granted.includes(name))) throw new AuthorizeRefusal('scope')
  return [...asked]
}

/** The APIs of a package that work in the name of a user. */
export function apisOf(name: string) {
  return catalogue.filter(
    ({ access, package: packageName }) => access === 'session' && packageName === name,
  )
}

export function titleOf(name: string) {
  const titles: Readonly<Record<string, (typeof packageTitles)[keyof typeof packageTitles]>> =
    packageTitles
  return titles[name] ?? { zh: name, en: name }
}

function keptQuery(parameters: Parameters): string {
  const pairs = kept.flatMap((name) => {
    const value = parameters.get(name)
    return value === undefined ? [] : [[name, value]]
  })
  return new URLSearchParams(pairs).toString()
}

/** The user whom a sandbox lets answer without a person; undefined when nobody is named. */
export function readTestUser(id: string | undefined): string | undefined {
  if (id === undefined || id === '') return undefined
  if (!isUserId(id)) throw new AuthorizeRefusal('sandbox-user')
  return id
}

/** Where the user returns, with what he brings along. */
export function returnAddress(
  { redirectUri, state }: AuthorizeRequest,
  brought: Readonly<Record<string, string>>,
): string {
  const added = new URLSearchParams({ ...brought, state })
  return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${added}`
}
