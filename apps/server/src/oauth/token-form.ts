import { ParameterCollector, type Parameters, ProtocolError, readForm } from '@topgate/protocol'

/** `error` of RFC 6749 section 5.2, and of section 4.1.2.1 for what is no fault of the client. */
export type TokenErrorName =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_scope'
  | 'unsupported_grant_type'
  | 'temporarily_unavailable'

/** Why the token end point gives nothing. */
export class TokenError {
  readonly name: TokenErrorName
  /** ASCII without quotation marks, as RFC 6749 wants it. */
  readonly description: string
  readonly more: TokenErrorMore

  constructor(name: TokenErrorName, description: string, more: TokenErrorMore = {}) {
    this.name = name
    this.description = description
    this.more = more
  }
}

interface TokenErrorMore {
  readonly retryAfterS?: number
  /** The client has named itself in the header `Authorization`. */
  readonly isBasic?: boolean
}

/** What a client asks for, before anything of it is checked against what is stored. */
export interface TokenForm {
  readonly clientId: string
  readonly clientSecret: string
  /** Both came in the header `Authorization` (RFC 6749 section 2.3.1). */
  readonly isBasic: boolean
  readonly grant:
    | {
        readonly type: 'authorization_code'
        readonly code: string
        readonly redirectUri: string
        readonly verifier: string | undefined
      }
    | { readonly type: 'refresh_token'; readonly refreshToken: string }
  readonly scopes: readonly string[] | null
}

/** RFC 7636 section 4.1. */
const verifierForm = /^[A-Za-z0-9._~-]{43,128}$/
const VALUE_CHARS_MAX = 2_048
const formType = /^application\/x-www-form-urlencoded\s*(?:;|$)/i

interface TokenHeaders {
  readonly 'content-type'?: string | undefined
  readonly authorization?: string | undefined
}

/** Pure. `query` is the part behind the question mark; it has to be empty. */
export function readTokenForm(headers: TokenHeaders, query: string, body: string): TokenForm {
  if (query !== '') {
    throw invalid('Send the parameters in the body: addresses are written into logs.')
  }
  if (!formType.test(headers['content-type'] ?? '')) {
    throw invalid('Send the parameters as application/x-www-form-urlencoded.')
  }
  const parameters = readParameters(body)
  const get = (name: string) => {
    const value = parameters.get(name)
    if (value === undefined || value === '') throw invalid(`${name} is missing.`)
    return value
  }
  const type = get('grant_type')
  if (type !== 'authorization_code' && type !== 'refresh_token') {
    throw new TokenError(
      'unsupported_grant_type',
      'grant_type is authorization_code or refresh_token.',
    )
  }
  const { authorization } = headers
  return {
    ...(authorization === undefined
      ? { clientId: get('client_id'), clientSecret: get('client_secret'), isBasic: false }
      : readBasic(authorization, parameters)),
    grant:
      type === 'refresh_token'
        ? { type, refreshToken: get('refresh_token') }
        : {
            type,
            code: get('code'),
            redirectUri: get('redirect_uri'),
            verifier: readVerifier(parameters.get('code_verifier')),
          },
    scopes: readScopes(parameters.get('scope') ?? ''),
  }
}

/** Id and secret, each urlencoded, a colon between, all of it in base64. */
function readBasic(
  authorization: string,
  parameters: Parameters,
): Pick<TokenForm, 'clientId' | 'clientSecret' | 'isBasic'> {
  const [, encoded = ''] = /^Basic ([A-Za-z0-9+/]+=*)$/i.exec(authorization) ?? []
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  if (colon < 1) {
    throw new TokenError(
      'invalid_client',
      'The Authorization header is Basic ID:SECRET in base64.',
      {
        isBasic: true,
      },
    )
  }
  const clientId = unescaped(text.slice(0, colon))
  if (parameters.has('client_secret') || (parameters.get('client_id') ?? clientId) !== clientId) {
    throw invalid('Send the id and the secret once: in the header or in the body.')
  }
  return { clientId, clientSecret: unescaped(text.slice(colon + 1)), isBasic: true }
}

/** What is no escape stands for itself, as clients send it that do not escape. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

function readParameters(body: string): Parameters {
  const collector = new ParameterCollector()
  try {
    readForm(body, collector)
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error
    throw invalid('The body is not a form in UTF-8 with each parameter once.')
  }
  if (collector.repeated.length > 0) throw invalid('A parameter is given twice.')
  for (const [name, value] of collector.values) {
    if (value.length > VALUE_CHARS_MAX) throw invalid(`${name} is too long.`)
  }
  return collector.values
}

function readVerifier(verifier: string | undefined): string | undefined {
  if (verifier === undefined || verifier === '') return undefined
  if (verifierForm.test(verifier)) return verifier
  throw invalid('code_verifier has 43 to 128 letters, digits and the characters - . _ ~')
}

function readScopes(text: string): string[] | null {
  const names = text.split(/[ ,]+/).filter((name) => name !== '')
  return names.length === 0 ? null : names
}

function invalid(description: string): TokenError {
  return new TokenError('invalid_request', description)
}
