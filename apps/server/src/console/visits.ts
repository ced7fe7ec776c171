import { StorageFault } from '@topgate/storage'
import {
  type ConsoleContext,
  type ConsoleTrouble,
  consolePaths,
  consoleTroublePage,
  FORM_TOKEN,
  inLanguage,
  type PageContext,
} from '@topgate/web'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { WriteFailed } from '../platform-write.ts'
import type { Assets } from '../site/assets.ts'
import { fallbackContext, readContext } from '../site/page-context.ts'
import { HTML, respond } from '../site/respond.ts'
import type { Access } from './access.ts'
import { isOwnForm } from './same-origin.ts'
import { readCookie } from './session-cookie.ts'
import type { Session } from './sessions.ts'

/** Marks a request that a page sends by itself; see the island `live.ts`. */
const QUIET_HEADER = 'x-topgate-live'

/** A request of somebody who is logged in. */
export interface Visit extends Arrival {
  readonly context: ConsoleContext
  readonly session: Session
}

/** Any request for a page of the console. */
export interface Arrival {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly context: PageContext
  /** The fields of the form; empty for a page that is only read. */
  readonly form: URLSearchParams
}

export type Answer =
  | { readonly page: string; readonly status?: number }
  /** After a form: go and look there. */
  | { readonly goTo: string }
  | { readonly trouble: ConsoleTrouble }

export type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

export interface VisitsOptions {
  readonly access: Access
  readonly assets: Assets
  /** The store did not answer; the operator was told to come back. */
  onOutage(error: unknown): void
}

/** Turns functions from visits to answers into handlers; here is what every page has in common. */
export class Visits {
  readonly #access: Access
  readonly #assets: Assets

  readonly #onOutage: (error: unknown) => void

  constructor({ access, assets, onOutage }: VisitsOptions) {
    this.#access = access
    this.#assets = assets
    this.#onOutage = onOutage
  }

  /** For those who are logged in; everybody else is led to the entrance. */
  inside(answer: (visit: Visit) => Promise<Answer> | Answer): Handler {
    return this.outside(async (arrival) => {
      const { headers, method } = arrival.request
      const token = readCookie(headers.cookie)
      const isActive = headers[QUIET_HEADER] === undefined
      const session = token === undefined ? undefined : await this.#access.find(token, isActive)
      if (session === undefined) return this.#toEntrance(token !== undefined)
      const { formToken } = session
      if (method === 'POST' && arrival.form.get(FORM_TOKEN) !== formToken) {
        return refused
      }
      return answer({ ...arrival, context: { ...arrival.context, formToken }, session })
    })
  }

  /** For those who are not logged in yet. */
  outside(answer: (arrival: Arrival) => Promise<Answer> | Answer): Handler {
    return async (request, reply) => {
      const context = this.#contextOf(request)
      const { host, origin } = request.headers
      const isForged = request.method === 'POST' && !isOwnForm({ host, origin })
      const arrival = { request, reply, context, form: formOf(request) }
      const given = isForged ? refused : await this.#orOutage(() => answer(arrival))
      return send(request, reply, context, given)
    }
  }

  async #orOutage(answer: () => Promise<Answer> | Answer): Promise<Answer> {
    try {
      return await answer()
    } catch (error) {
      if (!(error instanceof WriteFailed || error instanceof StorageFault)) throw error
      this.#onOutage(error)
      return { trouble: 'unavailable' }
    }
  }

  async #toEntrance(hasEnded: boolean): Promise<Answer> {
    if (!(await this.#access.isSetUp())) return { goTo: consolePaths.setUp }
    return { goTo: hasEnded ? `${consolePaths.logIn}?ended=1` : consolePaths.logIn }
  }

  /** For addresses that have nothing, and for what went wrong. */
  trouble(request: FastifyRequest, reply: FastifyReply, trouble: ConsoleTrouble) {
    return send(request, reply, this.#contextOf(request), { trouble })
  }

  /** An unknown language falls back: nobody links to the console from elsewhere. */
  #contextOf(request: FastifyRequest): PageContext {
    return readContext(request, this.#assets) ?? fallbackContext(request, this.#assets)
  }
}

const refused: Answer = { trouble: 'refused' }

const troubleStatus: Readonly<Record<ConsoleTrouble, number>> = {
  'not-found': 404,
  refused: 403,
  unavailable: 503,
}

async function send(
  request: FastifyRequest,
  reply: FastifyReply,
  context: PageContext,
  answer: Answer,
): Promise<FastifyReply> {
  if ('goTo' in answer) {
    reply.header('Cache-Control', 'no-store')
    return reply.redirect(inLanguage(answer.goTo, context.language), 303)
  }
  const [body, status] =
    'trouble' in answer
      ? [consoleTroublePage(context, answer.trouble), troubleStatus[answer.trouble]]
      : [answer.page, answer.status ?? 200]
  return respond(request, reply, { status, type: HTML, body, isPrivate: true })
}

function formOf(request: FastifyRequest): URLSearchParams {
  return request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
}
