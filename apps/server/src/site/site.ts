import type { IncomingMessage, ServerResponse } from 'node:http'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { ASSETS_PATH, type Assets } from './assets.ts'
import { respond } from './respond.ts'

const ASSET_AGE_S = 365 * 24 * 3600

/** Pages beside the router, on a server that somebody else listens with. */
export interface Site {
  serve(request: IncomingMessage, response: ServerResponse): void
}

export interface SiteOptions {
  readonly assets: Assets
  /** Adds the pages. */
  mount(app: FastifyInstance): void
  /** What a visitor sees at an address that has nothing. */
  notFound(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply>
  /** A page failed: a defect of ours. The visitor sees a status and nothing else. */
  onDefect(error: unknown): void
}

/** A fastify application that never listens itself: requests are handed to it. */
export async function createSite(options: SiteOptions): Promise<Site> {
  const app = fastify({
    exposeHeadRoutes: true,
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
    // An address that cannot be read has nothing, either.
    frameworkErrors: (_error, request, reply) => void options.notFound(request, reply),
  })
  app.get(`${ASSETS_PATH}*`, async (request, reply) => {
    const asset = options.assets.find(request.url)
    if (asset === undefined) return options.notFound(request, reply)
    return respond(request, reply, { ...asset, maxAgeS: ASSET_AGE_S })
  })
  options.mount(app)
  app.setNotFoundHandler((request, reply) => {
    // Whoever calls a wrong address may have sent a body; nothing behind it is read as a request.
    reply.header('Connection', 'close')
    return options.notFound(request, reply)
  })
  app.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) options.onDefect(error)
    return reply.code(status).type('text/plain;charset=UTF-8').send(`${status}\n`)
  })
  await app.ready()
  return { serve: (request, response) => app.routing(request, response) }
}
