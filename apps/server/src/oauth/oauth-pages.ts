import { StorageFault } from '@topgate/storage'
import { type OauthTrouble, oauthTroublePage, type PageContext } from '@topgate/web'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { WriteFailed } from '../platform-write.ts'
import type { Assets } from '../site/assets.ts'
import { fallbackContext, readContext } from '../site/page-context.ts'
import { HTML, respond } from '../site/respond.ts'
import { AuthorizeRefusal, readQuery } from './authorize-request.ts'
import type { Visitor, VisitorCookies } from './visitor-cookie.ts'

/** A request for a page of OAuth. */
export interface Visit {
  readonly context: PageContext
  readonly visitor: Visitor
  /** Undecoded, without the question mark. */
  readonly query: string
  readonly form: ReadonlyMap<string, string>
}

export type OauthAnswer =
  | {
      readonly page: string
      readonly visitor?: Visitor
      /** Origins or schemes to which the form of the page may lead in the end. */
      readonly formTargets?: readonly string[]
    }
  | { readonly goTo: string; readonly visitor?: Visitor }

export interface OauthPagesOptions {
  readonly assets: Assets
  readonly cookies: VisitorCookies
  /** Only there does a page say which command registers an address: production asks nobody to. */
  readonly isSandbox: boolean
  nowMs(): number
  /** The store did not answer; the user was told to come back. */
  onOutage(error: unknown): void
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

/** What every page of OAuth has in common: its visitor, its troubles, and that nobody keeps it. */
export class OauthPages {
  readonly #options: OauthPagesOptions

  constructor(options: OauthPagesOptions) {
    this.#options = options
  }

  handler(answer: (visit: Visit) => Promise<OauthAnswer> | OauthAnswer): Handler {
    return async (request, reply) => {
      const context = this.contextOf(request)
      try {
        return await this.#send(request, reply, await answer(this.#visit(request, context)))
      } catch (error) {
        return this.trouble(request, reply, this.#troubleOf(error))
      }
    }
  }

  trouble(request: FastifyRequest, reply: FastifyReply, trouble: OauthTrouble) {
    const [status, error] = facts[trouble]
    const isHelped = trouble === 'other-redirect' && this.#options.isSandbox
    const body = oauthTroublePage(this.contextOf(request), trouble, {
      error,
      ...(isHelped ? { command: registerCommand(request) } : {}),
    })
    return respond(request, reply, { status, type: HTML, body, isPrivate: true })
  }

  contextOf(request: FastifyRequest): PageContext {
    const { assets } = this.#options
    return readContext(request, assets) ?? fallbackContext(request, assets)
  }

  #visit(request: FastifyRequest, context: PageContext): Visit {
    const { headers, url, body } = request
    const mark = url.indexOf('?')
    // A browser says whose page sent the form; where it does not, the token of the form decides.
    const site = headers['sec-fetch-site'] ?? 'same-origin'
    if (request.method === 'POST' && site !== 'same-origin') throw new AuthorizeRefusal('forged')
    return {
      context,
      visitor: this.#options.cookies.read(headers.cookie, this.#options.nowMs()),
      query: mark < 0 ? '' : url.slice(mark + 1),
      form: typeof body === 'string' ? readQuery(body) : new Map(),
    }
  }

  async #send(request: FastifyRequest, reply: FastifyReply, answer: OauthAnswer) {
    const { cookies, nowMs } = this.#options
    if (answer.visitor !== undefined) {
      reply.header('Set-Cookie', cookies.write(answer.visitor, nowMs()))
    }
    if ('goTo' in answer) {
      reply.headers({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
      return reply.redirect(answer.goTo, 303)
    }
    const { page: body, formTargets = [] } = answer
    return respond(request, reply, { type: HTML, body, isPrivate: true, formTargets })
  }

  #troubleOf(error: unknown): OauthTrouble {
    if (error instanceof AuthorizeRefusal) return error.trouble
    if (!(error instanceof WriteFailed || error instanceof StorageFault)) throw error
    this.#options.onOutage(error)
    return 'unavailable'
  }
}

/** The HTTP status and the name in RFC 6749 section 4.1.2.1. */
const facts: Readonly<Record<OauthTrouble, readonly [status: number, error: string]>> = {
  unreadable: [400, 'invalid_request'],
  'unknown-app': [400, 'unauthorized_client'],
  'other-redirect': [400, 'invalid_request'],
  'response-type': [400, 'unsupported_response_type'],
  'no-state': [400, 'invalid_request'],
  challenge: [400, 'invalid_request'],
  scope: [400, 'invalid_scope'],
  'sandbox-user': [400, 'invalid_request'],
  'log-in-failed': [403, 'access_denied'],
  'no-log-in': [503, 'server_error'],
  forged: [403, 'access_denied'],
  unavailable: [503, 'temporarily_unavailable'],
  'not-found': [404, 'invalid_request'],
}

/** What may stand in a command that somebody will paste into a shell. */
const plainText = /^[A-Za-z0-9._~:/?&=%+-]{1,200}$/

function registerCommand(request: FastifyRequest): string {
  const asked = new URL(request.url, 'http://localhost').searchParams
  const [key = '', uri = ''] = ['client_id', 'redirect_uri'].map((name) => asked.get(name) ?? '')
  const isPlain = /^[A-Za-z0-9_-]{1,32}$/.test(key) && plainText.test(uri)
  const shown = isPlain ? `${key} --redirect-uri '${uri}'` : "APP_KEY --redirect-uri 'https://…'"
  return `npx topgate app set ${shown}`
}
