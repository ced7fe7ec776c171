import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

/** Nothing but our own files, and no inline script or style: markup in data stays without effect. */
function contentSecurityPolicy(formTargets: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

const TEXT_STAYS_TEXT = "; require-trusted-types-for 'script'; trusted-types 'none'"

const COMPRESS_BYTES_MIN = 1_024
const compress = promisify(gzip)

export interface Content {
  readonly status?: number
  readonly type: string
  readonly body: string | Buffer
  /** Seconds for which a browser may keep it; absent: it asks every time. */
  readonly maxAgeS?: number
  /** Nobody keeps it, and its scripts may not turn text into markup. */
  readonly isPrivate?: true
  /** Beside our own pages, where the answer to a form of the page may lead: origins or schemes. */
  readonly formTargets?: readonly string[]
}

export const HTML = 'text/html;charset=UTF-8'
export const JSON_TEXT = 'application/json;charset=UTF-8'
export const PLAIN_TEXT = 'text/plain;charset=UTF-8'
export const MARKDOWN = 'text/markdown;charset=UTF-8'

/** Answers with a page or file: security headers, and compressed for whoever can read that. */
export async function respond(
  request: FastifyRequest,
  reply: FastifyReply,
  { status = 200, type, body, maxAgeS, isPrivate, formTargets = [] }: Content,
): Promise<FastifyReply> {
  const bytes = Buffer.from(body)
  const isKept = maxAgeS !== undefined
  const publicAge = isKept ? `public, max-age=${maxAgeS}, immutable` : 'no-cache'
  reply.code(status).headers({
    'Content-Type': type,
    'Content-Security-Policy':
      contentSecurityPolicy(formTargets) + (isPrivate ? TEXT_STAYS_TEXT : ''),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': isPrivate ? 'no-store' : publicAge,
    Vary: 'Accept-Encoding',
  })
  const accepts = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
  if (!accepts || bytes.length < COMPRESS_BYTES_MIN) return reply.send(bytes)
  return reply.header('Content-Encoding', 'gzip').send(await compress(bytes))
}
