import { hash, timingSafeEqual } from 'node:crypto'
import type { App } from '@topgate/gateway'
import {
  freshTokens,
  issueToken,
  presentCode,
  presentRefreshToken,
  type TokenOutcome,
  type TokenRequest,
  tokenRefusals,
} from '@topgate/services'
import { StorageFault } from '@topgate/storage'
import { oauthPaths } from '@topgate/web'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type PlatformWrite, WriteFailed } from '../platform-write.ts'
import { JSON_TEXT } from '../site/respond.ts'
import { readTokenForm, TokenError, type TokenForm } from './token-form.ts'

/** Counts who guesses: the gateway's own memory of sources (reliability.md section 5, no. 12). */
export interface Sources {
  waitS(address: string, nowMs: number): number | undefined
  count(address: string, nowMs: number): void
}

export interface TokenOptions {
  readonly sources: Sources
  sourceOf(request: FastifyRequest): string
  readonly write: PlatformWrite
  findApp(key: string): Promise<App | undefined>
  nowMs(): number
  /** The store did not answer; the client was told to come back. */
  onOutage(error: unknown): void
  /** A code or refresh token came a second time: somebody has stolen it, or a client is broken. */
  onReuse(appKey: string): void
}

/** The token step (top-protocol.md section 7.2). TOP's own path leads to the same. */
export function mountToken(app: FastifyInstance, options: TokenOptions): void {
  for (const path of [oauthPaths.token, oauthPaths.topToken]) {
    app.post(path, (request, reply) => serve(request, reply, options))
    // Secrets in addresses stay in logs and histories.
    app.get(path, (_request, reply) =>
      sendError(reply.header('Allow', 'POST'), new TokenError('invalid_request', 'Use POST.')),
    )
  }
}

async function serve(request: FastifyRequest, reply: FastifyReply, options: TokenOptions) {
  try {
    return send(reply, 200, await exchange(request, options))
  } catch (error) {
    if (error instanceof TokenError) return sendError(reply, error)
    if (!(error instanceof WriteFailed || error instanceof StorageFault)) throw error
    options.onOutage(error)
    return sendError(
      reply,
      new TokenError('temporarily_unavailable', 'The store does not answer. Try again later.', {
        retryAfterS: 1,
      }),
    )
  }
}

async function exchange(request: FastifyRequest, options: TokenOptions): Promise<object> {
  const { sources, nowMs } = options
  const source = options.sourceOf(request)
  const waitS = sources.waitS(source, nowMs())
  if (waitS !== undefined) {
    const words = `This ban will last for ${waitS} more seconds`
    throw new TokenError('temporarily_unavailable', words, { retryAfterS: waitS })
  }
  const { url, headers, body } = request
  const mark = url.indexOf('?')
  const text = typeof body === 'string' ? body : ''
  const form = readTokenForm(headers, mark < 0 ? '' : url.slice(mark + 1), text)
  const app = await options.findApp(form.clientId)
  if (app === undefined || !isSecretOf(app, form.clientSecret)) {
    sources.count(source, nowMs())
    throw new TokenError('invalid_client', 'client_id or client_secret is wrong.', {
      isBasic: form.isBasic,
    })
  }
  const outcome = await options.write<TokenOutcome>(issueToken, requestOf(app, form))
  if (outcome.kind === 'issued') return outcome.answer
  if (outcome.trouble === 'used-again') options.onReuse(app.key)
  const { error, about } = tokenRefusals[outcome.trouble]
  throw new TokenError(error, about.en)
}

function requestOf(app: App, { grant, scopes }: TokenForm): TokenRequest {
  return {
    app_key: app.key,
    presented:
      grant.type === 'refresh_token'
        ? presentRefreshToken(grant.refreshToken)
        : presentCode(grant.code, grant.redirectUri, grant.verifier),
    scopes,
    fresh: freshTokens(),
  }
}

/** Digests of equal length are compared, so that the time tells nothing. */
function isSecretOf({ secrets }: App, given: string): boolean {
  const digest = hash('sha256', given, 'buffer')
  const hits = secrets.map((secret) => timingSafeEqual(hash('sha256', secret, 'buffer'), digest))
  return hits.includes(true)
}

/**
 * 400 for whatever is wrong: TOP's Java client reads the body of no other status. Who has named
 * himself in a header is answered as RFC 6749 says.
 */
function sendError(reply: FastifyReply, { name, description, more }: TokenError) {
  if (more.retryAfterS !== undefined) reply.header('Retry-After', more.retryAfterS)
  if (more.isBasic === true) reply.header('WWW-Authenticate', 'Basic realm="token"')
  const status = more.isBasic === true ? 401 : 400
  return send(reply, status, { error: name, error_description: description })
}

function send(reply: FastifyReply, status: number, body: object): FastifyReply {
  return reply
    .code(status)
    .headers({
      'Content-Type': JSON_TEXT,
      'Cache-Control': 'no-store',
      Pragma: 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    })
    .send(JSON.stringify(body))
}
