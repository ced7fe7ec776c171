/** A client of OAuth 2 written from the protocol alone: it shares no code with the server. */

export const REDIRECT = 'http://127.0.0.1:8080/oauth/callback'
export const USER = '2201234567890'
export const APP = {
  client_id: '10000001',
  client_secret: 'sandbox00000000000000000000000001',
} as const
export const OTHER_APP = {
  client_id: '10000002',
  client_secret: 'sandbox00000000000000000000000002',
} as const

export interface TokenReply {
  readonly status: number
  readonly headers: Headers
  readonly body: Readonly<Record<string, unknown>> & {
    readonly access_token: string
    readonly refresh_token: string
  }
}

type Texts = Readonly<Record<string, string>>

/** The good request with other or further parameters; an empty one is left out. */
export function authorizeUrl(serverUrl: string, more: Texts = {}, path = '/oauth/authorize') {
  const parameters = {
    response_type: 'code',
    client_id: APP.client_id,
    redirect_uri: REDIRECT,
    state: 'state-1',
    ...more,
  }
  const pairs = Object.entries(parameters).filter(([, value]) => value !== '')
  return `${serverUrl}${path}?${new URLSearchParams(pairs)}`
}

export function visit(url: string, init: RequestInit = {}): Promise<Response> {
  return fetch(url, { redirect: 'manual', ...init })
}

/** Where the user is sent, read as a URL. */
export function locationOf(response: Response): URL {
  const location = response.headers.get('location')
  if (response.status !== 303 || location === null) throw new Error(`HTTP ${response.status}`)
  return new URL(location)
}

/** A code, as the sandbox gives it without a person. */
export async function codeFor(serverUrl: string, more: Texts = {}): Promise<string> {
  const response = await visit(authorizeUrl(serverUrl, { sandbox_user: USER, ...more }))
  return locationOf(response).searchParams.get('code') ?? ''
}

/** The token step with the secret of the app of the sandbox. */
export async function askToken(
  serverUrl: string,
  parameters: Texts,
  path = '/oauth/token',
): Promise<TokenReply> {
  const body = new URLSearchParams({ ...APP, ...parameters })
  const response = await fetch(serverUrl + path, { method: 'POST', body })
  const { status, headers } = response
  return { status, headers, body: (await response.json()) as TokenReply['body'] }
}

export function exchange(serverUrl: string, code: string, more: Texts = {}): Promise<TokenReply> {
  const grant_type = 'authorization_code'
  return askToken(serverUrl, { grant_type, code, redirect_uri: REDIRECT, ...more })
}

export function refresh(serverUrl: string, token: string, more: Texts = {}): Promise<TokenReply> {
  return askToken(serverUrl, { grant_type: 'refresh_token', refresh_token: token, ...more })
}
